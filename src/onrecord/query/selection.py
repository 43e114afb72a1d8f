"""Which statements meet a filter, found in the columns that the store keeps of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from onrecord.classify import LEAST
from onrecord.query.about import STANCES, about
from onrecord.query.filter import Filter
from onrecord.record import Status
from onrecord.store import fulltext
from onrecord.store.columns import VOCABULARY, Columns

Mask = NDArray[np.bool_]
"""For each statement, in order, whether it meets a condition."""

REMEMBERED = 64
"""Answers that are remembered of one kind, 125 kB each for a million statements."""


class Selection:
    """The statements of `columns` that meet a filter; `connection` answers questions of words.

    Conditions go by the facet that they belong to, so that a facet can be counted without its own; "" are those
    that no facet has.
    """

    def __init__(self, columns: Columns, connection: Connection, wanted: Filter) -> None:
        self._columns, self._connection = columns, connection
        self._masks: dict[str, Mask] = {}
        for facet, mask in self._conditions(replace(wanted, limit=None)):
            self._masks[facet] = self._masks[facet] & mask if facet in self._masks else mask

    def has(self, facet: str) -> bool:
        """Return whether the facet has a condition of its own."""
        return facet in self._masks

    def mask(self, without: str | None = None) -> Mask:
        """Return which statements meet all conditions, or all but those of one facet."""
        found: Mask | None = None
        for facet, mask in self._masks.items():
            if facet != without:
                found = mask if found is None else found & mask
        return np.ones(len(self._columns.statements), np.bool_) if found is None else found

    def by_document(self) -> NDArray[np.int64]:
        """Return how many statements of each document meet all conditions."""
        found = np.bincount(self._columns.statements.document[self.mask()], minlength=len(self._columns.documents))
        return found.astype(np.int64, copy=False)

    def _conditions(self, wanted: Filter) -> Iterator[tuple[str, Mask]]:
        w, of = wanted, self._columns.statements
        yield from self._words(w)
        for facet, value in (("form", w.form), ("act", w.act), ("setting", w.setting), ("type", w.type)):
            if value is not None:
                yield facet, getattr(of, facet) == VOCABULARY[facet].index(value)
        if w.conditional is not None:
            yield "conditional", of.conditional == w.conditional
        if w.issue is not None or w.stance is not None:
            yield from self._about(w)
        if w.actor is not None:
            code = self._columns.actors.find(w.actor)
            yield "speaker", (of.actor == code) & (code >= 0)
        if w.min_confidence is not None:
            yield "confidence", of.confidence >= w.min_confidence
        if w.below_confidence is not None:
            yield "confidence", of.confidence < w.below_confidence
        yield from self._standing(w)
        yield from self._days(w)
        yield from self._documents(w)

    def _about(self, w: Filter) -> Iterator[tuple[str, Mask]]:
        found = about(self._columns, self._connection)
        if w.issue is not None:
            yield "issue", found.issue == found.place(w.issue)
        if w.stance is not None:
            yield "stance", found.stance == STANCES.index(w.stance)

    def _words(self, w: Filter) -> Iterator[tuple[str, Mask]]:
        asked = {
            "": fulltext.expression(words=w.words, relay=w.relay, addressee=w.addressee),
            "speaker": fulltext.expression(speaker=w.speaker),
        }
        for facet, expression in asked.items():
            if expression is not None:
                yield facet, self._found(expression)

    def _standing(self, w: Filter) -> Iterator[tuple[str, Mask]]:
        of, states = self._columns.statements, VOCABULARY["status"]
        if w.status is None:
            yield "status", of.status != states.index(Status.REJECTED)
        else:
            yield "status", of.status == states.index(w.status)
        if not w.everything:
            # What an earlier version read was not told apart: it counts.
            yield "", ~(of.stated < LEAST)

    def _days(self, w: Filter) -> Iterator[tuple[str, Mask]]:
        of = self._columns.statements
        if w.said_since is not None:
            yield "said", of.said_start >= int(w.said_since.replace("-", "").ljust(8, "0"))
        if w.said_until is not None:
            yield "said", (of.said_start > 0) & (of.said_end <= int(w.said_until.replace("-", "").ljust(8, "9")))

    def _documents(self, w: Filter) -> Iterator[tuple[str, Mask]]:
        for facet, mask in of_documents(self._columns, w):
            yield facet, mask[self._columns.statements.document]

    def _found(self, expression: str) -> Mask:
        number = len(self._columns.statements)

        def asked() -> NDArray[np.uint8]:
            text = fulltext.rows_found(self._connection, expression)
            mask = np.zeros(number, np.bool_)
            mask[self._columns.at_rows(np.fromstring(text, np.int64, sep=","))] = True
            return np.packbits(mask)

        packed: NDArray[np.uint8] = remembered(self._columns, ("words", expression), asked)
        return np.unpackbits(packed, count=number).view(np.bool_)


def of_documents(columns: Columns, w: Filter) -> Iterator[tuple[str, Mask]]:
    """Yield the conditions of a filter on documents, each with its facet: for each document whether it meets them."""
    documents, outlets = columns.documents, columns.outlets
    if w.outlet is not None:
        codes = [outlets.find(name) for name in fulltext.matching(outlets.names, w.outlet)]
        yield "outlet", np.isin(documents.outlet, codes)
    if w.outlet_name is not None:
        code = outlets.find(w.outlet_name)
        yield "outlet", (documents.outlet == code) & (code >= 0)
    if w.flag is not None:
        yield "flag", documents.flags & (1 << VOCABULARY["flags"].index(w.flag)) > 0
    if w.since is not None:
        yield "published", documents.published >= w.since.encode()
    if w.until is not None:
        begun = documents.published.astype(f"S{len(w.until)}")
        yield "published", (documents.published != b"") & (begun <= w.until.encode())


def remembered(columns: Columns, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Return what `make` gives, from memory where it was asked for before of these columns.

    The first part of the key is its kind; of each kind the last REMEMBERED answers are kept.
    """
    with columns.lock:
        of_kind = columns.kept.setdefault(key[0], {})
        if key in of_kind:
            of_kind[key] = of_kind.pop(key)
            return of_kind[key]
    made = make()
    with columns.lock:
        of_kind[key] = made
        while len(of_kind) > REMEMBERED:
            del of_kind[next(iter(of_kind))]
    return made
