"""The page of a timeline: a picture and a table of the same numbers."""

from __future__ import annotations

from typing import TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import MissingError, SettingsError
from onrecord.present.web.features.timeline.chart import chart
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.present.web.standing import SHAPES, query
from onrecord.query import Filter
from onrecord.query.actors import called
from onrecord.query.issues import issue_name
from onrecord.query.timeline import NONE, Clock, Rows, timeline

pages = APIRouter()

Choice = TypeVar("Choice", Rows, Clock)


@pages.get("/timeline")
def shown(
    request: Request, room: Opened, actor: str = "", issue: str = "", rows: str = "", clock: str = ""
) -> HTMLResponse:
    """Show what an actor says, or what is said on an issue, over time by stance or type."""
    named = {
        "actor": called(room.store, actor) if actor else None,
        "issue": issue_name(room.store, issue) if issue else None,
    }
    for name, given in (("actor", actor), ("issue", issue)):
        if given and named[name] is None:
            raise MissingError(f"no {name} has the id {given!r}")
    by = _one(Rows, "rows", rows or (Rows.STANCE if issue else Rows.TYPE))
    time = _one(Clock, "clock", clock or Clock.PUBLISHED)
    found = timeline(room.store, Filter(actor=actor or None, issue=issue or None), clock=time, rows=by)
    asked = {"actor": actor, "issue": issue, "rows": by.value, "clock": time.value}
    return page(
        request,
        "timeline/timeline.html",
        found=found,
        chart=chart(found),
        named=named,
        asked=asked,
        rows=by,
        clock=time,
        shapes=SHAPES,
        unknown=NONE,
        turned=[(each.value, f"/timeline{query({**asked, 'rows': each.value})}", each is by) for each in Rows],
        clocks=[(each.value, f"/timeline{query({**asked, 'clock': each.value})}", each is time) for each in Clock],
        search=lambda period, row: f"/search{query(_search(asked, period, row))}",
        parameters=query(asked),
    )


def _search(asked: dict[str, str], period: str, row: str) -> dict[str, str | int | None]:
    """Return the conditions that the statements of a cell meet; "" and NONE ask nothing of the row."""
    days = ("said_since", "said_until") if asked["clock"] == Clock.SAID else ("since", "until")
    told: dict[str, str | int | None] = {
        "actor": asked["actor"],
        "issue": asked["issue"],
        **dict.fromkeys(days, period),
    }
    return told | ({asked["rows"]: row} if row not in ("", NONE) else {})


def _one(kind: type[Choice], name: str, told: str) -> Choice:
    if told not in list(kind):
        raise SettingsError(f"{name} is {told!r}; give one of: {', '.join(kind)}")
    return kind(told)
