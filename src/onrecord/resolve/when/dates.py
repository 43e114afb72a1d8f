"""Rules for days and months that are named: "Oct. 26", "3 May 2018", "last May", "May 3-5"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from onrecord.resolve.when.calendar import G, Period, day_of, month_of
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match, ordinal
from onrecord.resolve.when.meaning import (
    ABSOLUTE,
    TO_ANOTHER,
    TO_PUBLICATION,
    UNDATED,
    Meaning,
    at,
    from_to,
    reading,
    unknown,
)
from onrecord.resolve.when.month_names import is_other_word
from onrecord.resolve.when.numeric import numeric
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.tense import Tense
from onrecord.resolve.when.words import MONTHS, word_set

_ATTACKS = word_set("attack attacks terrorist terror hijackers")
"""Words after which "September 11" is that of 2001."""


def month_day(match: Match, context: Context) -> Meaning | None:
    """Return the day of a month, in the year told or in the one that brings it near to publication."""
    month, year, days = match.month, match.year, match.days
    if month is None or not days:
        return None
    if year is None and (month, days[0]) == (9, 11) and match.after in _ATTACKS:
        year = 2001
    if year is not None:
        return at(day_of(year, month, days[0]), ABSOLUTE, match.modifier)
    inherited = _year_after(match)
    if inherited is not None:
        return at(day_of(inherited, month, days[0]), TO_ANOTHER)
    if context.today is None:
        return unknown(UNDATED) if day_of(2000, month, days[0]) else None
    return at(context.month_day(month, days[0], context.tense(match)), TO_PUBLICATION, match.modifier)


def _days(match: Match, context: Context) -> Meaning | None:
    """Read "May 3-5" and "3 to 5 May"."""
    span, month = match.word("span"), match.month
    days = [int(day) for day in span.replace("–", "-").split("-")] if span else match.days
    if month is None or len(days) != 2 or not 1 <= days[0] < days[1] <= 31:
        return None
    year, tense = match.year, context.tense(match)
    if year is None and context.today is None:
        return unknown(UNDATED)
    first, last = (day_of(year, month, day) if year else context.month_day(month, day, tense) for day in days)
    return from_to(first, last, ABSOLUTE if year else TO_PUBLICATION)


def _week_of(match: Match, context: Context) -> Meaning | None:
    meaning = month_day(match, context)
    return at(meaning.period.within(G.WEEK), meaning.basis) if meaning and meaning.period else meaning


def _month_year(match: Match, context: Context) -> Meaning | None:
    year = match.year
    if year is None and match.has("apostrophe"):
        short = match.days[-1]
        year = 2000 + short if short <= 40 else 1900 + short
    return at(month_of(year, match.month), ABSOLUTE, match.modifier) if year and match.month else None


def _month_of(match: Match, context: Context) -> Meaning | None:
    """Read "May last year", "June of that year"."""
    month = match.month
    if month is None:
        return None
    if match.has("that", "same"):
        return context.from_mentioned(lambda period: month_of(period.start.year, month), context.mentioned)
    return context.from_today(lambda today: month_of(today.start.year + match.way, month), match.modifier)


def _rel_month(match: Match, context: Context) -> Meaning | None:
    """Read "last May", "this May"."""
    month = match.month
    if month is None or context.today is None:
        return unknown(UNDATED)
    if not match.way:
        return at(month_of(context.today.start.year, month), TO_PUBLICATION, match.modifier)
    period = context.month(month, Tense.PAST if match.way < 0 else Tense.FUTURE)
    if period == context.today.within(G.MONTH):
        period = period.shift(12 * match.way)
    meaning = at(period, TO_PUBLICATION, match.modifier)
    other = period.shift(12 * match.way) if period else None
    if meaning is None or period is None or other is None or period.start.year != context.today.start.year:
        return meaning
    return replace(meaning, others=(reading(other),))  # to some, "last March" is not the one of this year


def _nth_of_month(match: Match, context: Context) -> Meaning | None:
    """Read "the first Monday of May", "the last day of June 2018"."""
    meaning = _month_year(match, context) if match.year else _month(match.part(match.last - 1, match.last), context)
    if meaning is None or meaning.period is None:
        return meaning
    days = [meaning.period.start + timedelta(days=i) for i in range(meaning.period.end.day)]
    fitting = [day for day in days if match.weekday is None or day.weekday() == match.weekday]
    word = match.word("ord")
    index = ordinal(word) - 1 if word else -1
    return at(Period(fitting[index], G.DAY), meaning.basis) if index < len(fitting) else None


def _month(match: Match, context: Context) -> Meaning | None:
    month, year = match.month, _year_after(match)
    if month is None or is_other_word(match):
        return None
    if year is not None:
        return at(month_of(year, month), TO_ANOTHER, match.modifier)
    if context.today is None:
        return unknown(UNDATED)
    return at(context.month(month, context.tense(match)), TO_PUBLICATION, match.modifier)


def _year_after(match: Match) -> int | None:
    """Return the year that a later month of the same range bears: "from May to July 2018", "May 3 to May 5, 2018"."""
    words = match.tokens.words[match.last : match.last + 7]
    if len(words) < 3 or words[0] not in ("to", "and", "-", "–", "through", "until") or words[1] not in MONTHS:
        return None
    rest = [word for word in words[2:] if word not in (".", ",")][:2]
    if rest and len(rest[0]) <= 2 and rest[0].isdecimal():
        rest = rest[1:]
    return int(rest[0]) if rest and len(rest[0]) == 4 and rest[0].isdecimal() else None


_NO_COUNT = "(?! percent| hyphen (digit|UNIT)| hyphen? (units|quarters)|slash)"
_WEEKDAY = "(DOW comma?)?"

RULES = (
    Rule("iso", "iso", numeric),
    Rule("numdate", "numdate", numeric),
    Rule("slash", "(?<! dd| money| num) slash (?! hyphen? (ANY_UNIT|percent)| stroke)", numeric),
    Rule("days", f"{_WEEKDAY} MONTH (span|DAY (to|dash|hyphen) DAY) (?! percent) (comma? year)?", _days),
    Rule("days_first", "(span|DAY (to|dash|hyphen|and) DAY) of? MONTH (comma? year)?", _days),
    Rule("week_of", "the week of MONTH DAY", _week_of),
    Rule(
        "month_day",
        f"(EDGE|last|this|next)? {_WEEKDAY} MONTH the? (ord|dd {_NO_COUNT}) (comma? YEAR (?! percent))?",
        month_day,
    ),
    Rule("day_month", f"EDGE? {_WEEKDAY} the? DAY of? (month|month_short) (dot? comma? YEAR (?! percent))?", month_day),
    Rule("nth_of_month", "the (ord|last) (dow|day) (of|in) month YEAR?", _nth_of_month),
    Rule("month_year", "EDGE? MONTH (comma|of)? (YEAR|apostrophe dd)", _month_year),
    Rule("month_of", "EDGE? MONTH of? (last|next|this|that|the (same|last|next)) yr", _month_of),
    Rule("rel_month", "EDGE? (this? last|this? next|this|that) MONTH", _rel_month),
    Rule("month", "EDGE? month (?! hyphen? word hyphen)", _month),
    Rule("month_short", "(EDGE|(?<=in|since|by|of)) month_short dot?", _month),
)
