"""Who stands where, at a glance: actors by issues, one position with its statements, what these say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection

from onrecord.errors import MissingError, SettingsError
from onrecord.networks.arrays import Flags, Ints, ints
from onrecord.query.about import About, about, uttered
from onrecord.query.actors import identity_id
from onrecord.query.filter import Filter
from onrecord.query.glance import Stands
from onrecord.query.issues import ListedIssue, listed_issues, ranked_issues
from onrecord.query.positions import PositionFilter, issue_id, positions, side
from onrecord.query.reported import Reported
from onrecord.query.selection import Selection
from onrecord.query.statements import CHUNK, reported
from onrecord.record.position import Glance, Position
from onrecord.store import Store
from onrecord.store.columns import Array, Columns

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
    positions: Mapping[tuple[str, str], Glance]
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
    with store.reading() as connection:
        spoken = _Spoken.of(store.columns(connection), connection, asked, chosen)
        everybody = spoken.actors(connection, asked, actor_words)
        shown = everybody[first_actor : first_actor + size]
        return Heatmap(spoken.standings(shown), issues, spoken.glances(shown, issues), len(everybody), len(ranked))


def speakers(store: Store, number: int) -> tuple[Standing, ...]:
    """Return who says most on the issues on which most was said."""
    asked = PositionFilter()
    issues = _issues(store, asked, "")[:number]
    with store.reading() as connection:
        spoken = _Spoken.of(store.columns(connection), connection, asked, issues)
        return spoken.standings(spoken.actors(connection, asked, "")[:number])


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


@dataclass(frozen=True, slots=True, eq=False)
class _Spoken:
    """What was said on some issues: the `places` of the statements in columns, and what all of these are about.

    `numbers` are how many each actor said.
    """

    columns: Columns
    what: About
    utterance: Array
    places: Ints
    numbers: Ints

    @classmethod
    def of(cls, columns: Columns, connection: Connection, wanted: PositionFilter, issues: Sequence[str]) -> _Spoken:
        """Return what was said on these issues that meets `wanted`, but for its actors."""
        asked = Filter(
            since=wanted.since, until=wanted.until, outlet_name=wanted.outlet, min_confidence=wanted.min_confidence
        )
        what = about(columns, connection)
        among = _among(len(what.ids), [what.place(key) for key in issues])
        chosen = Selection(columns, connection, asked).mask() & among[what.issue]
        numbers = np.bincount(columns.statements.actor[chosen] + np.int32(1), minlength=len(columns.called) + 1)[1:]
        return cls(columns, what, uttered(columns, connection), ints(np.flatnonzero(chosen)), ints(numbers))

    def actors(self, connection: Connection, wanted: PositionFilter, words: str) -> list[int]:
        """Return the actors whose names hold `words`, by number, those who said most first."""
        called, asked = self.columns.called, words.casefold().split()
        codes = np.flatnonzero(self.numbers)
        if wanted.actors:
            only = [self.columns.actors.find(identity_id(connection, word)) for word in wanted.actors]
            codes = codes[np.isin(codes, only)]
        if asked:
            named = zip(codes.tolist(), (name.casefold() for name in called.names(codes.tolist())), strict=True)
            codes = ints([code for code, name in named if all(word in name for word in asked)])
        found: list[int] = codes[np.lexsort((called.rank[codes], -self.numbers[codes]))].tolist()
        return found

    def standings(self, actors: Sequence[int]) -> tuple[Standing, ...]:
        """Return these actors with how much they said."""
        of = self.columns
        return tuple(Standing(of.actors.names[code], of.called.name(code), int(self.numbers[code])) for code in actors)

    def glances(self, actors: Sequence[int], issues: Sequence[ListedIssue]) -> dict[tuple[str, str], Glance]:
        """Return the positions of these actors on these issues."""
        of, width = self.columns, len(issues)
        row = _numbered(len(of.called), actors)[of.statements.actor[self.places]]
        column = _numbered(len(self.what.ids), [self.what.place(each.id) for each in issues])[
            self.what.issue[self.places]
        ]
        held = (row >= 0) & (column >= 0)
        cell = row[held] * width + column[held]
        stands = Stands(of, self.places[held], cell, self.what.stance, self.what.chance, self.utterance)
        size = len(actors) * width
        who = [(of.actors.names[code], of.called.name(code)) for code in actors]
        found = {}
        for number, (sides, firm) in enumerate(zip(stands.sides(size), stands.firm(size), strict=True)):
            if sides:
                (actor_id, actor), issue = who[number // width], issues[number % width]
                found[actor_id, issue.id] = Glance(actor_id, actor, issue.id, issue.name, sides, firm)
        return found


def _among(number: int, places: Sequence[int]) -> Flags:
    """Return for each of so many places whether it is one of these; -1, none, is the last and is not."""
    return _numbered(number, places) >= 0


def _numbered(number: int, places: Sequence[int]) -> Ints:
    """Return for each of so many places which of `places` it is; -1 for no other, and for -1, which is the last."""
    table = np.full(number + 1, -1, dtype=np.int64)
    at = ints(places)
    table[at[at >= 0]] = np.flatnonzero(at >= 0)
    return table


def side_names(store: Store, words: str) -> tuple[str, ...]:
    """Return the names of the actors of a side. Raises MissingError for an actor that is none."""
    with store.reading() as connection:
        return side(connection, words).names
