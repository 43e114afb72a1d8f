"""A timeline as numbers for an SVG: a lane for each row, a mark for each period, its area by the number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import sqrt

from onrecord.query.timeline import Timeline

WIDTH, LANE, LEFT, RIGHT, TOP, BOTTOM = 960, 48, 104, 24, 12, 30
LARGEST = 19.0
"""The radius of the largest mark."""
_LABELS = 8
"""Times written below at most, so that they do not touch."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its period and row, its place, its radius, and how many statements it stands for."""

    period: str
    row: str
    x: float
    y: float
    radius: float
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: lanes (name and height), marks, and times below (place and ISO 8601)."""

    height: int
    lanes: tuple[tuple[str, float], ...]
    marks: tuple[Mark, ...]
    labels: tuple[tuple[float, str], ...]
    width: int = WIDTH
    left: int = LEFT
    right: int = RIGHT


def chart(found: Timeline) -> Chart:
    """Return the picture of a timeline."""
    lanes = tuple((row, TOP + LANE * (place + 0.5)) for place, row in enumerate(found.rows))
    at = dict(zip(found.periods, _places(found.periods), strict=True))
    most = max(found.numbers.values(), default=1)
    height = dict(lanes)
    marks = tuple(
        Mark(period, row, at[period], height[row], round(max(3.0, LARGEST * sqrt(number / most)), 1), number)
        for (period, row), number in sorted(found.numbers.items())
    )
    return Chart(TOP + LANE * len(lanes) + BOTTOM, lanes, marks, tuple(_labels(at)))


def _places(periods: tuple[str, ...]) -> list[float]:
    days = [_day(each).toordinal() for each in periods]
    first, span = min(days, default=0), max(days, default=0) - min(days, default=0)
    inner = WIDTH - LEFT - RIGHT - 2 * LARGEST
    return [round(LEFT + LARGEST + inner * ((day - first) / span if span else 0.5), 1) for day in days]


def _labels(at: dict[str, float]) -> Iterator[tuple[float, str]]:
    """Yield the times that fit below, the first and then each that is far enough from the one before."""
    free = 0.0
    for period, x in at.items():
        if x >= free:
            yield x, period
            free = x + (WIDTH - LEFT - RIGHT) / _LABELS


def _day(period: str) -> date:
    year, month, day = (*map(int, period.split("-")), 1, 1)[:3]
    return date(max(year, 1), min(max(month, 1), 12), min(max(day, 1), 28) if day > 28 and month == 2 else max(day, 1))
