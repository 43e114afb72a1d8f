"""The outlets' pages."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import MissingError
from onrecord.present.web.features.search.asked import Asked
from onrecord.present.web.features.search.facets import SHOWN, listings
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query import Facet, Filter, facets
from onrecord.query.of_outlet import of_outlet
from onrecord.query.outlets import outlets
from onrecord.store import Store

pages = APIRouter()

_TOLD = ("speaker", "form", "act", "setting", "published", "flag")
"""The facets that tell what an outlet told, from whom, and what is flagged in it."""


@pages.get("/outlets")
def every(request: Request, room: Opened) -> HTMLResponse:
    """List all outlets by name."""
    return page(request, "outlets/list.html", outlets=outlets(room.store))


@pages.get("/outlet")
def one(request: Request, room: Opened, name: str = "", after: str = "") -> HTMLResponse:
    """Show an outlet by its whole name; without one, the articles of which nobody says who published them."""
    found = of_outlet(room.store, name or None, after=after or None)
    if name and not found.articles and not after:
        raise MissingError(f"no article of this record is of an outlet named {name!r}")
    own = f"/outlet?name={quote(name.encode('utf-8', 'replace'), safe='')}"
    return page(
        request,
        "outlets/outlet.html",
        name=name,
        found=found.articles,
        next=f"{own}&after={found.next}" if found.next else None,
        first=own if after else None,
        facets=listings(_facets(room.store, name), Asked(Filter(outlet_name=name))) if name else (),
        shown=SHOWN,
    )


def _facets(store: Store, name: str) -> dict[str, tuple[Facet, ...]]:
    found = facets(store, Filter(outlet_name=name))
    return {each: found[each] for each in _TOLD}
