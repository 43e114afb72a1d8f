"""Rules for times of day: "Tuesday night", "9 a.m. Tuesday", "last night", "4 in the morning"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record.timex import TimexKind
from onrecord.resolve.when.calendar import G, Period
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.dates import month_day
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import Meaning
from onrecord.resolve.when.numeric import numeric
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.tokens import LETTERS
from onrecord.resolve.when.weekdays import today, weekday
from onrecord.resolve.when.words import PARTS

_NOON = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}
_CLOCK_ENDS = frozenset(LETTERS[name] for name in ("ampm", "clock", "clocked", "noon", "zone", "decimal"))
_CLOCK_STARTS = frozenset(LETTERS[name] for name in ("clock", "clocked", "noon", "decimal", "dd", "num"))


def _with_time(day: Meaning | None, time: str | None, modifier: str | None = None) -> Meaning | None:
    """Return the meaning of a day with a time of that day; without a day that is known, without a value."""
    if day is None or time is None:
        return None
    if day.period is None or day.value is None:
        return replace(day, kind=TimexKind.TIME, others=())
    grain = G.PART if time[1].isalpha() else G.MINUTE
    # Of several readings of the day the time is the same.
    others = tuple(replace(other, value=other.value + time) for other in day.others)
    return Meaning(
        TimexKind.TIME, day.period.value + time, day.basis, day.period, grain, day.interval, modifier, others
    )


def _day(match: Match, context: Context) -> Meaning | None:
    """Return the meaning of the day that stands beside a time of day."""
    for name in ("iso", "numdate"):
        if match.has(name):
            index = match.first + match.classes.index(LETTERS[name])
            return numeric(Match(match.tokens, index, index + 1, name), context)
    if match.has("month", "month_short"):
        return month_day(match, context)
    return today(match, context) if match.has("today") else weekday(match, context)


def clock_time(match: Match) -> str | None:
    """Return "T15:30" for the time of day that a match names, None where there is no such time."""
    noon, half, clocked = match.word("noon"), match.word("ampm"), match.word("clocked")
    if noon is not None:
        return _NOON[noon]
    word = clocked or match.word("clock") or match.word("decimal", "dd")
    if word is None and match.has("zone"):
        digits = match.word("num", "year") or ""
        word = f"{digits[:2]}:{digits[2:]}" if len(digits) == 4 else None
    if word is None:
        return None
    if clocked is not None:
        word, half = clocked[:-2], clocked[-2:]
    hour, minute, *_ = [*map(int, re.split("[:.]", word.rstrip("z"))), 0]
    if half is not None and not 1 <= hour <= 12:
        return None
    later = half[0] == "p" if half else match.word("part") not in (None, "morning") and hour < 12
    hour = (hour % 12 if half else hour) + 12 * later
    zone = "Z" if match.word("zone") in ("utc", "gmt") or word.endswith("z") else ""
    return f"T{hour:02}:{minute:02}{zone}" if hour <= 24 and minute < 60 else None


def _clock_day(match: Match, context: Context) -> Meaning | None:
    """Read "9 a.m. EST Tuesday"."""
    classes, last = match.classes, 0
    while classes[last] not in _CLOCK_ENDS:
        last += 1
    while classes[last] in _CLOCK_ENDS:
        last += 1
    clock = match.part(match.first, match.first + last)
    return _with_time(_day(match.part(clock.last, match.last), context), clock_time(clock))


def _day_clock(match: Match, context: Context) -> Meaning | None:
    """Read "Tuesday at 9 a.m."."""
    first = max(i for i, letter in enumerate(match.classes, match.first) if letter in _CLOCK_STARTS)
    clock = match.part(first, match.last)
    return _with_time(_day(match.part(match.first, first), context), clock_time(clock))


def _part_day(match: Match, context: Context) -> Meaning | None:
    """Read "Tuesday night", "late Friday afternoon", "noon Saturday"."""
    part = match.word("part")
    time = PARTS[part] if part else clock_time(match)
    return _with_time(_day(match, context), time, match.modifier)


def _part(match: Match, context: Context) -> Meaning | None:
    """Read "last night", "this morning", "the next afternoon", "mid-morning"."""
    time = PARTS[match.word("part") or "night"]
    if match.has("the", "that", "same"):
        day = context.from_mentioned(lambda period: period.shift(match.way), context.day or context.today)
    elif match.has("last", "this"):
        day = context.relative(G.DAY, match.way)
    else:
        day = context.from_mentioned(lambda period: period, context.day or context.today)
    return _with_time(day, time, match.modifier)


def _tonight(match: Match, context: Context) -> Meaning | None:
    return _with_time(context.relative(G.DAY, 0), "TNI", match.modifier)


def _clock(match: Match, context: Context) -> Meaning | None:
    """Read "10:35 a.m.": of the day told last, else of publication's."""
    anchor: Period | None = context.day or context.today
    return _with_time(context.from_mentioned(lambda period: period, anchor), clock_time(match))


_DAYS = "((last|next|this)? dow|today|DATE|numdate|iso)"
_EARLY = "((mod|earlier|later) hyphen?)?"

RULES = (
    Rule("clock_day", f"about? CLOCK comma? on? {_DAYS}", _clock_day),
    Rule("day_clock", f"{_DAYS} comma? at? about? CLOCK", _day_clock),
    Rule("part_day", f"{_EARLY} (part|noon on?) {_DAYS}", _part_day),
    Rule("day_part", f"{_EARLY} {_DAYS} (mod|at)? (part|noon)", _part_day),
    Rule("mid_part", "mod hyphen? part", _part),
    Rule("last_night", f"{_EARLY} (last|this) part", _part),
    Rule("that_part", "(the (same|last|next)|that) part", _part),
    Rule("tonight", "(mod|earlier|later)? (tonight|overnight)", _tonight),
    Rule("clock", "about? CLOCK (in the part)?|dd in the part", _clock),
)
