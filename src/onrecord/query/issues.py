"""Issues: what the record's statements are about, with how much was said on each and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from onrecord.errors import SettingsError
from onrecord.query.keyset import cursor, place
from onrecord.query.positions import PositionFilter, issue_id, positions
from onrecord.record import Stance
from onrecord.record.position import Position
from onrecord.store import Store
from onrecord.store.schema import issues as table
from onrecord.store.schema import statement_issues

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
    with store.reading() as connection:
        ordered = ranked_issues(connection, words)
        met = [row for row in ordered if behind is None or (-row[1], row[0]) > (behind[0], behind[1])]
        found = listed_issues(connection, [key for key, _ in met[:size]])
    return IssuePage(found, cursor((-met[size - 1][1], met[size - 1][0])) if len(met) > size else None)


def issue(store: Store, word: str, wanted: PositionFilter | None = None) -> ShownIssue:
    """Return the one issue that `word` names or whose id it begins, with everybody's position on it.

    Raises MissingError when none or several do.
    """
    with store.reading() as connection:
        key = issue_id(connection, word)
        listed = listed_issues(connection, [key])[0]
        under = connection.execute(select(table.c.id).where(table.c.parent_id == key).order_by(table.c.name))
        below = listed_issues(connection, list(under.scalars()))
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


def ranked_issues(connection: Connection, words: str) -> list[tuple[str, int]]:
    """Return the ids of the issues whose name holds `words`, with their numbers of statements, the largest first."""
    number = func.count(statement_issues.c.statement_id)
    query = select(table.c.id, table.c.name, number).outerjoin(statement_issues).group_by(table.c.id, table.c.name)
    asked = words.casefold().split()
    rows = [(r[0], r[2]) for r in connection.execute(query) if all(word in r[1].casefold() for word in asked)]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def listed_issues(connection: Connection, ids: list[str]) -> tuple[ListedIssue, ...]:
    """Return the issues of these ids as lists show them, in order; a few hundred at most."""
    rows = {row.id: row for row in connection.execute(select(table).where(table.c.id.in_(ids)))}
    c = statement_issues.c
    query = select(c.issue_id, c.stance, func.count()).where(c.issue_id.in_(ids)).group_by(c.issue_id, c.stance)
    stances: dict[str, dict[Stance, int]] = {key: {} for key in ids}
    for key, stance, number in connection.execute(query):
        told = Stance(stance) if stance else Stance.NEUTRAL
        stances[key][told] = stances[key].get(told, 0) + number
    return tuple(
        ListedIssue(
            key,
            rows[key].name,
            rows[key].description,
            rows[key].parent_id,
            rows[key].coded,
            sum(stances[key].values()),
            tuple(sorted(stances[key].items())),
        )
        for key in ids
        if key in rows
    )
