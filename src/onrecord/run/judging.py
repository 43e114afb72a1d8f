"""People's judgements of who is who and of what tells the same: appended to the log, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from sqlalchemy import Connection, select

from onrecord.errors import MissingError, SettingsError
from onrecord.query.actors import identity_id
from onrecord.record import Judgement, JudgementKind
from onrecord.run.aligning import kept_aligned
from onrecord.run.identify import identify
from onrecord.store import Store, judgements, verdicts
from onrecord.store.schema import members

Check: TypeAlias = Callable[[Connection], None]
"""Looks at the record before a judgement is made, in the same transaction, and raises what forbids it."""


def unchecked(connection: Connection) -> None:
    """Forbid nothing."""


def merge(
    store: Store, actors: Sequence[str], *, author: str, made_at: str, reason: str = "", check: Check = unchecked
) -> int:
    """Judge that actors, by id or name, are one; return the judgement's number.

    Raises SettingsError for an actor that is none, InputError for fewer than two.
    """
    with store.writing() as connection:
        check(connection)
        subjects = tuple(dict.fromkeys(identity_id(connection, each) for each in actors))
        return _judge(connection, Judgement(author, made_at, JudgementKind.SAME, subjects, reason=reason))[0]


def split(
    store: Store,
    actor: str,
    apart: Sequence[str],
    *,
    author: str,
    made_at: str,
    reason: str = "",
    check: Check = unchecked,
) -> tuple[int, ...]:
    """Judge that some of an actor's members, by id, are one actor of their own; return the judgements' numbers.

    Raises SettingsError for an actor that is none, or a member that is none of its.
    """
    with store.writing() as connection:
        check(connection)
        identity = identity_id(connection, actor)
        chosen = tuple(dict.fromkeys(_member(connection, identity, each) for each in apart))
        made = [Judgement(author, made_at, JudgementKind.SAME, chosen, reason=reason)] if len(chosen) > 1 else []
        made += [Judgement(author, made_at, JudgementKind.DIFFERENT, (identity, chosen[0]), reason=reason)]
        return _judge(connection, *made)


def rename(
    store: Store, actor: str, name: str, *, author: str, made_at: str, reason: str = "", check: Check = unchecked
) -> int:
    """Judge what an actor's name is; return the judgement's number. Raises SettingsError for one that is none."""
    with store.writing() as connection:
        check(connection)
        identity = identity_id(connection, actor)
        return _judge(connection, Judgement(author, made_at, JudgementKind.NAME, (identity,), name, reason))[0]


def withdraw(
    store: Store, number: int, *, author: str, made_at: str, reason: str = "", check: Check = unchecked
) -> int:
    """Judge that an earlier judgement no longer holds; return the new one's number. Raises MissingError without it.

    It may be one of a statement too: what was judged of that since stays.
    """
    with store.writing() as connection:
        check(connection)
        made = dict(judgements.judged(connection)).get(number)
        if made is None:
            raise MissingError(f"there is no judgement {number}; list them with: onrecord actors log")
        withdrawn = Judgement(author, made_at, JudgementKind.WITHDRAWN, (made.id,), reason=reason)
        statements = judgements.statements_of(connection, withdrawn)
        if not statements:
            return _judge(connection, withdrawn)[0]
        with kept_aligned(connection):
            added = judgements.add(connection, withdrawn)
            verdicts.settle(connection, statements)
        return added


def _member(connection: Connection, identity: str, prefix: str) -> str:
    query = select(members.c.actor_id).where(members.c.identity_id == identity)
    found = connection.execute(query.where(members.c.actor_id.startswith(prefix.lower(), autoescape=True)))
    ids = found.scalars().all() if prefix else []
    if len(ids) != 1:
        raise SettingsError(
            f"{prefix!r} begins the id of {len(ids) or 'no'} member; see: onrecord actors show {identity[:8]}"
        )
    return str(ids[0])


def _judge(connection: Connection, *made: Judgement) -> tuple[int, ...]:
    """Append judgements and let them count, all at once; return their numbers."""
    with kept_aligned(connection):
        numbers = tuple(judgements.add(connection, judgement) for judgement in made)
        identify(connection)
    return numbers
