"""The pages of utterances: the list, one with all its tellings, and the occasion that it belongs to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.errors import SettingsError
from onrecord.present.telling_words import rebuilt
from onrecord.present.web.access import Role, role_in
from onrecord.present.web.entries import list_entries
from onrecord.present.web.features.utterances.asked import Asked, asked, form
from onrecord.present.web.features.utterances.former import apart, is_id
from onrecord.present.web.features.utterances.timeline import timeline
from onrecord.present.web.pages import page
from onrecord.present.web.reviewer import name_of
from onrecord.present.web.room import Opened, Room
from onrecord.present.web.tellings import MEANINGS, SHAPES, beside
from onrecord.query import utterances as query
from onrecord.query.former import FormerError
from onrecord.query.tellings import ShownUtterance
from onrecord.query.utterances import Order
from onrecord.record import Relation
from onrecord.store import Store

pages = APIRouter()

SIZE = 25
"""Utterances of a page."""


@pages.get("/utterances")
def listing(request: Request, room: Opened) -> HTMLResponse:
    """List what was said once and told several times, by the conditions of the address."""
    told: dict[str, Any] = {"given": form(request.query_params), "relations": Relation, "orders": Order}
    try:
        of = asked(request.query_params)
        told |= _found(room.store, of, request.query_params.get("after") or None)
    except SettingsError as error:
        return page(request, "utterances/list.html", 422, wrong=str(error), shapes=SHAPES, **told)
    return page(request, "utterances/list.html", wrong="", shapes=SHAPES, **told)


def _found(store: Store, of: Asked, after: str | None) -> dict[str, Any]:
    found = query.page(store, of.wanted, relation=of.relation, order=of.order, after=after, size=SIZE)
    own = of.address()
    return {
        "found": found.utterances,
        "counted": query.count(store, of.wanted, relation=of.relation),
        "next": f"{own}{'&' if '?' in own else '?'}after={found.next}" if found.next else None,
        "first": own if after else None,
        "orders": [(each, of.address(order=each.value)) for each in Order],
        "order": of.order,
        "altered": None if of.relation else of.address(relation=Relation.ALTERED.value),
        "asked": bool(of.address() != "/utterances"),
        "parameters": of.parameters,
    }


@pages.get("/utterance/{utterance_id}")
def utterance(request: Request, room: Opened, utterance_id: str, judged: str = "", former: str = "") -> Response:
    """Show an utterance: its tellings side by side, who told it first, what belongs to the same occasion.

    The address of an id that it had once leads to its own; not for good, since it may have the old one again.
    """
    try:
        found = query.show(room.store, utterance_id)
    except FormerError as error:
        return apart(request, room, error)
    if not found.id.startswith(utterance_id.lower()):
        return RedirectResponse(f"/utterance/{found.id}?{urlencode({'former': utterance_id})}", 307)
    return shown(request, room, found, judged=judged, former=former)


def shown(request: Request, room: Room, found: ShownUtterance, *, judged: str = "", former: str = "") -> HTMLResponse:
    """Return the page of an utterance; `judged` is the number of a judgement just made, `former` the id asked for."""
    pairs = beside(found.tellings)
    numbers = {number for number, _ in found.judgements}
    return page(
        request,
        "utterances/utterance.html",
        found=found,
        pairs=pairs,
        rebuilt=rebuilt(found),
        line=timeline(pairs),
        letters={each.telling.reported.heading.document_id: each.letter for each in reversed(pairs)},
        occasion=query.occasion(room.store, found.occasion.id),
        others=_others(room.store, found),
        shapes=SHAPES,
        meanings=MEANINGS,
        may=(role_in(request) or Role.READER) >= Role.REVIEWER,
        by=name_of(request, room),
        judged=int(judged) if judged.isdecimal() and len(judged) < 10 and int(judged) in numbers else None,
        former=former if former != found.id and is_id(former) else "",
    )


def _others(store: Store, found: ShownUtterance) -> list[tuple[str, str, str]]:
    """Return what may be the same, of the same occasion: ids, the same with what was seen of them, and words."""
    occasion = query.occasion(store, found.occasion.id)
    told = [(each.id, f"{each.id}@{each.version}", each.said) for each in occasion.utterances if each.id != found.id]
    return told + [(each.id, each.id, each.words) for each in occasion.others]


@pages.get("/occasion/{occasion_id}")
def occasion(request: Request, room: Opened, occasion_id: str) -> Response:
    """Show an occasion: who spoke, when and where, and all that is told of it. A former id leads to its own."""
    try:
        found = query.occasion(room.store, occasion_id)
    except FormerError as error:
        return apart(request, room, error)
    if not found.id.startswith(occasion_id.lower()):
        return RedirectResponse(f"/occasion/{found.id}", 307)
    others = list_entries(room.store, found.others)
    return page(request, "utterances/occasion.html", found=found, others=others, shapes=SHAPES)
