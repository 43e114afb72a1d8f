"""Who stands where, at a glance: actors by issues, one position with its statements, what these say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection, select

from onrecord.errors import MissingError, SettingsError
from onrecord.query.about import about
from onrecord.query.actors import identity_id
from onrecord.query.filter import Filter
from onrecord.query.issues import ListedIssue, listed_issues, ranked_issues
from onrecord.query.positions import PositionFilter, issue_id, positions, side
from onrecord.query.reported import Reported
from onrecord.query.selection import Selection
from onrecord.query.statements import CHUNK, reported
from onrecord.record.position import Position
from onrecord.store import Store
from onrecord.store.schema import identities

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
    ranked = _issues(store, asked, issue_words)
    chosen = ranked[first_issue : first_issue + size]
    issues = listed_issues(store, chosen)
    everybody = _actors(store, asked, chosen, actor_words)
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


def _issues(store: Store, wanted: PositionFilter, words: str) -> list[str]:
    ranked = [key for key, number in ranked_issues(store, words) if number]
    if not wanted.issues:
        return ranked
    with store.reading() as connection:
        only = {issue_id(connection, word) for word in wanted.issues}
    return [key for key in ranked if key in only]


def _actors(store: Store, wanted: PositionFilter, issues: Sequence[str], words: str) -> list[Standing]:
    """Return who speaks on the issues, those with most statements first."""
    asked = Filter(
        since=wanted.since, until=wanted.until, outlet_name=wanted.outlet, min_confidence=wanted.min_confidence
    )
    with store.reading() as connection:
        columns = store.columns(connection)
        what = about(columns, connection)
        chosen = Selection(columns, connection, asked).mask() & np.isin(what.issue, [what.place(key) for key in issues])
        numbers = np.bincount(columns.statements.actor[chosen] + np.int32(1), minlength=1)[1:]
        names = _names(connection, [columns.actors.names[code] for code in np.flatnonzero(numbers)], words)
        only = {identity_id(connection, word) for word in wanted.actors} or set(names)
        found = [Standing(key, names[key], int(numbers[columns.actors.find(key)])) for key in names if key in only]
    return sorted(found, key=lambda each: (-each.statements, each.name, each.id))


def _names(connection: Connection, ids: Sequence[str], words: str) -> dict[str, str]:
    """Return the names of those of these actors whose name holds `words`, by id."""
    asked = words.casefold().split()
    found: dict[str, str] = {}
    for at in range(0, len(ids), CHUNK):
        query = select(identities.c.id, identities.c.name).where(identities.c.id.in_(ids[at : at + CHUNK]))
        found |= {row.id: row.name for row in connection.execute(query)}
    return {key: name for key, name in found.items() if all(word in name.casefold() for word in asked)}


def side_names(store: Store, words: str) -> tuple[str, ...]:
    """Return the names of the actors of a side. Raises MissingError for an actor that is none."""
    with store.reading() as connection:
        return side(connection, words).names
