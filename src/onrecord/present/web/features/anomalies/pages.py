"""The anomalies' page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query import AnomalyFilter
from onrecord.query.anomalies import anomaly_page
from onrecord.record import AnomalyKind

pages = APIRouter()

_NAMES = ("kind", "outlet", "since", "until")


@pages.get("/anomalies")
def anomalies(request: Request, room: Opened) -> HTMLResponse:
    """List what pages themselves contradict, by time of publication."""
    given = request.query_params
    form = {name: given.get(name, "").strip()[:500] for name in _NAMES}
    held: dict[str, Any] = {name: value for name, value in form.items() if value}
    asked = urlencode(held, errors="replace")
    told: dict[str, Any] = {"given": form, "kinds": AnomalyKind, "parameters": asked}
    try:
        found = anomaly_page(room.store, AnomalyFilter(**held), after=given.get("after") or None)
    except SettingsError as error:
        return page(request, "anomalies/anomalies.html", 422, wrong=str(error), **told)
    following = f"/anomalies?{asked}{'&' if asked else ''}after={found.next}" if found.next else None
    first = f"/anomalies?{asked}" if given.get("after") else None
    told |= {"found": found.anomalies, "next": following, "first": first}
    return page(request, "anomalies/anomalies.html", wrong="", **told)
