"""Actors and judgements as the API tells them, and the check that a reviewer has seen what is judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from fastapi import Request
from sqlalchemy import Connection

from onrecord.errors import MissingError
from onrecord.present.rest.actor_models import Actor, Judged, Judgement
from onrecord.present.rest.answers import body_of
from onrecord.present.rest.conditional import check_match, tag_of
from onrecord.present.rest.problems import ProblemError
from onrecord.query import Listed, Portrait, judgements
from onrecord.query import actor as portrait_of
from onrecord.query.actors import holders, identity_id, portrait
from onrecord.record import Judgement as Made
from onrecord.record import JudgementKind
from onrecord.run.judging import Check
from onrecord.store import Store

Numbered = tuple[int, Made]


def entry(listed: Listed) -> dict[str, Any]:
    """Return an actor as a list tells it."""
    return {**asdict(listed), "kind": listed.kind.value}


def shown(store: Store, actor_id: str) -> Actor:
    """Return the actor of just this id. Raises MissingError without one."""
    found = portrait_of(store, actor_id)
    if found.listed.id != actor_id:
        raise MissingError(f"there is no actor {actor_id}")
    return _whole(found)


def _whole(found: Portrait) -> Actor:
    told = {**entry(found.listed), "members": [asdict(member) for member in found.members]}
    return Actor.model_validate({**told, "judgements": [one.model_dump() for one in told_of(found.judgements)]})


def told_of(made: Iterable[Numbered]) -> list[Judgement]:
    """Return judgements as models, each with the numbers of those among them that withdraw it."""
    numbered, withdrawn = list(made), defaultdict[str, list[int]](list)
    for number, judgement in numbered:
        if judgement.kind is JudgementKind.WITHDRAWN:
            for subject in judgement.subjects:
                withdrawn[subject].append(number)
    return [_judgement(number, one, withdrawn.get(one.id, [])) for number, one in numbered]


def _judgement(number: int, made: Made, withdrawn_by: list[int]) -> Judgement:
    told = {**asdict(made), "kind": made.kind.value, "field": made.field.value if made.field else None}
    return Judgement.model_validate({**told, "number": number, "id": made.id, "withdrawn_by": withdrawn_by})


def seen(request: Request, actor_id: str, others: Mapping[str, str] | None = None) -> Check:
    """Return a check that the actor is as its ETag in If-Match says, and `others` as theirs, by id."""

    def check(connection: Connection) -> None:
        check_match(request, _tag(connection, actor_id), needed=True)
        for other, tag in (others or {}).items():
            if _tag(connection, other) != tag:
                raise ProblemError("changed", f"actor {other} is no longer how you have seen it")

    return check


def _tag(connection: Connection, actor_id: str) -> str:
    if identity_id(connection, actor_id) != actor_id:
        raise MissingError(f"there is no actor {actor_id}")
    return tag_of(body_of(_whole(portrait(connection, actor_id))))


def judged(store: Store, numbers: Iterable[int]) -> Judged:
    """Return what judgements of who is who led to."""
    made = {number: judgement for number, judgement in judgements(store) if number in set(numbers)}
    subjects = [subject for judgement in made.values() for subject in judgement.subjects]
    return Judged(judgements=sorted(made), actors=list(holders(store, subjects)))
