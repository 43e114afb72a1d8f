"""The actors' pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.present.web.entries import list_entries
from onrecord.present.web.features.actors.chart import chart
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query import ActorFilter, Filter, actor
from onrecord.query import page as statement_page
from onrecord.query.actors import actor_page
from onrecord.query.spread import spread
from onrecord.record import ActorKind

pages = APIRouter()

SHOWN = 5
"""Statements shown on an actor's page; the search has them all."""


@pages.get("/actors")
def actors(request: Request, room: Opened) -> HTMLResponse:
    """List who is on record, those with most statements first."""
    given = request.query_params
    form = {name: given.get(name, "").strip() for name in ("name", "kind", "doubtful")}
    asked = urlencode({name: value for name, value in form.items() if value}, errors="replace")
    told: dict[str, Any] = {"given": form, "kinds": ActorKind, "parameters": asked}
    try:
        wanted = _wanted(form)
        found = actor_page(room.store, wanted, after=given.get("after") or None)
    except SettingsError as error:
        return page(request, "actors/list.html", 422, wrong=str(error), **told)
    following = f"/actors?{asked}{'&' if asked else ''}after={found.next}" if found.next else None
    first = f"/actors?{asked}" if given.get("after") else None
    return page(request, "actors/list.html", wrong="", found=found.actors, next=following, first=first, **told)


def _wanted(form: dict[str, str]) -> ActorFilter:
    kind = form["kind"] or None
    if kind is not None and kind not in list(ActorKind):
        raise SettingsError(f"kind is {kind!r}; give one of: {', '.join(ActorKind)}")
    return ActorFilter(form["name"][:500] or None, ActorKind(kind) if kind else None, bool(form["doubtful"]))


@pages.get("/actor/{actor_id}")
def one(request: Request, room: Opened, actor_id: str) -> HTMLResponse:
    """Show an actor: names, roles, statements over time, doubts, members and judgements."""
    portrait = actor(room.store, actor_id)
    wanted = Filter(actor=portrait.listed.id)
    over_time = spread(room.store, wanted)
    found = statement_page(room.store, wanted, size=SHOWN)
    return page(
        request,
        "actors/actor.html",
        portrait=portrait,
        actor=portrait.listed,
        spread=over_time,
        chart=chart(over_time.parts),
        found=list_entries(room.store, found.statements),
        more=found.next is not None,
    )
