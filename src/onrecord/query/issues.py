"""Issues: what the record's statements are about, with how much was said on each and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import select

from onrecord.errors import SettingsError
from onrecord.query.about import STANCES, About, about
from onrecord.query.keyset import cursor, place
from onrecord.query.positions import PositionFilter, issue_id, positions
from onrecord.record import Stance
from onrecord.record.position import Position
from onrecord.store import Store
from onrecord.store.columns import Array
from onrecord.store.issues import judged_issues
from onrecord.store.schema import issues as table

MOST = 500
"""Issues of a page at most."""


@dataclass(frozen=True, slots=True)
class ListedIssue:
    """An issue as lists show it. `statements` counts those about it, `stances` by stance.

    `coded` is whether it is a concept of the codebook; found issues have no description and no parent.
    """

    id: str
    name: str
    description: str | None
    parent_id: str | None
    coded: bool
    statements: int
    stances: tuple[tuple[Stance, int], ...]


@dataclass(frozen=True, slots=True)
class IssuePage:
    """Some issues, those on which most was said first. `next` asks for those that follow; None where none do."""

    issues: tuple[ListedIssue, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ShownIssue:
    """An issue with everybody's position on it, those resting on most passages first, and the concepts below it."""

    listed: ListedIssue
    positions: tuple[Position, ...]
    below: tuple[ListedIssue, ...]


def issue_page(store: Store, *, words: str = "", after: str | None = None, size: int = 50) -> IssuePage:
    """Return the issues whose name holds `words`, whatever their case, a page of `size`.

    `after` is the `next` of the page before. Raises SettingsError for a cursor that is none or a size out of range.
    """
    if not 1 <= size <= MOST:
        raise SettingsError(f"size is {size}; give a number from 1 to {MOST}")
    behind = place(after, (int, str))
    ordered = ranked_issues(store, words)
    met = [row for row in ordered if behind is None or (-row[1], row[0]) > (behind[0], behind[1])]
    found = listed_issues(store, [key for key, _ in met[:size]])
    return IssuePage(found, cursor((-met[size - 1][1], met[size - 1][0])) if len(met) > size else None)


def issue(store: Store, word: str, wanted: PositionFilter | None = None) -> ShownIssue:
    """Return the one issue that `word` names or whose id it begins, with everybody's position on it.

    Raises MissingError when none or several do.
    """
    with store.reading() as connection:
        key = issue_id(connection, word)
        query = select(table.c.id).where(table.c.parent_id == key).order_by(table.c.name)
        under = list(connection.execute(query).scalars())
    [listed], below = listed_issues(store, [key]), listed_issues(store, under)
    asked = wanted or PositionFilter()
    narrowed = PositionFilter(
        asked.actors, (key,), asked.since, asked.until, asked.outlet, asked.min_confidence, asked.limit
    )
    return ShownIssue(listed, positions(store, narrowed), below)


def issue_name(store: Store, issue_id: str) -> str | None:
    """Return what the issue of this id is called, None where there is none."""
    with store.reading() as connection:
        found: str | None = connection.execute(select(table.c.name).where(table.c.id == issue_id)).scalar()
        return found


@dataclass(frozen=True, slots=True)
class Placed:
    """What a statement is about and where it stands towards that, each with the probability of it."""

    id: str
    name: str
    chance: float
    stance: Stance
    stance_chance: float


def issue_of(store: Store, statement_id: str) -> Placed | None:
    """Return what a statement is about, None for nothing that is known."""
    with store.reading() as connection:
        c = judged_issues([statement_id]).c
        query = select(c.issue_id, table.c.name, c.chance, c.stance, c.stance_chance)
        query = query.join(table, table.c.id == c.issue_id)
        row = connection.execute(query).first()
    if row is None:
        return None
    stance = Stance(row.stance) if row.stance else Stance.NEUTRAL
    return Placed(row.issue_id, row.name, row.chance, stance, 1.0 if row.stance_chance is None else row.stance_chance)


def ranked_issues(store: Store, words: str) -> list[tuple[str, int]]:
    """Return the ids of the issues whose name holds `words`, with their numbers of statements, the largest first."""
    what, numbers = _numbers(store)
    asked = words.casefold().split()
    totals = numbers.sum(axis=1).tolist()
    named = ((key, total) for key, total in zip(what.ids, totals, strict=True))
    rows = [(key, total) for key, total in named if all(word in what.names[key].casefold() for word in asked)]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def listed_issues(store: Store, ids: Sequence[str]) -> tuple[ListedIssue, ...]:
    """Return the issues of these ids as lists show them, in order; a few hundred at most."""
    what, numbers = _numbers(store)
    with store.reading() as connection:
        rows = {row.id: row for row in connection.execute(select(table).where(table.c.id.in_(ids)))}
    return tuple(
        _listed(rows[key], numbers[what.place(key)].tolist()) for key in ids if key in rows and key in what.names
    )


def _listed(row: Any, numbers: Sequence[int]) -> ListedIssue:  # noqa: ANN401 (a row of issues)
    stances = sorted((stance, number) for stance, number in zip(Stance, numbers, strict=True) if number)
    return ListedIssue(row.id, row.name, row.description, row.parent_id, row.coded, sum(numbers), tuple(stances))


def _numbers(store: Store) -> tuple[About, Array]:
    """Return what statements are about, and how many of each issue take which stance; rejected ones count too."""
    with store.reading() as connection:
        what = about(store.columns(connection), connection)
    held = what.issue >= 0
    # Without a stance, none is taken.
    stance = np.where(what.stance[held] < 0, STANCES.index(Stance.NEUTRAL), what.stance[held])
    flat = np.bincount(what.issue[held] * len(STANCES) + stance, minlength=len(what.ids) * len(STANCES))
    return what, flat.reshape(len(what.ids), len(STANCES))
