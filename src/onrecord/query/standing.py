"""Who stands where, at a glance: actors by issues, one position with its statements, what these say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from onrecord.errors import MissingError, SettingsError
from onrecord.query.actors import identity_id
from onrecord.query.issues import ListedIssue, listed_issues, ranked_issues
from onrecord.query.positions import PositionFilter, issue_id, positions, side
from onrecord.query.reported import Reported
from onrecord.query.statements import CHUNK, published_within, reported
from onrecord.record import Status
from onrecord.record.position import Position
from onrecord.store import Store
from onrecord.store.schema import documents, identities, members, statement_issues, statements, verdicts

SIDE = 25
"""Actors and issues of a table at most."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor with how many statements it makes on the issues that are shown."""

    id: str
    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Actors by issues: `positions` by the ids of both. `actors_in_all` and `issues_in_all` are how many there are."""

    actors: tuple[Standing, ...]
    issues: tuple[ListedIssue, ...]
    positions: Mapping[tuple[str, str], Position]
    actors_in_all: int
    issues_in_all: int


def heatmap(
    store: Store,
    wanted: PositionFilter | None = None,
    *,
    actor_words: str = "",
    issue_words: str = "",
    first_actor: int = 0,
    first_issue: int = 0,
    size: int = SIDE,
) -> Heatmap:
    """Return a part of the table of actors and issues, those with most statements first, `size` of each at most.

    Without actors in `wanted`, those whose names hold `actor_words` are taken; so are issues. `first_actor` and
    `first_issue` are how many of them are left out before. Raises SettingsError for a number below 0 or a size that
    is not from 1 to 100, MissingError for an actor or an issue that is none.
    """
    if min(first_actor, first_issue) < 0 or not 1 <= size <= 100:
        raise SettingsError("a table begins at 0 or behind it, and has 1 to 100 actors and issues")
    asked = wanted or PositionFilter()
    with store.reading() as connection:
        ranked = _issues(connection, asked, issue_words)
        chosen = ranked[first_issue : first_issue + size]
        issues = listed_issues(connection, chosen)
        everybody = _actors(connection, asked, chosen, actor_words)
        actors = tuple(everybody[first_actor : first_actor + size])
    if not actors or not issues:
        return Heatmap(actors, issues, {}, len(everybody), len(ranked))
    narrowed = replace(asked, actors=tuple(each.id for each in actors), issues=tuple(chosen), limit=None)
    found = {(each.actor_id, each.issue_id): each for each in positions(store, narrowed)}
    return Heatmap(actors, issues, found, len(everybody), len(ranked))


def position(store: Store, actor: str, issue: str, wanted: PositionFilter | None = None) -> Position:
    """Return the position of an actor on an issue, by ids or names. Raises MissingError where there is none."""
    found = positions(store, replace(wanted or PositionFilter(), actors=(actor,), issues=(issue,)))
    if not found:
        raise MissingError(f"nothing that {actor!r} says on {issue!r} is in the record")
    return found[0]


def statements_of(store: Store, ids: Iterable[str]) -> dict[str, Reported]:
    """Return the statements of these ids, by id; those that are gone are not there."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Reported] = {}
    for at in range(0, len(wanted), CHUNK):
        with store.reading() as connection:
            found |= {each.id: each for each in reported(connection, wanted[at : at + CHUNK])}
    return found


def _issues(connection: Connection, wanted: PositionFilter, words: str) -> list[str]:
    ranked = [key for key, number in ranked_issues(connection, words) if number]
    if not wanted.issues:
        return ranked
    only = {issue_id(connection, word) for word in wanted.issues}
    return [key for key in ranked if key in only]


def _actors(connection: Connection, wanted: PositionFilter, issues: Iterable[str], words: str) -> list[Standing]:
    s, v = statements.c, verdicts.c
    number = func.count()
    query = (
        select(identities.c.id, identities.c.name, number)
        .select_from(statement_issues)
        .join(statements, s.id == statement_issues.c.statement_id)
        .join(documents, documents.c.id == s.document_id)
        .outerjoin(verdicts, v.statement_id == s.id)
        .join(members, members.c.actor_id == func.coalesce(v.actor_id, s.actor_id))
        .join(identities, identities.c.id == members.c.identity_id)
        .where(statement_issues.c.issue_id.in_(list(issues)), func.coalesce(v.status, "") != Status.REJECTED.value)
        .where(*published_within(wanted.since, wanted.until))
        .group_by(identities.c.id, identities.c.name)
        .order_by(number.desc(), identities.c.name, identities.c.id)
    )
    if wanted.outlet is not None:
        query = query.where(documents.c.outlet == wanted.outlet)
    if wanted.min_confidence is not None:
        query = query.where(s.confidence >= wanted.min_confidence)
    if wanted.actors:
        query = query.where(identities.c.id.in_([identity_id(connection, word) for word in wanted.actors]))
    asked = words.casefold().split()
    rows = (Standing(*row) for row in connection.execute(query))
    return [each for each in rows if all(word in each.name.casefold() for word in asked)]


def side_names(store: Store, words: str) -> tuple[str, ...]:
    """Return the names of the actors of a side. Raises MissingError for an actor that is none."""
    with store.reading() as connection:
        return side(connection, words).names
