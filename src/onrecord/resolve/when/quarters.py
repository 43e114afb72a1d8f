"""Rules for the calendar of companies and offices: quarters, halves, fiscal years."""

from __future__ import annotations

from onrecord.record.timex import Granularity, TimexKind
from onrecord.resolve.when.calendar import G, Period, month_of, year_of
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match, ordinal
from onrecord.resolve.when.meaning import (
    ABSOLUTE,
    LENGTH,
    TO_ANOTHER,
    TO_PUBLICATION,
    UNDATED,
    Meaning,
    again,
    at,
    unknown,
)
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.tense import Tense

_GRAINS = {"quarter": G.QUARTER, "half": G.HALF, "q": G.QUARTER, "h": G.HALF}
_LONG_OVER = 180
"""Days: a quarter that is over for so long is next year's, where the verb looks ahead."""


def _quarter(match: Match, context: Context) -> Meaning | None:
    """Read "the third quarter", "the second half of 2018", "next year's first quarter"."""
    grain, word = _GRAINS[match.word("quarter", "half") or "quarter"], match.word("ord")
    last = 4 if grain is G.QUARTER else 2
    return _numbered(match, context, grain, ordinal(word) if word else last)


def _short_quarter(match: Match, context: Context) -> Meaning | None:
    """Read "Q3" and "H1 2018"."""
    word = match.word("qn", "hn") or "q1"
    return _numbered(match, context, _GRAINS[word[0]], int(word[1]))


def _numbered(match: Match, context: Context, grain: Granularity, number: int) -> Meaning | None:
    if match.year is not None:
        return at(_nth(match.year, number, grain), ABSOLUTE)
    if context.today is None:
        return unknown(UNDATED)
    if match.has("yr"):
        shift = -1 if match.has("last", "ago", "earlier") else int(match.has("next"))
        return at(_nth(context.today.start.year + shift, number, grain), TO_PUBLICATION)
    return at(_near(context.today, number, grain, context.tense(match)), TO_PUBLICATION)


def _nth(year: int, number: int, grain: Granularity) -> Period | None:
    months = 3 if grain is G.QUARTER else 6
    if not 1 <= number <= 12 // months:
        return None
    return Period(month_of(year, (number - 1) * months + 1).start, grain)


def _near(today: Period, number: int, grain: Granularity, tense: Tense) -> Period | None:
    """Return the quarter of that number: the last that has begun, unless the verb looks ahead."""
    period = _nth(today.start.year, number, grain)
    if period is None:
        return None
    if period.start > today.start and tense is not Tense.FUTURE:
        return _nth(today.start.year - 1, number, grain)
    if tense is Tense.FUTURE and (today.start - period.end).days > _LONG_OVER:
        return _nth(today.start.year + 1, number, grain)
    return period


def _year_ago(match: Match, context: Context) -> Meaning | None:
    """Read "the year-ago period", "the same month last year": the one named before, a year earlier."""
    mentioned = context.mentioned
    if mentioned is not None and mentioned.grain is G.MONTH and (match.has("mon") or context.quarter is None):
        return at(mentioned.shift(-12), TO_ANOTHER)
    if context.quarter is not None:
        return at(context.quarter.shift(-4), TO_ANOTHER)
    return context.relative(G.QUARTER, -5)


def _that_quarter(match: Match, context: Context) -> Meaning | None:
    """Read "the quarter", "the latest quarter", "the 1988 quarter", "that period"."""
    if match.has("corresponding", "ago", "earlier") or (match.way and match.has("yr")):
        return _year_ago(match, context)
    is_period, anchor = match.has("period"), context.quarter
    if match.year is not None:
        if anchor is None:
            return None
        return at(_nth(match.year, anchor.start.month // 3 + 1, G.QUARTER), TO_ANOTHER)
    if match.has("last", "next", "current"):
        return None if is_period else context.relative(G.QUARTER, match.way)
    if is_period and not match.has("latest"):
        return None
    if anchor is not None:
        return at(anchor, TO_ANOTHER)
    return context.relative(G.QUARTER, -1 if match.has("latest") else 0)


def _each_quarter(match: Match, context: Context) -> Meaning | None:
    """Read "fourth quarters": those of all years."""
    number = ordinal(match.word("ord") or "1")
    return again(f"XXXX-Q{number}") if number <= 4 else None


def _months(match: Match, context: Context) -> Meaning | None:
    """Read "the first nine months", after which "a year earlier" no longer means a quarter."""
    if match.word("units") != "months" or not match.has("the", "its", "ord"):
        return None
    context.quarter_at = -context.quarter_at - 10**6
    return Meaning(TimexKind.DURATION, f"P{match.counts()[-1]:g}M", LENGTH)


def _fiscal(match: Match, context: Context) -> Meaning | None:
    """Read "fiscal 2018", "the financial year 2017-18": the year in which it ends."""
    span, year = match.word("years"), match.year
    if span is not None:
        year = int(span[:4]) + 1
    if year is not None:
        return at(year_of(year), ABSOLUTE, match.modifier)
    return context.relative(G.YEAR, -1 if match.has("last", "latest") else int(match.has("next")), match.modifier)


def _short_fiscal(match: Match, context: Context) -> Meaning | None:
    year = match.year or (2000 + match.days[0] if match.days else None)
    return at(year_of(year), ABSOLUTE) if year else None


_OF_YEAR = "(of? the? fiscal? YEAR|of (last|next|this|the (same|last|next)) yr|(last|next) yr)"
_YEAR_AGO = "yr hyphen (ago|earlier)"
_A_YEAR_AGO = "a yr (ago|earlier)|last yr"
_WHOSE = f"({_YEAR_AGO}|corresponding ({_YEAR_AGO})?|(last|next|this) yr apostrophe s|YEAR (apostrophe s)?)"
_WHICH = "(the|this|last|next|that|its|the (last|next|latest|current|same|YEAR)|(last|next) yr apostrophe s)"

RULES = (
    Rule("adjective_quarter", f"(fiscal hyphen?)? ord hyphen quarter (?! {_OF_YEAR})", _quarter),
    Rule(
        "quarter",
        f"(the|this|last|the (last|same))? {_WHOSE}? (fiscal hyphen?|YEAR)? "
        f"(ord (fiscal hyphen?)? (quarter|half) {_OF_YEAR}?|last (quarter|half) {_OF_YEAR})",
        _quarter,
    ),
    Rule("qn", "the? (qn (of? YEAR)?|YEAR (qn|hn)|hn (of? YEAR)?)", _short_quarter),
    Rule(
        "year_ago",
        "(the|its)? corresponding? (yr hyphen? (ago|earlier)|corresponding) hyphen? (quarter|period|half|mon)",
        _year_ago,
    ),
    Rule("year_ago_bare", f"the? {_YEAR_AGO}", _year_ago),
    Rule(
        "that_quarter",
        f"({_WHICH}|the corresponding) (quarter|period) ({_A_YEAR_AGO})? (?! hyphen)"
        f"|the (same|corresponding) mon ({_A_YEAR_AGO})",
        _that_quarter,
    ),
    Rule("each_quarter", "ord quarters", _each_quarter),
    Rule(
        "first_months",
        f"(the|its)? (latest|ord|{_YEAR_AGO}|current)? fiscal? (digit|dd|teen) units "
        "(of (fiscal? YEAR|(this|last|next|the) yr))?",
        _months,
    ),
    Rule(
        "fiscal",
        "EDGE? (the|its|that|this|last|next)? (last|next|latest|current|this)? (fiscal|financial) hyphen? "
        "(yr? YEAR|yr? years|yr hyphen? edge|yr)",
        _fiscal,
    ),
    Rule("fy", "fy (YEAR|apostrophe? dd)", _short_fiscal),
)
