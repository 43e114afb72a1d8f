"""The articles of one outlet."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from onrecord.query.keyset import place, rows_after
from onrecord.query.reported import Heading
from onrecord.query.statements import headings
from onrecord.store import Store
from onrecord.store.schema import anomalies, documents, statements


@dataclass(frozen=True, slots=True)
class Told:
    """An article with how many statements and anomalies the record holds of it."""

    heading: Heading
    statements: int
    anomalies: int


@dataclass(frozen=True, slots=True)
class OutletPage:
    """Some articles of an outlet. `next` asks for those that follow; None where none do."""

    articles: tuple[Told, ...]
    next: str | None


def of_outlet(store: Store, name: str | None, *, after: str | None = None, size: int = 50) -> OutletPage:
    """Return the articles of the outlet of just this name, None for those of an unknown one, a page of `size`.

    They come by time of publication, undated ones first. `after` is the `next` of the page before. Raises
    SettingsError for a cursor that is none.
    """
    d = documents.c
    said = select(func.count()).where(statements.c.document_id == d.id).correlate(documents).scalar_subquery()
    flagged = select(func.count()).where(anomalies.c.document_id == d.id).correlate(documents).scalar_subquery()
    query = select(d.id, said, flagged).where(d.outlet == name if name is not None else d.outlet.is_(None))
    order = (func.coalesce(d.published, ""), d.id)
    with store.reading() as connection:
        rows, following = rows_after(connection, query, order, place(after, (str, str)), size)
        met = headings(connection, [row[0] for row in rows])
    return OutletPage(tuple(Told(met[row[0]], row[1], row[2]) for row in rows), following)
