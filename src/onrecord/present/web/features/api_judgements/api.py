"""``/v1/judgements``: what people decided, in the order in which they did."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response
from pydantic import Field
from sqlalchemy import Connection

from onrecord.errors import MissingError
from onrecord.present.rest.actor_models import Judged, Judgement, Judgements, Judging
from onrecord.present.rest.actors import Numbered, judged, told_of
from onrecord.present.rest.answers import answer, body_of, done, link_to_next, page_links
from onrecord.present.rest.conditional import check_match, tag_of
from onrecord.present.rest.parameters import Paged
from onrecord.present.web.access import Role, needs
from onrecord.present.web.room import Opened
from onrecord.query import judgements
from onrecord.query.keyset import cursor, place
from onrecord.record import JudgementKind
from onrecord.run import judging
from onrecord.store import judgements as log

api = APIRouter(tags=["judgements"])

Number = Annotated[int, Path(ge=1, le=2**53, description="Its number in the log.")]


class JudgementQuery(Paged):
    """Which judgements are wanted."""

    kind: JudgementKind | None = Field(None, description="Only those of this kind.")


@api.get("/judgements", response_model=Judgements)
def all_judgements(request: Request, room: Opened, asked: Annotated[JudgementQuery, Query()]) -> Response:
    """List the judgements in the order in which they were made."""
    [begin] = place(asked.after, (int,)) or (0,)
    wanted = [each for each in told_of(judgements(room.store)) if each.number > int(begin)]
    found = [each for each in wanted if asked.kind in (None, each.kind)]
    more = len(found) > asked.size
    following = link_to_next(request, cursor((found[asked.size - 1].number,)) if more else None)
    content = Judgements(items=found[: asked.size], next=following)
    return answer(request, content, links=page_links(request, following))


@api.get("/judgements/{number}", response_model=Judgement)
def judgement(request: Request, room: Opened, number: Number) -> Response:
    """Tell a judgement, and which later ones withdraw it."""
    return answer(request, _of(judgements(room.store), number), links={"collection": "/v1/judgements"})


@api.post("/judgements/{number}/withdraw", response_model=Judged, dependencies=[Depends(needs(Role.REVIEWER))])
def withdraw(request: Request, room: Opened, number: Number, told: Judging) -> Response:
    """Judge that it no longer holds. Needs the judgement's ETag in If-Match: one withdrawn meanwhile is told."""

    def check(connection: Connection) -> None:
        check_match(request, tag_of(body_of(_of(log.judged(connection), number))), needed=True)

    made = judging.withdraw(room.store, number, author=told.author, made_at=room.now(), reason=told.reason, check=check)
    return done(judged(room.store, (number, made)))


def _of(made: list[Numbered], number: int) -> Judgement:
    found = next((each for each in told_of(made) if each.number == number), None)
    if found is None:
        raise MissingError(f"there is no judgement {number}")
    return found
