"""``/v1/utterances``, ``/v1/occasions``: what was said once and is told several times, with all its tellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pydantic import Field
from sqlalchemy import Connection

from onrecord.present.export import tellings
from onrecord.present.rest.answers import answer, body_of, done, elsewhere, link_to_next, page_links
from onrecord.present.rest.conditional import check_match, tag_of
from onrecord.present.rest.parameters import Id
from onrecord.present.rest.problems import ProblemError
from onrecord.present.rest.statement_query import StatementPage
from onrecord.present.rest.statements import listed as statements
from onrecord.present.rest.telling_models import (
    StatementTellings,
    TellingsJudged,
    TellingsMerging,
    TellingsSplitting,
    Utterance,
    Utterances,
    WholeOccasion,
)
from onrecord.present.web.access import Role, needs
from onrecord.present.web.room import Opened
from onrecord.query import show as show_statement
from onrecord.query import utterances as query
from onrecord.query.tellings import ShownUtterance
from onrecord.query.utterances import Order
from onrecord.record import Relation
from onrecord.run import retelling
from onrecord.run.judging import Check
from onrecord.store import Store

api = APIRouter(tags=["utterances"])
_REVIEWER = [Depends(needs(Role.REVIEWER))]
_LOCATION = {"Location": {"description": "Its address now.", "schema": {"type": "string"}}}
_MOVED: dict[int | str, dict[str, Any]] = {307: {"description": "It has another id now.", "headers": _LOCATION}}


class UtteranceQuery(StatementPage):
    """Conditions that one of its tellings must all meet, and which part of the list is wanted."""

    relation: Relation | None = Field(None, description="What one of its tellings is to the fullest.")
    order: Order = Field(Order.NEWEST, description="In which order they are listed.")


@api.get("/utterances", response_model=Utterances)
def utterances(request: Request, room: Opened, asked: Annotated[UtteranceQuery, Query()]) -> Response:
    """List what was said once and is told several times: all conditions are met by one of its tellings."""
    found = query.page(
        room.store, asked.filter(), relation=asked.relation, order=asked.order, after=asked.after, size=asked.size
    )
    following = link_to_next(request, found.next)
    items = [tellings.listed(each) for each in found.utterances]
    content = Utterances.model_validate({"items": items, "next": following})
    return answer(request, content, links=page_links(request, following))


@api.get("/utterances/{utterance_id}", response_model=Utterance, responses=_MOVED)
def utterance(request: Request, room: Opened, utterance_id: Id) -> Response:
    """Tell an utterance: all its tellings with their differences from the fullest one, the first published first.

    An id that it had once leads to the one that it has.
    """
    found = query.show(room.store, utterance_id)
    if found.id != utterance_id:
        return elsewhere(f"/v1/utterances/{found.id}")
    links = {"collection": "/v1/utterances", "up": f"/v1/occasions/{found.occasion.id}"}
    return answer(request, _model(found), links=links)


@api.get("/statements/{statement_id}/tellings", response_model=StatementTellings)
def told(request: Request, room: Opened, statement_id: Id) -> Response:
    """List the utterances that a statement tells, each with all its tellings; none where it alone tells it."""
    own = show_statement(room.store, statement_id).reported.id
    items = [
        {**tellings.listed(one), "all_tellings": [tellings.telling(each) for each in found]}
        for one, found in query.of_statement(room.store, own)
    ]
    return answer(request, StatementTellings.model_validate({"items": items}), links={"up": f"/v1/statements/{own}"})


@api.get("/occasions/{occasion_id}", response_model=WholeOccasion, responses=_MOVED)
def occasion(request: Request, room: Opened, occasion_id: Id) -> Response:
    """Tell an occasion: who spoke, when and where, its utterances, and the statements that one text alone tells.

    An id that it had once leads to the one that it has.
    """
    found = query.occasion(room.store, occasion_id)
    if found.id != occasion_id:
        return elsewhere(f"/v1/occasions/{found.id}")
    whole = {
        **tellings.occasion(found),
        "utterances": [tellings.listed(each) for each in found.utterances],
        "others": statements(room.store, found.others),
    }
    return answer(request, WholeOccasion.model_validate(whole), links={"item": "/v1/utterances"})


@api.post("/utterances/{utterance_id}/merge", response_model=TellingsJudged, dependencies=_REVIEWER)
def merge(request: Request, room: Opened, utterance_id: Id, told: TellingsMerging) -> Response:
    """Judge that other utterances or statements tell the same. Needs the utterance's ETag in If-Match."""
    before = _statements(room.store, utterance_id)
    number = retelling.merge_tellings(
        room.store,
        [utterance_id, *told.others],
        author=told.author,
        made_at=room.now(),
        reason=told.reason,
        check=_seen(request, utterance_id, told.etags),
    )
    return done(_judged(room.store, number, before))


@api.post("/utterances/{utterance_id}/split", response_model=TellingsJudged, dependencies=_REVIEWER)
def split(request: Request, room: Opened, utterance_id: Id, told: TellingsSplitting) -> Response:
    """Judge that some of its tellings tell something else than the rest. Needs its ETag in If-Match."""
    before = _statements(room.store, utterance_id)
    number = retelling.split_tellings(
        room.store,
        utterance_id,
        told.apart,
        author=told.author,
        made_at=room.now(),
        reason=told.reason,
        check=_seen(request, utterance_id),
    )
    return done(_judged(room.store, number, before))


def _model(found: ShownUtterance) -> Utterance:
    return Utterance.model_validate(tellings.shown(found))


def _statements(store: Store, utterance_id: str) -> list[str]:
    return [each.reported.id for each in query.show(store, utterance_id).tellings]


def _seen(request: Request, utterance_id: str, others: Mapping[str, str] | None = None) -> Check:
    """Return a check that the utterance is as its ETag in If-Match says, and `others` as theirs, by id."""

    def check(connection: Connection) -> None:
        check_match(request, _tag(connection, utterance_id), needed=True)
        for other, tag in (others or {}).items():
            if _tag(connection, other) != tag:
                raise ProblemError("changed", f"utterance {other} is no longer how you have seen it")

    return check


def _tag(connection: Connection, utterance_id: str) -> str:
    found = query.shown(connection, query.present_id(connection, utterance_id))
    return tag_of(body_of(_model(found)))


def _judged(store: Store, number: int, ids: Iterable[str]) -> TellingsJudged:
    holding = {one.id for each in ids for one, _ in query.of_statement(store, each)}
    return TellingsJudged(judgements=[number], utterances=sorted(holding))
