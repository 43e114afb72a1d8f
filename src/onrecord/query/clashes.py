"""What articles contradict one another in: the same quoted words given to different speakers, addressees or days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from onrecord.errors import SettingsError
from onrecord.query import keyset
from onrecord.query.filter import check_days
from onrecord.query.keyset import place, rows_after
from onrecord.query.reported import Reported
from onrecord.query.statements import of_outlets, published_within, reported
from onrecord.record import DifferenceKind
from onrecord.record.ids import content_id
from onrecord.store import Store
from onrecord.store.schema import clashes, documents, statements

KINDS = (DifferenceKind.SPEAKER, DifferenceKind.ADDRESSEE, DifferenceKind.DATE)
"""In what articles can clash."""


@dataclass(frozen=True, slots=True)
class ClashFilter:
    """Conditions that a clash must all meet; None asks nothing.

    `outlet`, `since` and `until` are as in :class:`onrecord.query.Filter`, and one of the two articles must meet all
    three. Raises SettingsError for a value that is none.
    """

    kind: DifferenceKind | str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        check_days(self.since, self.until)
        if self.kind is not None and self.kind not in KINDS:
            raise SettingsError(f"kind is {self.kind!r}; give one of: {', '.join(KINDS)}")


@dataclass(frozen=True, slots=True)
class Clashing:
    """Two statements of different articles that quote the same `words` and differ in who, to whom or when.

    Which of them is right is not known: words may also be repeated.
    """

    kind: DifferenceKind
    words: str
    reason: str
    statements: tuple[Reported, Reported]

    @property
    def id(self) -> str:
        """The clash's id, from its statements and kind."""
        a, b = (each.id for each in self.statements)
        return content_id("clash", a, b, self.kind.value)


@dataclass(frozen=True, slots=True)
class ClashPage:
    """Some clashes in order. `next` asks for those that follow; None where none do."""

    clashes: tuple[Clashing, ...]
    next: str | None


_C = clashes.c
_ORDER = (_C.a, _C.b, _C.kind)


def clash_page(store: Store, wanted: ClashFilter, *, after: str | None = None, size: int = 50) -> ClashPage:
    """Return the clashes that meet `wanted`, in order of their statements' ids, a page of `size`.

    `after` is the `next` of the page before. Raises SettingsError for a cursor that is none.
    """
    with store.reading() as connection:
        query = select(_C.a, _C.b, _C.kind, _C.words, _C.reason)
        if wanted.kind is not None:
            query = query.where(_C.kind == wanted.kind)
        meeting = _meeting(connection, wanted)
        if meeting is not None:
            query = query.where(or_(_C.a.in_(meeting), _C.b.in_(meeting)))
        rows, following = rows_after(connection, query, _ORDER, place(after, (str, str, str)), size)
        return ClashPage(tuple(_clashing(connection, rows)), following)


def every(store: Store, wanted: ClashFilter) -> Iterator[Clashing]:
    """Yield the clashes that meet `wanted`, in order of their statements' ids."""

    def ask(after: str | None) -> tuple[Sequence[Clashing], str | None]:
        part = clash_page(store, wanted, after=after)
        return part.clashes, part.next

    return keyset.every(ask)


def count(store: Store) -> int:
    """Return how many clashes the record holds."""
    with store.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(clashes)).scalar_one())


def _meeting(connection: Connection, wanted: ClashFilter) -> Any:  # noqa: ANN401 (a query, or None)
    """Return the statements whose document meets the conditions; None where none is asked."""
    conditions = [*published_within(wanted.since, wanted.until), *of_outlets(connection, wanted.outlet)]
    if not conditions:
        return None
    return select(statements.c.id).join(documents, documents.c.id == statements.c.document_id).where(*conditions)


def _clashing(connection: Connection, rows: Sequence[Any]) -> list[Clashing]:
    ids = sorted({each for row in rows for each in (row[0], row[1])})
    known = {each.id: each for each in reported(connection, ids)}
    return [Clashing(DifferenceKind(row[2]), row[3], row[4], (known[row[0]], known[row[1]])) for row in rows]
