"""How the statements that meet a filter are spread over speakers, outlets, months and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from sqlalchemy import Connection, select

from onrecord.query.page import BANDS, VALUES, Facet
from onrecord.query.selection import Mask, Selection
from onrecord.store.columns import VOCABULARY, Array, Columns
from onrecord.store.schema import identities

Counts = Array
"""How many statements have each value, by its number."""


class Spread:
    """Counts over one selection. `mask` are its statements."""

    def __init__(self, columns: Columns, mask: Mask) -> None:
        self._of, self._documents = columns.statements, columns.documents
        self._all = bool(mask.all())
        self._places = np.flatnonzero(mask)
        self._by_document: Counts | None = None

    def _chosen(self, column: Array) -> Array:
        return column if self._all else column.take(self._places)

    def codes(self, name: str) -> Counts:
        """Return how many statements have each number in a column; the first is that of -1, nothing known."""
        column = self._chosen(getattr(self._of, name))
        if column.dtype == np.int8:
            return np.bincount((column + np.int8(1)).view(np.uint8), minlength=2)
        return np.bincount(column + np.int32(1), minlength=2)

    def documents(self) -> Counts:
        """Return how many statements each document has."""
        if self._by_document is None:
            self._by_document = np.bincount(self._chosen(self._of.document), minlength=len(self._documents))
        return self._by_document

    def of_documents(self, name: str) -> Counts:
        """Return how many statements have each number in a column of their documents; the first is that of -1."""
        column = getattr(self._documents, name)
        return np.bincount(column + 1, self.documents(), minlength=2).astype(np.int64)

    def flags(self) -> Iterator[tuple[str, int]]:
        """Yield each kind of anomaly with how many statements have it in their document."""
        for bit, kind in enumerate(VOCABULARY["flags"]):
            yield kind, int(self.documents()[self._documents.flags & (1 << bit) > 0].sum())

    def said(self) -> Counts:
        """Return how many statements were said in each month since year 0, known to be within it."""
        start, end = (self._chosen(each) // 100 for each in (self._of.said_start, self._of.said_end))
        known = start[(start == end) & (start > 0)]
        return np.bincount(known // 100 * 12 + known % 100 - 1)

    def bands(self) -> Iterator[tuple[str, str, int]]:
        """Yield the bands of confidence: value, label, number."""
        column = self._chosen(self._of.confidence)
        for low, high in BANDS:
            number = int(np.count_nonzero((column >= low) & (column < (np.inf if high is None else high))))
            yield f"{low}-{high or ''}", f"{low} to {high}" if high else f"{low} and more", number


def facets_of(columns: Columns, connection: Connection, selection: Selection) -> dict[str, tuple[Facet, ...]]:
    """Return the values of each facet, counted without its own conditions."""
    whole = Spread(columns, selection.mask())

    def spread(facet: str) -> Spread:
        return Spread(columns, selection.mask(facet)) if selection.has(facet) else whole

    return {
        "speaker": _speakers(columns, connection, spread("speaker").codes("actor")),
        "outlet": _most(columns.outlets.names, spread("outlet").of_documents("outlet")),
        **{name: _most(VOCABULARY[name], spread(name).codes(name)) for name in ("form", "act", "setting", "status")},
        "flag": _sorted(Facet(kind, kind, number) for kind, number in spread("flag").flags()),
        "published": _months(spread("published").of_documents("month")[1:]),
        "said": _months(spread("said").said()),
        "confidence": tuple(Facet(*band) for band in spread("confidence").bands() if band[2]),
    }


def _top(counts: Counts) -> list[int]:
    """Return the numbers of the commonest values, with all that are as common as the last of them."""
    if len(counts) <= VALUES:
        return [int(code) for code in np.flatnonzero(counts)]
    least = max(1, int(np.partition(counts, -VALUES)[-VALUES]))
    return [int(code) for code in np.flatnonzero(counts >= least)]


def _sorted(found: Iterable[Facet]) -> tuple[Facet, ...]:
    some = (facet for facet in found if facet.number)
    return tuple(sorted(some, key=lambda facet: (-facet.number, facet.label, facet.value)))[:VALUES]


def _most(names: tuple[str, ...] | list[str], counts: Counts) -> tuple[Facet, ...]:
    known = counts[1:]
    return _sorted(Facet(str(names[code]), str(names[code]), int(known[code])) for code in _top(known))


def _speakers(columns: Columns, connection: Connection, counts: Counts) -> tuple[Facet, ...]:
    known = counts[1:]
    # Of those who said as little as the last, any may be left out: a record of millions has a hundred thousand.
    ids = {columns.actors.names[code]: int(known[code]) for code in _top(known)[: 4 * VALUES]}
    query = select(identities.c.id, identities.c.name).where(identities.c.id.in_(list(ids)))
    return _sorted(Facet(row.id, row.name, ids[row.id]) for row in connection.execute(query))


def _months(counts: Counts) -> tuple[Facet, ...]:
    months = ((f"{month // 12:04}-{month % 12 + 1:02}", int(counts[month])) for month in np.flatnonzero(counts))
    return tuple(Facet(month, month, number) for month, number in months)
