"""The page of what articles contradict one another in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query.clashes import KINDS, ClashFilter, clash_page

pages = APIRouter()

_NAMES = ("kind", "outlet", "since", "until")


@pages.get("/anomalies/between")
def between(request: Request, room: Opened) -> HTMLResponse:
    """List the words that articles give to different speakers, addressees or days."""
    given = request.query_params
    form = {name: given.get(name, "").strip()[:500] for name in _NAMES}
    held: dict[str, Any] = {name: value for name, value in form.items() if value}
    asked = urlencode(held, errors="replace")
    told: dict[str, Any] = {"given": form, "kinds": KINDS, "parameters": asked}
    try:
        found = clash_page(room.store, ClashFilter(**held), after=given.get("after") or None, size=40)
    except SettingsError as error:
        return page(request, "anomalies/between.html", 422, wrong=str(error), **told)
    following = f"/anomalies/between?{asked}{'&' if asked else ''}after={found.next}" if found.next else None
    first = f"/anomalies/between?{asked}" if given.get("after") else None
    told |= {"found": found.clashes, "next": following, "first": first}
    return page(request, "anomalies/between.html", wrong="", **told)
