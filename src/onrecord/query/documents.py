"""Which articles the record holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Column, Connection, func, select

from onrecord.errors import SettingsError
from onrecord.query.filter import Filter, check_days
from onrecord.query.keyset import cursor, place
from onrecord.query.reported import Heading
from onrecord.query.selection import of_documents
from onrecord.query.statements import headings
from onrecord.record import AnomalyKind
from onrecord.store import Store
from onrecord.store.columns import document_key
from onrecord.store.schema import anomalies, documents, statements


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Conditions that a document must all meet; None asks nothing.

    `outlet`, `since` and `until` are as in :class:`onrecord.query.Filter`, `flag` is a kind of anomaly that it
    has. Raises SettingsError for a value that is none.
    """

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    flag: AnomalyKind | None = None

    def __post_init__(self) -> None:
        check_days(self.since, self.until)
        if self.flag is not None and self.flag not in list(AnomalyKind):
            raise SettingsError(f"flag is {self.flag!r}; give one of: {', '.join(AnomalyKind)}")

    @property
    def filter(self) -> Filter:
        """The same conditions, on the documents of statements."""
        return Filter(outlet=self.outlet, since=self.since, until=self.until, flag=self.flag)


@dataclass(frozen=True, slots=True)
class Counts:
    """A document with what was found in it, in numbers.

    `quotations` is None where an earlier version did not account for them.
    """

    heading: Heading
    statements: int
    anomalies: int
    quotations: int | None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Some documents in order. `next` asks for those that follow; None where none do."""

    documents: tuple[Counts, ...]
    next: str | None


def document_page(store: Store, wanted: DocumentFilter, *, after: str | None = None, size: int = 50) -> DocumentPage:
    """Return the documents that meet `wanted`, by time of publication and id, undated ones first; a page of `size`.

    `after` is the `next` of the page before. Raises SettingsError for a cursor that is none.
    """
    begin = place(after, (str, str))
    with store.reading() as connection:
        columns = store.columns(connection)
        met = np.ones(len(columns.documents), np.bool_)
        for _, mask in of_documents(columns, wanted.filter):
            met &= mask
        keys = columns.documents.key
        first = 0
        if begin is not None:
            key = np.array([document_key(str(begin[0]), str(begin[1]))], dtype=keys.dtype)
            first = int(np.searchsorted(keys, key, side="right")[0])
        ranks = first + met[first:].nonzero()[0][: size + 1]
        told = [(key[:-24].rstrip("\0"), key[-24:]) for key in (bytes(keys[rank]).decode() for rank in ranks)]
        found = _counts(connection, [document_id for _, document_id in told[:size]])
    return DocumentPage(found, cursor(told[size - 1]) if len(told) > size else None)


def _counts(connection: Connection, ids: Sequence[str]) -> tuple[Counts, ...]:
    met = headings(connection, ids)
    said = _numbers(connection, statements.c.document_id, ids)
    wrong = _numbers(connection, anomalies.c.document_id, ids)
    query = select(documents.c.id, documents.c.quotations).where(documents.c.id.in_(ids))
    quoted = {row.id: row.quotations for row in connection.execute(query)}
    return tuple(Counts(met[each], said.get(each, 0), wrong.get(each, 0), quoted[each]) for each in ids if each in met)


def _numbers(connection: Connection, column: Column[str], ids: Sequence[str]) -> dict[str, int]:
    """Return how many rows of a table belong to each of these documents."""
    query = select(column, func.count()).where(column.in_(ids)).group_by(column)
    return {row[0]: row[1] for row in connection.execute(query)}
