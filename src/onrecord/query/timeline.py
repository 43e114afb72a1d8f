"""How statements are spread over time, by what their stance or their type is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from onrecord.query.about import STANCES, about
from onrecord.query.filter import Filter
from onrecord.query.selection import Selection
from onrecord.store import Store
from onrecord.store.columns import VOCABULARY, Array, Columns

DAYS, MONTHS = 45, 48
"""Over how many days statements are told by day at most, and over how many months by month; else by year."""

NONE = "none"
"""The row of statements of which stance or type is not known."""


class Clock(StrEnum):
    """Which time counts: the publication of the article, or the day on which it was said."""

    PUBLISHED = "published"
    SAID = "said"


class Rows(StrEnum):
    """What the rows of a timeline are."""

    STANCE = "stance"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many statements there are by period and row.

    `periods` are days, months or years, ISO 8601, in order; `rows` the stances or types that occur, in their own
    order, NONE last; `numbers` how many statements, by period and row. `undated` are those whose time is not known
    to be within one period.
    """

    periods: tuple[str, ...]
    rows: tuple[str, ...]
    numbers: Mapping[tuple[str, str], int]
    undated: int

    def total(self, period: str) -> int:
        """Return how many statements a period has."""
        return sum(self.numbers.get((period, row), 0) for row in self.rows)


def timeline(store: Store, wanted: Filter, *, clock: Clock = Clock.PUBLISHED, rows: Rows = Rows.STANCE) -> Timeline:
    """Return how the statements that meet `wanted` are spread over time."""
    with store.reading() as connection:
        columns = store.columns(connection)
        places = Selection(columns, connection, wanted).mask().nonzero()[0]
        starts, ends = _times(columns, places, clock)
        if rows is Rows.STANCE:
            codes, names = about(columns, connection).stance[places], [each.value for each in STANCES]
        else:
            codes, names = columns.statements.type[places], list(VOCABULARY["type"])
    length = _length(starts[starts > 0], ends[ends > 0])
    cut = 10 ** (8 - length)
    dated = (starts > 0) & (starts // cut == ends // cut)
    pairs, counts = np.unique(np.stack([starts[dated] // cut, codes[dated]]), axis=1, return_counts=True)
    called = [*names, NONE]
    numbers = {
        (_period(int(period), length), called[int(code)]): int(number)
        for (period, code), number in zip(pairs.T.tolist(), counts.tolist(), strict=True)
    }
    met = {row for _, row in numbers}
    periods = tuple(sorted({period for period, _ in numbers}))
    return Timeline(periods, tuple(row for row in called if row in met), numbers, int((~dated).sum()))


def _times(columns: Columns, places: Array, clock: Clock) -> tuple[Array, Array]:
    """Return the first and the last day that each may be of, as numbers (20310304); 0 where unknown."""
    if clock is Clock.SAID:
        return columns.statements.said_start[places].astype(int), columns.statements.said_end[places].astype(int)
    told = columns.documents.published.astype("S10")
    begun = [each.decode().replace("-", "") for each in told.tolist()]
    first = np.array([int(each.ljust(8, "0")) if each.isdecimal() else 0 for each in begun], dtype=int)
    last = np.array([int(each.ljust(8, "9")) if each.isdecimal() else 0 for each in begun], dtype=int)
    of = columns.statements.document[places]
    return first[of], last[of]


def _length(starts: Array, ends: Array) -> int:
    """Return how many digits of a day make a period: 8 for days, 6 for months, 4 for years."""
    if not len(starts):
        return 8
    first, last = _day(int(starts.min())), _day(int(starts.max()))
    whole_days = bool((starts == ends).mean() > 0.5) if len(starts) == len(ends) else False
    if whole_days and (last - first).days <= DAYS:
        return 8
    return 6 if (last.year - first.year) * 12 + last.month - first.month <= MONTHS else 4


def _day(told: int) -> date:
    return date(max(told // 10_000, 1), min(max(told // 100 % 100, 1), 12), min(max(told % 100, 1), 28))


def _period(told: int, length: int) -> str:
    text = str(told).zfill(length)
    return "-".join(filter(None, (text[:4], text[4:6], text[6:8])))
