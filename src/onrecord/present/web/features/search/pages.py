"""The search's page."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.present.web.entries import list_entries
from onrecord.present.web.features.search.asked import NAMES, Asked, asked, labelled
from onrecord.present.web.features.search.chosen import chosen
from onrecord.present.web.features.search.facets import SHOWN, listings
from onrecord.present.web.pages import page as rendered
from onrecord.present.web.room import Opened
from onrecord.query import count, facets, page
from onrecord.record import Act, AnomalyKind, Form, SettingKind, Stance, StatementType, Status
from onrecord.store import Store

pages = APIRouter()

SIZE = 25
"""Statements of a page: two or three screens of reading."""

_ENUMS = {
    "forms": Form,
    "acts": Act,
    "settings": SettingKind,
    "kinds": AnomalyKind,
    "statuses": Status,
    "types": StatementType,
    "stances": Stance,
}


@pages.get("/search")
def search(request: Request, room: Opened) -> HTMLResponse:
    """Show the statements that meet the conditions of the address."""
    given = request.query_params
    form: dict[str, Any] = {"given": {name: given.get(name, "") for name in NAMES}, **_ENUMS}
    try:
        told = _found(room.store, asked(given), given.get("after") or None)
    except SettingsError as error:
        return rendered(request, "search/search.html", 422, wrong=labelled(str(error)), **form)
    return rendered(request, "search/search.html", wrong="", **form, **told)


def _found(store: Store, of: Asked, after: str | None) -> dict[str, Any]:
    wanted = of.wanted
    found = page(store, wanted, after=after, size=SIZE, newest=of.newest)
    return {
        "found": list_entries(store, found.statements),
        "counted": count(store, wanted),
        "facets": listings(facets(store, wanted), of),
        "shown": SHOWN,
        "chosen": chosen(store, of),
        "next": of.after(found.next) if found.next else None,
        "first": of.address() if after else None,
        "parameters": of.parameters,
        "everything": None if wanted.everything else of.address(everything=True),
        "newest": of.newest,
        "turned": of.address(newest=not of.newest),
        "empty": not of.parameters and not found.statements,
    }
