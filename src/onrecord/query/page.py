"""Statements page by page, how many there are, and how they are spread over speakers, outlets, months and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from onrecord.errors import SettingsError
from onrecord.query.filter import Filter
from onrecord.query.keyset import cursor, place
from onrecord.query.reported import Reported
from onrecord.query.statements import reported
from onrecord.store import Store

if TYPE_CHECKING:
    from onrecord.query.selection import Selection
    from onrecord.store.columns import Columns

MOST = 200
"""Statements of a page at most."""

VALUES = 50
"""Values of a facet at most, the commonest. Where there are more months, years are told."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some statements in order. `next` asks for those that follow; None where none do."""

    statements: tuple[Reported, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many statements meet a filter; `exact` is false where the number is an estimate."""

    number: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that statements have, as a filter takes it, how it is called, and how many have it."""

    value: str
    label: str
    number: int


OWN: dict[str, tuple[str, ...]] = {
    "speaker": ("speaker", "actor"),
    "outlet": ("outlet", "outlet_name"),
    "form": ("form",),
    "act": ("act",),
    "setting": ("setting",),
    "status": ("status",),
    "type": ("type",),
    "issue": ("issue",),
    "stance": ("stance",),
    "conditional": ("conditional",),
    "flag": ("flag",),
    "published": ("since", "until"),
    "said": ("said_since", "said_until"),
    "confidence": ("min_confidence", "below_confidence"),
}
"""The facets, each with the conditions of a filter that are its own.

A value of `speaker` is a condition `actor`, of `outlet` an `outlet_name`, of `published` a `since` and `until`
at once, of `said` a `said_since` and `said_until`, of `conditional` true or false, of `confidence` ("0.5-0.75") a
`min_confidence` and `below_confidence`.
"""


def page(store: Store, wanted: Filter, *, after: str | None = None, size: int = 50, newest: bool = False) -> Page:
    """Return the statements that meet `wanted`, in the order of :func:`onrecord.query.find`, a page of `size`.

    With `newest`, in just the other order: those published last come first, undated ones last.

    `after` is the `next` of the page before: those that come after its last one are told, even where it has
    been read anew or is gone since. `wanted.limit` does not count. Raises SettingsError for a cursor that is
    none, and for a size that is not from 1 to MOST.
    """
    if not 1 <= size <= MOST:
        raise SettingsError(f"size is {size}; give a number from 1 to {MOST}")
    key = place(after, (str, str, int, int, str))
    with _chosen(store, wanted) as (columns, connection, selection):
        behind = columns.place_after(key) if key is not None else None  # type: ignore[arg-type]  # as `place` checked
        if newest:
            if behind and columns.key_of(behind - 1) == key:
                behind -= 1
            places = selection.mask()[:behind].nonzero()[0][::-1]
        else:
            places = (behind or 0) + selection.mask()[behind:].nonzero()[0]
        found = reported(connection, columns.ids(places[:size]))
        following = cursor(columns.key_of(int(places[size - 1]))) if len(places) > size else None
    return Page(tuple(found), following)


def count(store: Store, wanted: Filter) -> Counted:
    """Return how many statements meet `wanted`, whatever its limit."""
    with _chosen(store, wanted) as (_, _, selection):
        return Counted(int(selection.mask().sum()))


def facets(store: Store, wanted: Filter) -> dict[str, tuple[Facet, ...]]:
    """Return for each facet of OWN its values, the commonest first (months or years in order), with how many have them.

    Each facet is counted without its own conditions: what else there would be. Of statements of which a value
    is not known the facet tells nothing.
    """
    from onrecord.query.facet_counts import facets_of
    from onrecord.query.selection import remembered

    with _chosen(store, wanted) as (columns, connection, selection):
        key = ("facets", replace(wanted, limit=None))
        found: dict[str, tuple[Facet, ...]] = remembered(
            columns, key, lambda: facets_of(columns, connection, selection)
        )
        return found


def published(store: Store, wanted: Filter) -> Counter[str]:
    """Return how many of the statements that meet `wanted` were published at each time; "" where it is unknown."""
    with _chosen(store, wanted) as (columns, _, selection):
        found: Counter[str] = Counter()
        numbers = selection.by_document()
        for rank in numbers.nonzero()[0]:
            found[columns.documents.published[rank].decode()] += int(numbers[rank])
        return found


@contextmanager
def _chosen(store: Store, wanted: Filter) -> Iterator[tuple[Columns, Connection, Selection]]:
    # Numpy takes 0.1 s to import: only who asks for a page pays.
    from onrecord.query.selection import Selection

    with store.reading() as connection:
        columns = store.columns(connection)
        yield columns, connection, Selection(columns, connection, wanted)
