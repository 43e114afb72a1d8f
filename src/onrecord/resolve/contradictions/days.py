"""Days that a text names in figures or letters, as they stand there: 29/9, Monday, 3 September 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.record import Document, RegionKind
from onrecord.resolve.contradictions.words import MONTH, MONTHS, WEEKDAYS

_TOLD = frozenset(
    (RegionKind.HEADLINE, RegionKind.STANDFIRST, RegionKind.BODY, RegionKind.CAPTION, RegionKind.DATELINE)
)
_WEEKDAY = (
    r"(?:(?P<weekday>Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?[ \u00a0](?:the[ \u00a0])?)?"
)
_YEAR = r"(?:,?[ \u00a0](?P<year>(?:19|20)\d\d)(?![\d:]))?"
_DAY_MONTH = re.compile(
    rf"(?<![\w/.]){_WEEKDAY}(?P<day>[0-3]?\d)(?:st|nd|rd|th)?[ \u00a0](?:of[ \u00a0])?(?P<month>{MONTH})(?!\w){_YEAR}"
)
_MONTH_DAY = re.compile(
    rf"(?<![\w/.]){_WEEKDAY}(?P<month>{MONTH})[ \u00a0](?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w:/]|\.\d|,\d){_YEAR}"
)
_FIGURES = re.compile(
    r"(?<![\w/.,:$£€-])(?P<first>[0-3]?\d)(?P<mark>[/.])(?P<second>[0-3]?\d)(?:(?P=mark)(?P<year>(?:19|20)\d\d))?(?![\w/%]|[.,]\d)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day and month in letters at ``[start, end)``; weekday (Monday is 0) and year where they are told."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None

    def on(self, year: int) -> date | None:
        """Return the day in `year`, None where there is no such one."""
        return _date(year, self.month, self.day)

    def swapped(self, year: int) -> date | None:
        """Return the day that has these figures the other way round in `year`, None where there is no such one."""
        return _date(year, self.day, self.month)


@dataclass(frozen=True, slots=True)
class Figures:
    """Two numbers that may be day and month at ``[start, end)``."""

    start: int
    end: int
    first: int
    second: int

    @property
    def day_first(self) -> bool | None:
        """True where only day and month fit, False where only month and day do, None where both do."""
        return None if self.first <= 12 and self.second <= 12 else self.second <= 12

    def on(self, year: int, *, day_first: bool) -> date | None:
        """Return the day in `year`, None where there is no such one."""
        return _date(year, self.second, self.first) if day_first else _date(year, self.first, self.second)


def written(document: Document) -> Iterator[Written]:
    """Yield the days that the text names in letters, in order."""
    found = []
    for start, end in told(document):
        for pattern in (_DAY_MONTH, _MONTH_DAY):
            for match in pattern.finditer(document.text, start, end):
                weekday = match["weekday"]
                found.append(
                    Written(
                        match.start(),
                        match.end(),
                        int(match["day"]),
                        MONTHS[match["month"].rstrip(".").casefold()],
                        int(match["year"]) if match["year"] else None,
                        WEEKDAYS[weekday[:3].casefold()] if weekday else None,
                    )
                )
    yield from sorted(found, key=lambda day: day.start)


def figures(document: Document) -> Iterator[Figures]:
    """Yield the pairs of numbers with a stroke between them that may be days, in order.

    A point joins them only where a year follows: 3.4 is a number.
    """
    for start, end in told(document):
        for match in _FIGURES.finditer(document.text, start, end):
            pair = Figures(match.start(), match.end(), int(match["first"]), int(match["second"]))
            marked = match["mark"] == "/" or match["year"]
            if marked and 1 <= min(pair.first, pair.second) <= 12 and max(pair.first, pair.second) <= 31:
                yield pair


def told(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the regions that tell of days."""
    return ((r.start, r.end) for r in document.regions if r.kind in _TOLD)


def latest(document: Document) -> date | None:
    """Return the day on which the page last changed: its update's or publication's; None where neither is known."""
    known = [moment.iso[:10] for moment in (document.published, document.updated) if moment is not None]
    return date.fromisoformat(max(known)) if known else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
