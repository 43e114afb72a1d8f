"""Which articles the record holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, func, select

from onrecord.errors import SettingsError
from onrecord.query.filter import check_days
from onrecord.query.keyset import place, rows_after
from onrecord.query.reported import Heading
from onrecord.query.statements import headings, of_outlets, published_within
from onrecord.record import AnomalyKind
from onrecord.store import Store
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
    c = documents.c
    query = select(c.id, c.quotations).where(*published_within(wanted.since, wanted.until))
    if wanted.flag is not None:
        query = query.where(c.id.in_(select(anomalies.c.document_id).where(anomalies.c.kind == wanted.flag)))
    order = (func.coalesce(c.published, ""), c.id)
    with store.reading() as connection:
        query = query.where(*of_outlets(connection, wanted.outlet))
        rows, following = rows_after(connection, query, order, place(after, (str, str)), size)
        ids = [row[0] for row in rows]
        met = headings(connection, ids)
        said = _numbers(connection, statements.c.document_id, ids)
        wrong = _numbers(connection, anomalies.c.document_id, ids)
    found = (Counts(met[row[0]], said.get(row[0], 0), wrong.get(row[0], 0), row[1]) for row in rows)
    return DocumentPage(tuple(found), following)


def _numbers(connection: Connection, column: Column[str], ids: Sequence[str]) -> dict[str, int]:
    """Return how many rows of a table belong to each of these documents."""
    query = select(column, func.count()).where(column.in_(ids)).group_by(column)
    return {row[0]: row[1] for row in connection.execute(query)}
