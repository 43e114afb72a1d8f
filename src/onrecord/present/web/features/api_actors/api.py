"""``/v1/actors``: who is on record, and judgements of who is who."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pydantic import Field

from onrecord.present.rest.actor_models import Actor, ActorEntry, Actors, Judged, Merging, Renaming, Splitting
from onrecord.present.rest.actors import entry, judged, seen, shown
from onrecord.present.rest.answers import answer, done, link_to_next, page_links
from onrecord.present.rest.parameters import Id, Paged, Words
from onrecord.present.web.access import Role, needs
from onrecord.present.web.room import Opened
from onrecord.query import ActorFilter
from onrecord.query.actors import actor_page
from onrecord.record import ActorKind
from onrecord.run import judging

api = APIRouter(tags=["actors"])
_REVIEWER = [Depends(needs(Role.REVIEWER))]


class ActorQuery(Paged):
    """Conditions that an actor must all meet."""

    name: Words | None = Field(None, description="Words of a name that it has.")
    kind: ActorKind | None = Field(None, description="What kind of speaker it is.")
    doubtful: bool = Field(False, description="Only those who may be somebody else too.")


@api.get("/actors", response_model=Actors)
def actors(request: Request, room: Opened, asked: Annotated[ActorQuery, Query()]) -> Response:
    """List who is on record, those with most statements first."""
    wanted = ActorFilter(asked.name, asked.kind, asked.doubtful)
    found = actor_page(room.store, wanted, after=asked.after, size=asked.size)
    following = link_to_next(request, found.next)
    items = [ActorEntry.model_validate(entry(each)) for each in found.actors]
    return answer(request, Actors(items=items, next=following), links=page_links(request, following))


@api.get("/actors/{actor_id}", response_model=Actor)
def actor(request: Request, room: Opened, actor_id: Id) -> Response:
    """Tell an actor: names, roles, members, whom it may be too, and the judgements that shaped it."""
    links = {"collection": "/v1/actors", "related": f"/v1/statements?actor={actor_id}"}
    return answer(request, shown(room.store, actor_id), links=links)


@api.post("/actors/{actor_id}/merge", response_model=Judged, dependencies=_REVIEWER)
def merge(request: Request, room: Opened, actor_id: Id, told: Merging) -> Response:
    """Judge that other actors are this one. Needs the actor's ETag in If-Match."""
    number = judging.merge(
        room.store,
        [actor_id, *told.others],
        author=told.author,
        made_at=room.now(),
        reason=told.reason,
        check=seen(request, actor_id, told.etags),
    )
    return done(judged(room.store, (number,)))


@api.post("/actors/{actor_id}/split", response_model=Judged, dependencies=_REVIEWER)
def split(request: Request, room: Opened, actor_id: Id, told: Splitting) -> Response:
    """Judge that some of its members are somebody else. Needs the actor's ETag in If-Match."""
    numbers = judging.split(
        room.store,
        actor_id,
        told.members,
        author=told.author,
        made_at=room.now(),
        reason=told.reason,
        check=seen(request, actor_id),
    )
    return done(judged(room.store, numbers))


@api.post("/actors/{actor_id}/rename", response_model=Judged, dependencies=_REVIEWER)
def rename(request: Request, room: Opened, actor_id: Id, told: Renaming) -> Response:
    """Judge what its name is. Needs the actor's ETag in If-Match."""
    number = judging.rename(
        room.store,
        actor_id,
        told.name,
        author=told.author,
        made_at=room.now(),
        reason=told.reason,
        check=seen(request, actor_id),
    )
    return done(judged(room.store, (number,)))
