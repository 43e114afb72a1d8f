"""Rules for a week, month, year … told from publication: "last week", "this year", "the past two months"."""

from __future__ import annotations

from onrecord.record.timex import Granularity, Interval, TimexKind
from onrecord.resolve.when.calendar import G, Period, day_of
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.lengths import length
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import LENGTH, TO_PUBLICATION, Meaning, vague
from onrecord.resolve.when.offsets import GRAINS
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.tense import Tense
from onrecord.resolve.when.words import word_set

_FROM_ANOTHER = word_set("previous preceding prior following that same")
_LONG = {"decade": "P10Y", "century": "P100Y"}


def _unit(match: Match, context: Context) -> Meaning | None:
    """Read "last week", "this year", "the same day", "the following month"."""
    unit = match.unit
    if unit not in GRAINS or (match.after == "of" and match.has("the")):
        return None  # "the last week of March"
    grain, way, words = GRAINS[unit], match.way, set(match.words)
    if words & _FROM_ANOTHER and not words & {"last", "next"}:
        anchor = context.day if grain is G.DAY else context.mentioned
        return context.from_mentioned(lambda period: period.within(grain).shift(way), anchor)
    if grain is G.DAY:
        return _day(match, context)
    if grain is G.WEEKEND:
        return _weekend(match, context)
    if unit in _LONG and way:
        return Meaning(TimexKind.DURATION, _LONG[unit], LENGTH)
    return context.relative(grain, way, match.modifier)


def _day(match: Match, context: Context) -> Meaning | None:
    """Read "the next day", told from the day before it in the text; "this day" is that of publication."""
    if match.has("this", "current"):
        return context.relative(G.DAY, 0)
    if not match.has("the", "next"):
        return None
    return context.from_mentioned(lambda period: period.shift(match.way), context.day or context.today)


def _weekend(match: Match, context: Context) -> Meaning | None:
    """Read "the weekend": the last one, unless the verb looks ahead or publication is in it."""
    way, past = match.way, context.tense(match) is not Tense.FUTURE

    def find(today: Period) -> Period | None:
        this = today.within(G.WEEKEND)
        if way:
            return this.shift(way if way > 0 or this.start <= today.start else -1)
        return this.shift(-1) if past and this.start > today.start else this

    return context.from_today(find, match.modifier)


def _edge(match: Match, context: Context) -> Meaning | None:
    """Read "the end of the month", "the first half of last year", "the weekend"."""
    if match.has("weekend"):
        return _weekend(match, context)
    grain = GRAINS.get(match.unit)
    if grain is None:
        return None
    if match.has("that", "same"):
        return context.from_mentioned(lambda period: period.within(grain), context.mentioned)
    return context.relative(grain, match.way, match.modifier)


def _year_ended(match: Match, context: Context) -> Meaning | None:
    """Read "the year ended June 30": twelve months that need not be a calendar's."""
    return Meaning(TimexKind.DURATION, "P1Y", LENGTH)


def _counted(match: Match, context: Context) -> Meaning | None:
    """Read "the past two months": a length of time, which ends or begins with publication."""
    value = length(match)
    counts, grain = match.counts(), GRAINS.get(match.unit)
    whole = bool(counts) and counts[0] == int(counts[0])
    if context.today is None or grain is None or not whole or not match.way:
        return Meaning(TimexKind.DURATION, value, LENGTH)
    interval = _stretch(context.today, grain, int(counts[0]) * match.way)
    return Meaning(TimexKind.DURATION, value, TO_PUBLICATION, interval=interval)


def _stretch(today: Period, grain: Granularity, steps: int) -> Interval | None:
    """Return the days between publication and the period so many steps away, that period's included."""
    other = today.within(grain).shift(steps)
    if other is None:
        return None
    first, last = (other.start, today.start) if steps < 0 else (today.start, other.end)
    return Interval(first.isoformat(), last.isoformat())


def _vague_units(match: Match, context: Context) -> Meaning | None:
    """Read "past years", "the coming weeks"; not "following months of talks"."""
    if match.words[0] == "following" and match.after == "of":
        return None
    return vague("PAST_REF" if match.has("last") else "FUTURE_REF")


def _year_end(match: Match, context: Context) -> Meaning | None:
    """Read "year-end", "month's end"."""
    if match.unit == "year":
        return context.from_today(lambda today: day_of(today.start.year, 12, 31))
    grain = GRAINS.get(match.unit)
    return context.relative(grain, 0, "END") if grain else None


def _before_last(match: Match, context: Context) -> Meaning | None:
    """Read "the week before last"."""
    grain = GRAINS.get(match.unit)
    return context.relative(grain, -2) if grain else None


def _in_the_day(match: Match, context: Context) -> Meaning | None:
    """Read "later in the day"."""
    return context.from_mentioned(lambda period: period, context.day or context.today)


_CALENDAR = "(week|mon|yr|age|quarter|weekend)"

RULES = (
    Rule(
        "last_counted",
        "(at least)? (every of)? (the|its|those|this)? (last|next|ord) (RANGE|ord) more? solid? "
        "(units|quarters|weekends)",
        _counted,
    ),
    Rule("year_ended", "(the|its) yr (?=ended)", _year_ended),
    Rule("for_year", "(?<=for|of) the full? (yr|week|mon) (?! hyphen|apostrophe)|the full yr", _edge),
    Rule("edge", f"EDGE (REL|the|a)? {_CALENDAR}|the weekend", _edge),
    Rule("in_the_day", "(mod|earlier|later) in the day", _in_the_day),
    Rule("before_last", "the (week|mon|yr|weekend|quarter) before last", _before_last),
    Rule("unit", "EDGE? REL (week|mon|yr|age|weekend|day|hour) (apostrophe s (?=ord))?", _unit),
    Rule("vague_units", "(the|those)? (last|next) (units|quarters)", _vague_units),
    Rule("year_end", "about? (yr|mon|week|quarter) (apostrophe s)? hyphen? edge", _year_end),
)
