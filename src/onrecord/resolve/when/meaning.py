"""What a time expression means, once it has been anchored."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.timex import Granularity, Interval, Reading, TimexKind
from onrecord.resolve.when.calendar import Period

ABSOLUTE = "absolute"
TO_PUBLICATION = "relative to publication"
TO_ANOTHER = "relative to another expression"
UNDATED = "relative to publication, whose date is not known"
UNANCHORED = "relative to another expression, of which there is none before"
AMBIGUOUS = "day and month cannot be told apart"
VAGUE = "no place on the calendar"
LENGTH = "a length of time"
AGAIN = "again and again"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A time expression's kind, TIMEX3 value and basis; `period` is the place on the calendar where it has one."""

    kind: TimexKind
    value: str | None
    basis: str
    period: Period | None = None
    granularity: Granularity | None = None
    interval: Interval | None = None
    modifier: str | None = None
    others: tuple[Reading, ...] = ()


def at(period: Period | None, basis: str, modifier: str | None = None) -> Meaning | None:
    """Return the meaning of a place on the calendar, None where the calendar has none such."""
    if period is None:
        return None
    return Meaning(TimexKind.DATE, period.value, basis, period, period.grain, period.interval, modifier)


def from_to(first: Period | None, last: Period | None, basis: str) -> Meaning | None:
    """Return the meaning of a stretch of the calendar, its value ``first/last``; None where it would run backwards."""
    if first is None or last is None or not first.start < last.start:
        return None
    interval = Interval(first.interval.start, last.interval.end)
    return Meaning(TimexKind.DATE, f"{first.value}/{last.value}", basis, first, first.grain, interval)


def unknown(basis: str, kind: TimexKind = TimexKind.DATE) -> Meaning:
    """Return the meaning of an expression whose place the text does not let one know."""
    return Meaning(kind, None, basis)


def vague(value: str) -> Meaning:
    """Return the meaning of "now", "recently", "soon": PRESENT_REF, PAST_REF, FUTURE_REF."""
    return Meaning(TimexKind.DATE, value, VAGUE)


def again(value: str) -> Meaning:
    """Return the meaning of what comes back: "every Monday"."""
    return Meaning(TimexKind.SET, value, AGAIN)


def reading(period: Period) -> Reading:
    """Return a place on the calendar as one of several readings."""
    return Reading(period.value, period.interval)
