"""The pages of positions: the table of actors and issues, and one position."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.present.web.standing import SHAPES, Evidence, evidence, form, query, told, wanted, whole
from onrecord.query.standing import SIDE, heatmap
from onrecord.query.standing import position as position_of
from onrecord.record import Stance
from onrecord.record.position import Position, Shift

pages = APIRouter()

Table = dict[str, Any]


@pages.get("/positions")
def table(request: Request, room: Opened) -> HTMLResponse:
    """Show who stands where on what: those with most statements, and the issues on which most was said."""
    given = form(request.query_params, "actor", "issue", "outlet")
    wrong, told_of = "", {}
    try:
        told_of = _table(room, given, dict(request.query_params))
    except SettingsError as error:
        wrong = str(error)
    return page(
        request, "positions/table.html", 422 if wrong else 200, given=given, shapes=SHAPES, wrong=wrong, **told_of
    )


def _table(room: Opened, given: dict[str, str], asked: dict[str, str]) -> Table:
    first = {name: whole(asked, name) for name in ("first_actor", "first_issue")}
    found = heatmap(room.store, wanted(given), actor_words=given["actor"], issue_words=given["issue"], **first)
    return {
        "found": found,
        "cells": {key: told(each) for key, each in found.positions.items()},
        "pages": list(_pages(given, first, found.actors_in_all, found.issues_in_all)),
        "first": first,
        "asked": query(given),
    }


def _pages(given: dict[str, str], first: dict[str, int], actors: int, issues: int) -> Any:  # noqa: ANN401
    """Yield the addresses of the parts of the table beside this one, each with what it is called."""
    for name, noun, number in (("first_actor", "actors", actors), ("first_issue", "issues", issues)):
        at = first[name]
        if at > 0:
            yield f"/positions{query({**given, **first, name: max(at - SIDE, 0)})}", f"{noun} before"
        if at + SIDE < number:
            yield f"/positions{query({**given, **first, name: at + SIDE})}", f"more {noun}"


@pages.get("/position/{actor_id}/{issue_id}")
def position(request: Request, room: Opened, actor_id: str, issue_id: str, stance: str = "") -> HTMLResponse:
    """Show all that an actor says on an issue in order of time, with its turns and contradictions."""
    given = form(request.query_params)
    if stance and stance not in list(Stance):
        raise SettingsError(f"stance is {stance!r}; give one of: {', '.join(Stance)}")
    found = position_of(room.store, actor_id, issue_id, wanted(given))
    all_of = evidence(room.store, [found])[found.actor_id, found.issue_id]
    return page(
        request,
        "positions/position.html",
        found=found,
        told=told(found),
        stands=[each for each in all_of if not stance or each.stand.stance == stance],
        turns=_turns(found, all_of),
        types=sorted(found.types.items(), key=lambda each: (-each[1], each[0])),
        stance=stance,
        shapes=SHAPES,
        given=given,
        asked=query(given),
    )


def _turns(found: Position, all_of: tuple[Evidence, ...]) -> list[tuple[Shift, Evidence, Evidence]]:
    known = {each.stand.statement_id: each for each in all_of}
    return [(each, known[each.earlier.statement_id], known[each.later.statement_id]) for each in found.shifts]
