"""Rules for what is told by its distance: "two days ago", "a week later", "five years from now"."""

from __future__ import annotations

from datetime import timedelta

from onrecord.record.timex import Granularity, TimexKind
from onrecord.resolve.when.calendar import G, Period
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import TO_ANOTHER, TO_PUBLICATION, Meaning, at, unknown, vague
from onrecord.resolve.when.rule import Rule

GRAINS: dict[str, Granularity] = {
    "day": G.DAY,
    "week": G.WEEK,
    "month": G.MONTH,
    "year": G.YEAR,
    "decade": G.DECADE,
    "century": G.CENTURY,
    "weekend": G.WEEKEND,
    "quarter": G.QUARTER,
}
"""Unit of time → the grain of the calendar that it is."""
NO_DAY = "relative to another expression, which names no day"
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_MONTHS = {"decade": 120.0, "year": 12.0, "month": 1.0}
_YEARS = {"decade": 10, "century": 100}
_QUARTER_REACH = 1500
"""Characters: "a year earlier" means a quarter's counterpart where one is named so near before it."""


def _offset(match: Match, context: Context) -> Meaning | None:
    counts, unit = match.counts() or [1.0], match.unit
    way = 1 if match.has("later", "now") else -1
    if len(counts) > 1 or match.has("few", "couple", "many", "span"):
        return vague("FUTURE_REF" if way > 0 else "PAST_REF")
    count = counts[0] * (2 if unit == "fortnight" else 1) + (0.5 if match.has("half") else 0)
    unit = "week" if unit == "fortnight" else unit
    if unit in _SECONDS:
        return _clock_offset(count * way, unit, context)
    if unit not in GRAINS:
        return None
    if count != int(count):
        return _half_offset(count * way, unit, context)
    steps = int(count) * way
    if unit == "year" and context.quarter is not None and 0 <= match.start - context.quarter_at <= _QUARTER_REACH:
        return at(context.quarter.shift(4 * steps), TO_ANOTHER)
    if match.has("earlier", "later", "before"):
        anchor = context.mentioned
        if unit in ("day", "week") and anchor is not None and anchor.grain is not G.DAY:
            return unknown(NO_DAY)
        return context.from_mentioned(lambda period: _shifted(period, unit, steps, from_day=True), anchor)
    about = "APPROX" if match.has("about", "or") else None
    return context.from_today(lambda today: _shifted(today, unit, steps, from_day=False), about)


def _shifted(period: Period, unit: str, steps: int, *, from_day: bool) -> Period | None:
    """Return the period that lies `steps` units after another.

    A week from a day that is told is that day of another week; "two weeks ago" is the week. Decades and
    centuries ago are years, as in TimeBank.
    """
    if unit == "week" and from_day:
        return period.within(G.DAY).shift(7 * steps)
    if unit in _YEARS:
        return period.within(G.YEAR).shift(steps * _YEARS[unit])
    return period.within(GRAINS[unit]).shift(steps)


def _half_offset(count: float, unit: str, context: Context) -> Meaning | None:
    """Return the month that lies two and a half years away; None for units without whole halves."""
    if unit not in _MONTHS:
        return None
    return context.from_today(lambda today: today.within(G.MONTH).shift(round(count * _MONTHS[unit])))


def _clock_offset(count: float, unit: str, context: Context) -> Meaning:
    """Return the time that lies hours or minutes away; only past or future where publication's time is not known."""
    if context.now is None:
        return vague("FUTURE_REF" if count > 0 else "PAST_REF")
    try:
        moment = context.now + timedelta(seconds=count * _SECONDS[unit])
    except OverflowError:
        return vague("FUTURE_REF" if count > 0 else "PAST_REF")
    day = Period(moment.date(), G.DAY)
    value = f"{day.value}T{moment:%H:%M}"
    return Meaning(TimexKind.TIME, value, TO_PUBLICATION, day, G.MINUTE, day.interval)


def _half_year_ago(match: Match, context: Context) -> Meaning | None:
    """Read "half a year ago"."""
    return context.from_today(lambda today: today.within(G.MONTH).shift(6 if match.has("later") else -6))


def _past(match: Match, context: Context) -> Meaning | None:
    return vague("PAST_REF")


_AMOUNT = "((RANGE more?|a) (UNIT|UNITS)|CARDINAL and a half UNITS)"

RULES = (
    Rule(
        "ago",
        f"ABOUT? {_AMOUNT} (or so)? (and a half)? (ago|earlier|later|before (?=comma|dot|stop)|hyphen ago)",
        _offset,
    ),
    Rule("half_ago", "half a yr (ago|earlier|later)", _half_year_ago),
    Rule("ago_vague", "units ago", _past),
    Rule("from_now", f"ABOUT? {_AMOUNT} since now", _offset),
)
