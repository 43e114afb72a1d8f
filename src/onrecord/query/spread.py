"""How statements spread over time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.query.filter import Filter
from onrecord.query.page import published
from onrecord.store import Store

DAYS, MONTHS = 45, 60
"""Up to how many days, and months, a spread is told day by day, and month by month: more make no chart."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How many statements were published in each of a row of days, months or years, without gaps.

    `parts` are pairs of a day, month or year (ISO 8601) and a number; `undated` are those of unknown date.
    """

    parts: tuple[tuple[str, int], ...]
    undated: int


def spread(store: Store, wanted: Filter) -> Spread:
    """Return how the statements that meet `wanted` spread over time, whatever its limit."""
    found: Counter[str] = Counter()
    for time, number in published(store, wanted).items():
        found[time[:10]] += number
    undated = found.pop("", 0)
    return Spread(_parts(found), undated)


def _parts(found: Counter[str]) -> tuple[tuple[str, int], ...]:
    if not found:
        return ()
    whole = sorted(each for each in found if len(each) == 10)
    first, last = min(found), max(found)
    if len(whole) == len(found) and (days := _days(first, last)):
        return tuple((each, found[each]) for each in days)
    if min(map(len, found)) >= 7 and (months := _months(first[:7], last[:7])):
        return _summed(found, months, 7)
    return _summed(found, [f"{year:04}" for year in range(int(first[:4]), int(last[:4]) + 1)], 4)


def _days(first: str, last: str) -> list[str]:
    """Return the days from first to last, none where they are too many, or no days of the calendar."""
    try:
        start, number = date.fromisoformat(first), (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    except ValueError:
        return []
    return [(start + timedelta(days=n)).isoformat() for n in range(number)] if number <= DAYS else []


def _months(first: str, last: str) -> list[str]:
    start, end = (int(each[:4]) * 12 + int(each[5:7]) - 1 for each in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1)] if end - start < MONTHS else []


def _summed(found: Counter[str], parts: list[str], length: int) -> tuple[tuple[str, int], ...]:
    sums: Counter[str] = Counter()
    for day, number in found.items():
        sums[day[:length]] += number
    return tuple((part, sums[part]) for part in parts)
