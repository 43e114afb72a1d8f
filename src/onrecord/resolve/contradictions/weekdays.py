"""A weekday that does not fit its date."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from onrecord.record import Document
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.resolve.contradictions.days import Written, latest, written

NEAR = 45
"""Days from publication within which a date without a year is of the year that puts it there."""


def weekdays(document: Document) -> Iterator[Anomaly]:
    """Yield a flag for each date whose weekday is another one; without a year only near to publication."""
    today = latest(document)
    for found in written(document):
        day = _day(found, today)
        if found.weekday is not None and day is not None and day.weekday() != found.weekday:
            reason = f"{day.isoformat()} was a {calendar.day_name[day.weekday()]}"
            yield Anomaly(document.id, AnomalyKind.WEEKDAY, (document.span(found.start, found.end),), reason)


def _day(found: Written, today: date | None) -> date | None:
    if found.year is not None:
        return found.on(found.year)
    if today is None:
        return None
    days = [day for year in (today.year - 1, today.year, today.year + 1) if (day := found.on(year))]
    return next((day for day in days if abs((day - today).days) <= NEAR), None)
