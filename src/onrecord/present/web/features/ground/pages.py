"""The page of common ground."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import MissingError, SettingsError
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.present.web.standing import SHAPES, evidence, form, told, wanted
from onrecord.query.positions import LEAST, common_grounds
from onrecord.query.standing import side_names, speakers
from onrecord.record.position import CommonGround, Ground

pages = APIRouter()

MOST = 6
"""Sides that are compared at most: more fit no page."""

ISSUES = 60
"""Issues shown at most, those on which most was said."""

SIGNS = {Ground.AGREE: "=", Ground.CONDITIONS: "≈", Ground.EXCLUDE: "≠", Ground.OPEN: "?"}
"""The shape of each answer, beside its words."""

Sides = Annotated[tuple[str, ...], Query(max_length=20)]
"""A side is an actor by id or name, or several parted by commas."""


@pages.get("/ground")
def ground(request: Request, room: Opened, side: Sides = ()) -> HTMLResponse:
    """Show on which issues the stated positions of the chosen sides agree, differ by conditions, or exclude."""
    sides = list(dict.fromkeys(each.strip()[:500] for each in side if each.strip()))
    given = form(request.query_params)
    wrong, found = "", None
    try:
        if len(sides) > MOST:
            raise SettingsError(f"{len(sides)} sides are given; give {MOST} at most")
        if len(sides) >= LEAST:
            found = common_grounds(room.store, sides, wanted(given))
        elif sides and len(side) >= LEAST:
            raise SettingsError(f"give {LEAST} different sides")
    except (SettingsError, MissingError) as error:
        wrong = str(error)
    known = speakers(room.store, 100)
    return page(
        request,
        "ground/ground.html",
        422 if wrong else 200,
        sides=sides,
        names={each: ", ".join(side_names(room.store, each)) for each in sides} if not wrong else {},
        given=given,
        known=known,
        most=MOST,
        wrong=wrong,
        shapes=SHAPES,
        signs=SIGNS,
        answers=None if found is None else _answers(room, found),
        numbers={each: sum(one.ground is each for one in found or ()) for each in Ground},
        more=max(len(found or ()) - ISSUES, 0),
        query=urlencode(
            [*(("side", each) for each in sides), *((n, v) for n, v in given.items() if v)], errors="replace"
        ),
    )


def _answers(room: Opened, found: tuple[CommonGround, ...]) -> list[tuple[CommonGround, list[Any]]]:
    """Return what is shown of each issue: each side's position with its words and its evidence."""
    shown = found[:ISSUES]
    known = evidence(room.store, (position for each in shown for position in each.positions))
    return [(each, [(one, told(one), known[one.actor_id, one.issue_id]) for one in each.positions]) for each in shown]
