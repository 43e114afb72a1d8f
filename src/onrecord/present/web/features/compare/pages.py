"""The pages of a comparison: articles to choose from, and two to six of them side by side."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import MissingError, SettingsError
from onrecord.present.web.features.compare.columns import columns, lines
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened, Room
from onrecord.present.web.tellings import SHAPES
from onrecord.query.article import article
from onrecord.query.compared import Comparison, Row
from onrecord.query.comparison import LEAST, MOST, candidates, compare
from onrecord.query.documents import DocumentFilter, document_page
from onrecord.query.reported import Heading

pages = APIRouter()

SIZE = 40
"""Articles to choose from on a page."""

SHOWN = {
    "all": "all that they tell",
    "shared": "what several tell",
    "otherwise": "what some tell otherwise",
    "left": "what some leave out",
    "alone": "what one alone tells",
}
"""Which rows are shown, by the value of ``show`` in the address."""

Chosen = Annotated[tuple[str, ...], Query(max_length=100)]
"""The ids of articles, in the order of the columns."""


@pages.get("/compare")
def side_by_side(
    request: Request,
    room: Opened,
    of: Chosen = (),
    show: str = "all",
    more: bool = False,
) -> HTMLResponse:
    """Show the chosen articles side by side; with fewer than two, or where `more` are wanted, let some be chosen."""
    ids = list(dict.fromkeys(each for each in of if each))
    if show not in SHOWN:
        raise SettingsError(f"show is {show!r}; give one of: {', '.join(SHOWN)}")
    if more or "after" in request.query_params or len(ids) < LEAST:
        return _choose(request, room, ids)
    if len(ids) > MOST:
        return _choose(request, room, ids, wrong=f"{len(ids)} articles are ticked; leave {MOST} at most")
    found = compare(room.store, ids)
    return page(
        request,
        "compare/compare.html",
        found=found,
        columns=columns(found),
        lines=lines(_rows(found, show)),
        numbers={name: len(_rows(found, name)) for name in SHOWN},
        show=show,
        shown=SHOWN,
        own=_query(ids),
        without={each: _query([one for one in ids if one != each]) for each in ids},
        shapes=SHAPES,
        most=MOST,
    )


def _rows(found: Comparison, show: str) -> tuple[Row, ...]:
    match show:
        case "shared":
            return found.shared
        case "otherwise":
            return tuple(row for row in found.rows if row.changes_meaning)
        case "left":
            return found.omitted
        case "alone":
            return tuple(row for row in found.rows if len(row.told_by) == 1)
        case _:
            return found.rows


def _choose(request: Request, room: Room, ids: list[str], wrong: str = "") -> HTMLResponse:
    given = request.query_params
    form = {name: given.get(name, "").strip()[:500] for name in ("outlet", "since", "until")}
    held: dict[str, Any] = {name: value for name, value in form.items() if value}
    told: dict[str, Any] = {"given": form, "most": MOST, "wrong": wrong}
    ticked = [_heading(room, each) for each in ids]
    told |= {"ticked": ticked, "near": candidates(room.store, ids[0]) if ids else ()}
    try:
        found = document_page(room.store, DocumentFilter(**held), after=given.get("after") or None, size=SIZE)
    except SettingsError as error:
        return page(request, "compare/choose.html", 422, **{**told, "wrong": str(error), "found": (), "next": None})
    rest = [each for each in found.documents if each.heading.document_id not in ids]
    return page(request, "compare/choose.html", 422 if wrong else 200, found=rest, next=found.next, **told)


def _heading(room: Room, document_id: str) -> Heading:
    try:
        return article(room.store, document_id).heading
    except MissingError as error:
        raise MissingError(f"there is no article {document_id}") from error


def _query(ids: list[str]) -> str:
    return urlencode([("of", each) for each in ids], errors="replace")
