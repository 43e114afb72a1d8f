"""Who published what the record holds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sqlalchemy import func, select

from onrecord.store import Store
from onrecord.store.columns import Columns
from onrecord.store.schema import documents


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
    query = select(d.outlet, func.count(), func.min(d.published), func.max(d.published)).group_by(d.outlet)
    with store.reading() as connection:
        said = told_by_outlets(store.columns(connection))
        found = [Outlet(name, n, said.get(name, 0), *map(_day, days)) for name, n, *days in connection.execute(query)]
    return tuple(sorted(found, key=lambda outlet: (outlet.name is None, outlet.name or "")))


def told_by_outlets(columns: Columns) -> dict[str | None, int]:
    """Return how many statements each outlet told."""
    per_document = np.bincount(columns.statements.document, minlength=len(columns.documents))
    numbers = np.bincount(columns.documents.outlet + 1, per_document, minlength=1)
    names: list[str | None] = [None, *columns.outlets.names]
    return {names[code]: int(numbers[code]) for code in numbers.nonzero()[0]}


def _day(time: str | None) -> str | None:
    return time and time[:10]
