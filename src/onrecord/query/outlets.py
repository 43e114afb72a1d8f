"""Who published what the record holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from onrecord.store import Store
from onrecord.store.schema import documents, statements


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by its name, with how many documents and statements of it there are, and its first and last day.

    `name` is None for all documents of which nobody says who published them; days are None where none is known.
    """

    name: str | None
    documents: int
    statements: int
    first: str | None
    last: str | None


def outlets(store: Store) -> tuple[Outlet, ...]:
    """Return all outlets by name; documents of an unknown one come last."""
    d = documents.c
    counted = select(d.outlet, func.count()).join(statements, statements.c.document_id == d.id).group_by(d.outlet)
    query = select(d.outlet, func.count(), func.min(d.published), func.max(d.published)).group_by(d.outlet)
    with store.reading() as connection:
        said = {row[0]: row[1] for row in connection.execute(counted)}
        found = [Outlet(name, n, said.get(name, 0), *map(_day, days)) for name, n, *days in connection.execute(query)]
    return tuple(sorted(found, key=lambda outlet: (outlet.name is None, outlet.name or "")))


def _day(time: str | None) -> str | None:
    return time and time[:10]
