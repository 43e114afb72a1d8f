"""Rules for seasons and for days with names of their own: "last summer", "Christmas Eve", "Election Day"."""

from __future__ import annotations

from datetime import date

from onrecord.resolve.when.calendar import G, Period
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.feasts import feast
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import ABSOLUTE, TO_ANOTHER, TO_PUBLICATION, UNDATED, Meaning, at, unknown
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.tense import Tense
from onrecord.resolve.when.words import SEASONS


def _season(match: Match, context: Context) -> Meaning | None:
    month = SEASONS[match.word("season") or "summer"]
    if match.after == "of":
        return None  # "the fall of the city"
    last = match.last - 1
    if match.tokens.is_capital(last) and last + 1 < len(match.tokens.words) and match.tokens.is_capital(last + 1):
        return None  # "the Winter Olympics"
    if match.year is not None:
        return at(_season_of(match.year, month), ABSOLUTE, match.modifier)
    if match.has("that") and context.mentioned is not None:
        return at(_season_of(context.mentioned.start.year, month), TO_ANOTHER)
    if context.today is None:
        return unknown(UNDATED)
    if match.has("yr"):
        return at(_season_of(context.today.start.year + match.way, month), TO_PUBLICATION, match.modifier)
    return at(_near(month, match, context, context.today), TO_PUBLICATION, match.modifier)


def _season_of(year: int, month: int) -> Period:
    return Period(date(year, month, 1), G.SEASON)


def _near(month: int, match: Match, context: Context, today: Period) -> Period | None:
    """Return the season nearest to publication in the way that "last", "next" or the verb looks."""
    this = _season_of(today.start.year, month)
    if month == 12 and today.start.month < 3:
        this = _season_of(today.start.year - 1, month)
    if match.has("last"):
        return this if this.end < today.start else this.shift(-4)
    if match.has("next"):
        return this if this.start > today.start else this.shift(4)
    tense = context.tense(match)
    if this.start > today.start and tense is Tense.PAST and not match.has("this"):
        return this.shift(-4)
    return this.shift(4) if this.end < today.start and tense is Tense.FUTURE else this


RULES = (
    Rule("season", "EDGE? (REL|the)? season (of? YEAR|of? (last|this|next) yr)", _season),
    Rule("rel_season", "EDGE? REL season", _season),
    Rule("season_in", "(EDGE the?|(?<=in|by|since) the?|the mod?) season (?! hyphen)", _season),
    Rule(
        "feast",
        "(last|this|next|the)? (feast|festive) (apostrophe s|s apostrophe)? (eve|day)? (YEAR|weekend|week)?",
        feast,
    ),
    Rule("new_year", "new yr apostrophe s (day|eve) YEAR?", feast),
)
