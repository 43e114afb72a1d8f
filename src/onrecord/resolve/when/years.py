"""Rules for years, decades and centuries: "2008", "mid-1996", "2015-16", "the 1990s", "the 20th century"."""

from __future__ import annotations

from datetime import date

from onrecord.resolve.when.calendar import G, Period, month_of, year_of
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match, ordinal
from onrecord.resolve.when.meaning import ABSOLUTE, Meaning, at, from_to
from onrecord.resolve.when.month_names import BEFORE_TIMES
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.words import NINETIES, word_set

_NOT_AFTER = word_set(
    "people troops soldiers points dollars miles members students workers jobs employees civilians feet meters metres "
    "kilometers kilometres pounds euros tons tonnes shares votes houses homes men women children words pages km mph mg"
)
"""Words before which a number of four digits counts things."""
_NOT_BEFORE = word_set("$ £ € # - no nos number page room flight route highway boeing")
_PLAIN = range(1800, 2061)
"""Years that need no word before them to be years."""


def _year(match: Match, context: Context) -> Meaning | None:
    year = match.year
    if year is None or not 1000 <= year <= 2100 or match.after in _NOT_AFTER or match.before in _NOT_BEFORE:
        return None
    if match.before == "." and match.first > 1 and match.tokens.words[match.first - 2] == "no":
        return None
    if year not in _PLAIN and match.before not in BEFORE_TIMES:
        return None
    return at(year_of(year), ABSOLUTE, match.modifier)


def _the_year(match: Match, context: Context) -> Meaning | None:
    year = match.year if not match.has("hundred") else int(match.counts()[0])
    return at(year_of(year), ABSOLUTE) if year else None


def _years(match: Match, context: Context) -> Meaning | None:
    """Read "2015-16" and "1990/1995"."""
    first, last = (match.word("years") or "").replace("–", "-").replace("/", "-").split("-")
    last = first[:2] + last if len(last) == 2 else last
    return from_to(year_of(int(first)), year_of(int(last)), ABSOLUTE)


def _short(match: Match, context: Context) -> Meaning | None:
    """Read "since '82"."""
    digits = match.word("num", "dd") or ""
    year = int(digits) + (2000 if int(digits) <= 40 else 1900)
    return at(year_of(year), ABSOLUTE) if len(digits) == 2 else None


def _half(match: Match, context: Context) -> Meaning | None:
    word, year = match.word("ord"), match.year
    half = ordinal(word) if word else 2
    if year is None or half > 2:
        return None
    return at(Period(month_of(year, 6 * half - 5).start, G.HALF), ABSOLUTE)


def _decade(match: Match, context: Context) -> Meaning | None:
    word = match.word("decade", "tens_s", "nineties") or ""
    if word in NINETIES and not match.has("the", "mod"):
        return None  # "a woman in her forties"
    year = NINETIES[word] + 1900 if word in NINETIES else int(word[:-1])
    if year < 100:
        year += 1900 if year > 20 else 2000
    return at(Period.of(date(year, 1, 1), G.DECADE), ABSOLUTE, match.modifier)


def _century(match: Match, context: Context) -> Meaning | None:
    number = ordinal(match.word("ord") or "1")
    if match.word("age") != "century" or not 2 <= number <= 25:
        return None
    return at(Period.of(date(number * 100 - 100, 1, 1), G.CENTURY), ABSOLUTE, match.modifier)


RULES = (
    Rule("years", "years (?! hyphen? ANY_UNIT)", _years),
    Rule("the_year", "the yr (YEAR|digit hundred (digit|teen)?)", _the_year),
    Rule(
        "decade", "EDGE? the? mod? hyphen? (decade|apostrophe tens_s|nineties)|EDGE? the mod? hyphen? tens_s", _decade
    ),
    Rule("short_year", "(?<=in|since|of|by) apostrophe (num|dd) (?! apostrophe)", _short),
    Rule("century", "EDGE? the? mod? hyphen? ord hyphen? age", _century),
    Rule("half_year", "the? (ord|last) half of YEAR", _half),
    Rule("year", "EDGE? year (?! percent| qn| hn| hyphen? ANY_UNIT | dot dd| colon dd| comma num)", _year),
    Rule("spelled", "EDGE? SPELLED (?! percent| hyphen| UNITS| hundred)", _year),
)
