"""Columns made from the rows of a record: of all its documents, or of those that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import numpy as np
from sqlalchemy import Connection

from onrecord.store import alignments, changes
from onrecord.store import issues as kept
from onrecord.store.callings import called
from onrecord.store.column_issues import with_issues, with_utterances
from onrecord.store.columns import (
    TIME,
    VOCABULARY,
    Columns,
    Documents,
    Names,
    Statements,
    document_key,
    merged,
    taken,
)

CHUNK = 20_000
"""Rows that are turned into numbers at once."""

PART = 500
"""Documents asked for at once."""

MANY = 5
"""From one in so many documents on, reading all anew is quicker than merging those that changed."""

_PLACES = {name: {value: place for place, value in enumerate(values)} for name, values in VOCABULARY.items()}

# The columns of `changes` and of the indexes alone: the text, which lies before them in the table, is never read.
_DOCUMENTS = "SELECT id, published, outlet FROM documents"
_FLAGS = "SELECT document_id, kind FROM anomalies"
_JUDGED = ("form", "act", "setting", "said_start", "said_end", "stated", "type", "conditional", "hypothetical")
_STATEMENTS = f"""
SELECT s.id, s.document_id, s.start, s.relay_id IS NOT NULL, m.identity_id, coalesce(v.status, 'open'), s.confidence,
    {", ".join(f"CASE WHEN v.statement_id IS NULL THEN s.{name} ELSE v.{name} END" for name in _JUDGED)}
FROM statements s LEFT JOIN verdicts v ON v.statement_id = s.id
LEFT JOIN members m ON m.actor_id = CASE WHEN v.statement_id IS NULL THEN s.actor_id ELSE v.actor_id END
"""  # noqa: S608 (constants alone)


def read_all(connection: Connection) -> Columns:
    """Return the columns of a whole record as the connection sees it."""
    found = _read(connection, _Numbers(Names(), Names(), Names()), None)
    return replace(found, called=called(connection, found.actors.names))


def followed(connection: Connection, old: Columns) -> Columns:
    """Return columns that follow the changes of documents since `old`.

    What is kept of issues and utterances is followed where their documents changed, no further.
    """
    changed = changes.since(connection, old.number)
    if len(changed) * MANY > len(old.documents):
        return read_all(connection)
    new = _read(connection, _Numbers(old.outlets, old.actors, old.issues), changed)
    spoke = np.unique(new.statements.actor)
    names = called(connection, old.actors.names, old.called, spoke[spoke >= 0])
    return replace(merged(old, new, changed), called=names)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers that names have."""

    outlets: Names
    actors: Names
    issues: Names


def _read(connection: Connection, numbers: _Numbers, document_ids: Sequence[str] | None) -> Columns:
    """Return the columns of documents, without what their actors are called."""
    actors = numbers.actors
    ranks, documents = _documents(connection, numbers.outlets, document_ids)
    parts = [_statements(rows, ranks, actors) for rows in _rows(connection, _STATEMENTS, "s.document_id", document_ids)]
    empty = _statements([], ranks, actors)
    names = Statements.__dataclass_fields__
    whole = Statements(*(np.concatenate([getattr(part, name) for part in (empty, *parts)]) for name in names))
    raw = np.ascontiguousarray(whole.id)
    heads, tails = raw[:, :8].copy().view(">u8").ravel(), raw[:, 8:].copy().view(">u4").ravel()
    order = np.lexsort((tails, heads, whole.relayed, whole.start, whole.document))
    found = Columns(
        number=changes.latest(connection),
        documents=documents,
        statements=taken(whole, order),
        outlets=numbers.outlets,
        actors=actors,
        issues=numbers.issues,
        called=called(connection, ()),
        coded=kept.state(connection).version,
        aligned=alignments.version(connection),
    )
    return with_utterances(connection, with_issues(connection, found, document_ids), document_ids)


def _rows(connection: Connection, sql: str, column: str, document_ids: Sequence[str] | None) -> Iterator[Sequence[Any]]:
    if document_ids is None:
        asked: list[tuple[str, tuple[str, ...]]] = [(sql, ())]
    else:
        parts = (tuple(document_ids[at : at + PART]) for at in range(0, len(document_ids), PART))
        asked = [(f"{sql} WHERE {column} IN ({','.join('?' * len(part))})", part) for part in parts]
    for query, values in asked:
        found = connection.exec_driver_sql(query, values)
        while rows := found.fetchmany(CHUNK):
            yield rows


def _documents(
    connection: Connection, outlets: Names, document_ids: Sequence[str] | None
) -> tuple[dict[str, int], Documents]:
    flags: dict[str, int] = {}
    for document_id, kind in chain.from_iterable(_rows(connection, _FLAGS, "document_id", document_ids)):
        flags[document_id] = flags.get(document_id, 0) | 1 << _PLACES["flags"][kind]
    rows = list(chain.from_iterable(_rows(connection, _DOCUMENTS, "id", document_ids)))
    keyed = sorted((document_key(row[1] or "", row[0]), *row) for row in rows)
    documents = Documents(
        key=np.array([row[0] for row in keyed], dtype=f"S{TIME + 24}"),
        published=np.array([(row[2] or "").encode()[:TIME] for row in keyed], dtype=f"S{TIME}"),
        month=np.array([_month(row[2]) for row in keyed], np.int32),
        outlet=np.array([outlets.code(_text(row[3])) for row in keyed], np.int32),
        flags=np.array([flags.get(row[1], 0) for row in keyed], np.uint16),
    )
    return {row[1]: rank for rank, row in enumerate(keyed)}, documents


def _statements(rows: Sequence[Any], ranks: dict[str, int], actors: Names) -> Statements:
    ids, documents, start, relayed, identity, status, confidence, *judged = (
        zip(*rows, strict=True) if rows else [()] * (7 + len(_JUDGED))
    )
    form, act, setting, said_start, said_end, stated, type_, conditional, hypothetical = judged
    number = len(ids)
    return Statements(
        id=np.frombuffer(bytes.fromhex("".join(ids)), np.uint8).reshape(-1, 12),
        document=np.array([ranks[each] for each in documents], np.int32),
        start=np.array(start, np.int32),
        relayed=np.array(relayed, np.bool_),
        actor=np.array([actors.code(each) for each in identity], np.int32),
        form=_codes("form", form),
        act=_codes("act", act),
        setting=_codes("setting", setting),
        status=_codes("status", status),
        type=_codes("type", type_),
        conditional=np.array(conditional, np.bool_),
        hypothetical=np.array(hypothetical, np.bool_),
        confidence=np.array(confidence, np.float64),
        stated=np.array(stated, np.float64),
        said_start=_days(said_start),
        said_end=_days(said_end),
        issue=np.full(number, -1, np.int32),
        stance=np.full(number, -1, np.int8),
        chance=np.ones(number),
        utterance=np.full(number, -1, np.int64),
    )


def _codes(name: str, values: Sequence[str | None]) -> Any:  # noqa: ANN401
    places = _PLACES[name]
    return np.array([-1 if value is None else places[value] for value in values], np.int8)


def _days(days: Sequence[str | None]) -> Any:  # noqa: ANN401
    return np.array([int(day.replace("-", "")) if day else 0 for day in days], np.int32)


def _text(value: str | bytes | None) -> str | None:
    """Return a text of the type Verbatim as it was given."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def _month(published: str | None) -> int:
    """Return the month of a time in months since year 0, -1 where it tells none."""
    if published is None or len(published) < 7:
        return -1
    return int(published[:4]) * 12 + int(published[5:7]) - 1
