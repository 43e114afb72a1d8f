"""How the statements that meet a filter are spread over speakers, outlets, months and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import prod

import numpy as np
from sqlalchemy import Connection, select

from onrecord.query.about import STANCES, About, about
from onrecord.query.page import VALUES, Facet
from onrecord.query.selection import Mask, Selection
from onrecord.store.columns import BANDS, MIXED, SIZES, VOCABULARY, Array, Columns
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
        self._mixed: Counts | None = None

    def _chosen(self, column: Array) -> Array:
        return column if self._all else column.take(self._places)

    def codes(self, name: str) -> Counts:
        """Return how many statements have each number in a column; the first is that of -1, nothing known."""
        if name not in MIXED:
            return np.bincount(self._chosen(getattr(self._of, name)) + np.int32(1), minlength=2)
        if self._mixed is None:
            flat = np.bincount(self._chosen(self._of.mixed), minlength=prod(SIZES))
            self._mixed = flat.reshape(SIZES)
        others = tuple(axis for axis, other in enumerate(MIXED) if other != name)
        counts: Counts = self._mixed.sum(axis=others)
        return counts

    def documents(self) -> Counts:
        """Return how many statements each document has."""
        if self._by_document is None:
            self._by_document = np.bincount(self._chosen(self._of.document), minlength=len(self._documents))
        return self._by_document

    def of_documents(self, name: str) -> Counts:
        """Return how many statements have each number in a column of their documents; the first is that of -1."""
        column = getattr(self._documents, name)
        return np.bincount(column + 1, self.documents(), minlength=2).astype(np.int64)

    def counted(self, column: Array) -> Counts:
        """Return how many statements have each number in a column beside theirs; the first is that of -1."""
        return np.bincount(self._chosen(column) + np.int32(1), minlength=2)

    def flags(self) -> Iterator[tuple[str, int]]:
        """Yield each kind of anomaly with how many statements have it in their document."""
        for bit, kind in enumerate(VOCABULARY["flags"]):
            yield kind, int(self.documents()[self._documents.flags & (1 << bit) > 0].sum())

    def bands(self) -> Iterator[tuple[str, str, int]]:
        """Yield the bands of confidence: value, label, number."""
        for low, high, number in zip(BANDS, (*BANDS[1:], None), self.codes("band")[1:], strict=True):
            yield f"{low}-{high or ''}", f"{low} to {high}" if high else f"{low} and more", int(number)


def facets_of(columns: Columns, connection: Connection, selection: Selection) -> dict[str, tuple[Facet, ...]]:
    """Return the values of each facet, counted without its own conditions."""
    whole = Spread(columns, selection.mask())

    def spread(facet: str) -> Spread:
        return Spread(columns, selection.mask(facet)) if selection.has(facet) else whole

    what = about(columns, connection)
    return {
        "speaker": _speakers(columns, connection, spread("speaker").codes("actor")),
        "outlet": _most(columns.outlets.names, spread("outlet").of_documents("outlet")),
        **{name: _most(VOCABULARY[name], spread(name).codes(name)) for name in MIXED[:-1]},
        "issue": _issues(what, spread("issue").counted(what.issue)),
        "stance": _most(STANCES, spread("stance").counted(what.stance)),
        "conditional": _yes_or_no(spread("conditional").counted(columns.statements.conditional.astype(np.int8))),
        "flag": _sorted(Facet(kind, kind, number) for kind, number in spread("flag").flags()),
        "published": _times(*map(spread("published").of_documents, ("month", "year"))),
        "said": _times(*map(spread("said").codes, ("said_month", "said_year"))),
        "confidence": tuple(Facet(*band) for band in spread("confidence").bands() if band[2]),
    }


def top(counts: Counts) -> list[int]:
    """Return the numbers of the commonest values, and some of those that are as common as the last of them."""
    if len(counts) <= VALUES:
        return [int(code) for code in np.flatnonzero(counts)]
    # How many values are so common, from the commonest down: numpy's partition takes 20 times as long on many equals.
    common = np.cumsum(np.bincount(counts)[::-1])
    least = max(1, len(common) - 1 - int(np.searchsorted(common, VALUES)))
    # Of a hundred thousand who said one thing each, which ones are told does not matter.
    some = np.concatenate([np.flatnonzero(counts > least), np.flatnonzero(counts == least)[:VALUES]])
    return [int(code) for code in some]


def _sorted(found: Iterable[Facet]) -> tuple[Facet, ...]:
    some = (facet for facet in found if facet.number)
    return tuple(sorted(some, key=lambda facet: (-facet.number, facet.label, facet.value)))[:VALUES]


def _most(names: tuple[str, ...] | list[str], counts: Counts) -> tuple[Facet, ...]:
    known = counts[1:]
    return _sorted(Facet(str(names[code]), str(names[code]), int(known[code])) for code in top(known))


def _issues(what: About, counts: Counts) -> tuple[Facet, ...]:
    known = counts[1:]
    ids = {what.ids[code]: int(known[code]) for code in top(known) if code < len(what.ids)}
    return _sorted(Facet(key, what.names[key], number) for key, number in ids.items())


def _yes_or_no(counts: Counts) -> tuple[Facet, ...]:
    told = zip(("false", "true"), ("without a condition", "under a condition"), counts[1:].tolist(), strict=False)
    return _sorted(Facet(*each) for each in told) if len(counts) > 2 else ()


def _speakers(columns: Columns, connection: Connection, counts: Counts) -> tuple[Facet, ...]:
    known = counts[1:]
    ids = {columns.actors.names[code]: int(known[code]) for code in top(known)}
    query = select(identities.c.id, identities.c.name).where(identities.c.id.in_(list(ids)))
    return _sorted(Facet(row.id, row.name, ids[row.id]) for row in connection.execute(query))


def _times(months: Counts, years: Counts) -> tuple[Facet, ...]:
    """Return the months, or where these are more than VALUES the years, in order."""
    months, years = months[1:], years[1:]
    if np.count_nonzero(months) <= VALUES:
        told = ((f"{at // 12:04}-{at % 12 + 1:02}", int(months[at])) for at in np.flatnonzero(months))
    else:
        told = ((f"{at:04}", int(years[at])) for at in np.flatnonzero(years))
    return tuple(Facet(time, time, number) for time, number in told)
