"""What statements are about, where they stand and what they tell with others, for columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, select

from onrecord.store.columns import VOCABULARY, Array, Columns, fresh
from onrecord.store.fullest import fullest_tellings
from onrecord.store.issues import judged_issues
from onrecord.store.schema import statements, tellings

PART = 500
"""Documents asked for at once."""

_MOST = np.int64(1 << 60)
"""More than the first 60 bits of any id."""

_STANCES = {value: place for place, value in enumerate(VOCABULARY["stance"])}


def with_issues(connection: Connection, columns: Columns, document_ids: Sequence[str] | None) -> Columns:
    """Return the columns of these documents, or of all, with what the statements are about as the record has it now.

    Issues that have no number yet get one among those of the columns.
    """
    rows = _rows(connection, lambda within: select(judged_issues(within)), document_ids)
    number = len(columns.statements)
    issue, stance, chance = np.full(number, -1, np.int32), np.full(number, -1, np.int8), np.ones(number)
    if rows:
        keys, issues, chances, stances, sure = zip(*rows, strict=True)
        places, held = _held(columns, keys)
        issue[places] = np.array([columns.issues.code(each) for each in issues], np.int32)[held]
        stance[places] = np.array([_STANCES.get(each, -1) for each in stances], np.int8)[held]
        chance[places] = (np.array(chances) * np.array([1.0 if each is None else each for each in sure]))[held]
    told = replace(columns.statements, issue=issue, stance=stance, chance=chance)
    return replace(columns, statements=told, **fresh())


def with_utterances(connection: Connection, columns: Columns, document_ids: Sequence[str] | None) -> Columns:
    """Return the columns of these documents, or of all, with the utterances as the record has them now."""
    told = replace(columns.statements, utterance=utterances(connection, columns, document_ids))
    return replace(columns, statements=told, **fresh())


def utterances(connection: Connection, columns: Columns, document_ids: Sequence[str] | None = None) -> Array:
    """Return a number for each statement of columns, equal for those of one fullest telling; -1 where one alone tells.

    Which one that is `fullest` says.
    """
    rows = _rows(connection, _told, document_ids)
    found = np.full(len(columns.statements), -1, np.int64)
    if rows:
        fullest, keys = zip(*rows, strict=True)
        places, held = _held(columns, keys)
        # Ids are hashes: 60 bits of one tell a million apart, as they do rows of the full-text index.
        known = {each: int(each[:15], 16) for each in dict.fromkeys(fullest)}
        numbers = np.array([known[each] for each in fullest], np.int64)[held]
        own = np.array([one == other for one, other in rows], bool)[held]
        found[places[own]] = numbers[own]
        least = np.full(len(found), _MOST)
        np.minimum.at(least, places[~own], numbers[~own])
        found = np.where(least < _MOST, least, found)
    return found


def _told(within: Select[Any] | None) -> Select[Any]:
    query = fullest_tellings()
    return query if within is None else query.where(tellings.c.statement_id.in_(within))


def _rows(
    connection: Connection, asked: Callable[[Select[Any] | None], Select[Any]], document_ids: Sequence[str] | None
) -> list[Any]:
    """Return the rows of a query of all statements, or of those of some documents."""
    c = statements.c
    within: list[Select[Any] | None] = [None]
    if document_ids is not None:
        parts = (document_ids[at : at + PART] for at in range(0, len(document_ids), PART))
        within = [select(c.id).where(c.document_id.in_(part)) for part in parts]
    rows: list[Any] = []
    for each in within:
        # The rows as they are: a million in a second, four times as fast as by way of SQLAlchemy's.
        sql = str(asked(each).compile(connection, compile_kwargs={"literal_binds": True}))
        rows += connection.connection.cursor().execute(sql).fetchall()
    return rows


def _held(columns: Columns, ids: Sequence[str]) -> tuple[Array, Array]:
    """Return the places of those of these statements that the columns have, and which ones these are."""
    places = columns.places_of(ids)
    held = places >= 0
    return places[held], held
