"""The search's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.present.web.entries import list_entries
from onrecord.present.web.features.search.asked import NAMES, address, asked, parameters
from onrecord.present.web.features.search.chosen import chosen
from onrecord.present.web.features.search.facets import SHOWN, listings
from onrecord.present.web.pages import page as rendered
from onrecord.present.web.room import Opened
from onrecord.query import Filter, count, facets, page
from onrecord.record import Act, AnomalyKind, Form, SettingKind, Status
from onrecord.store import Store

pages = APIRouter()

SIZE = 25
"""Statements of a page: two or three screens of reading."""

_ENUMS = {"forms": Form, "acts": Act, "settings": SettingKind, "kinds": AnomalyKind, "statuses": Status}


@pages.get("/search")
def search(request: Request, room: Opened) -> HTMLResponse:
    """Show the statements that meet the conditions of the address."""
    given = request.query_params
    form: dict[str, Any] = {"given": {name: given.get(name, "") for name in NAMES}, **_ENUMS}
    try:
        wanted = asked(given)
        told = _found(room.store, wanted, given)
    except SettingsError as error:
        return rendered(request, "search/search.html", 422, wrong=str(error), **form)
    return rendered(request, "search/search.html", wrong="", **form, **told)


def _found(store: Store, wanted: Filter, given: Mapping[str, str]) -> dict[str, Any]:
    after = given.get("after") or None
    found = page(store, wanted, after=after, size=SIZE)
    following = f"{address(wanted)}{'&' if parameters(wanted) else '?'}after={found.next}" if found.next else None
    return {
        "found": list_entries(store, found.statements),
        "counted": count(store, wanted),
        "facets": listings(facets(store, wanted), wanted),
        "shown": SHOWN,
        "chosen": chosen(store, wanted),
        "next": following,
        "first": address(wanted) if after else None,
        "parameters": parameters(wanted),
        "everything": None if wanted.everything else address(wanted, everything=True),
        "empty": not parameters(wanted) and not found.statements,
    }
