"""The pages of issues: the list, and one with who stands where."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.present.web.standing import SHAPES, form, query, told, wanted
from onrecord.query.issues import issue, issue_page
from onrecord.record.position import Leaning

pages = APIRouter()

SIZE = 50
"""Issues of a page."""

SHOWN = 40
"""Actors of a column that are shown at once; the others open on demand."""


@pages.get("/issues")
def listing(request: Request, room: Opened, words: str = "", after: str = "") -> HTMLResponse:
    """List what statements are about, most was said on first."""
    words = words.strip()[:500]
    found = issue_page(room.store, words=words, after=after or None, size=SIZE)
    following = f"/issues{query({'words': words, 'after': found.next})}" if found.next else None
    first = f"/issues{query({'words': words})}" if after else None
    most = max((each.statements for each in found.issues), default=0)
    return page(
        request,
        "issues/list.html",
        found=found.issues,
        words=words,
        next=following,
        first=first,
        most=most,
        shapes=SHAPES,
    )


@pages.get("/issue/{issue_id}")
def shown(request: Request, room: Opened, issue_id: str) -> HTMLResponse:
    """Show an issue: the actors that support it, oppose it, do both, or take no side."""
    given = form(request.query_params)
    told_of: dict[str, Any] = {"given": given, "shapes": SHAPES, "limit": SHOWN}
    wrong = ""
    try:
        found = issue(room.store, issue_id, wanted(given))
    except SettingsError as error:
        wrong, found = str(error), issue(room.store, issue_id)
    columns = [
        (leaning, [(each, told(each)) for each in found.positions if each.leaning is leaning])
        for leaning in (Leaning.SUPPORT, Leaning.MIXED, Leaning.OPPOSE, Leaning.NEUTRAL)
    ]
    return page(
        request,
        "issues/issue.html",
        422 if wrong else 200,
        found=found,
        listed=found.listed,
        columns=columns,
        wrong=wrong,
        asked=query(given),
        **told_of,
    )
