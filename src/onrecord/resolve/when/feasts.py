"""Feasts and fixed days with names of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from onrecord.resolve.when.calendar import G, Period
from onrecord.resolve.when.context import Context, distance
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import ABSOLUTE, TO_PUBLICATION, UNDATED, Meaning, at, unknown


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Meeus, Jones and Butcher's rule)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


_DAYS: dict[str, Callable[[int], date]] = {
    "christmas": lambda year: date(year, 12, 25),
    "boxing": lambda year: date(year, 12, 26),
    "new": lambda year: date(year, 1, 1),
    "easter": easter,
    "halloween": lambda year: date(year, 10, 31),
    "valentine": lambda year: date(year, 2, 14),
    "independence": lambda year: date(year, 7, 4),
    "veterans": lambda year: date(year, 11, 11),
    "thanksgiving": lambda year: _nth_weekday(year, 11, 3, 4),
    "memorial": lambda year: _nth_weekday(year, 6, 0, 1) - timedelta(days=7),
    "labor": lambda year: _nth_weekday(year, 9, 0, 1),
    "labour": lambda year: date(year, 5, 1),
    # The Tuesday after the first Monday of November, by act of Congress of 1845.
    "election": lambda year: _nth_weekday(year, 11, 0, 1) + timedelta(days=1),
}
"""Name → its day in a year. Thanksgiving and the days without a feast are those of the United States."""


def _day(name: str, eve: bool, year: int) -> date:
    if eve and name == "new":
        return date(year, 12, 31)
    return _DAYS[name](year) - timedelta(days=int(eve))


def feast(match: Match, context: Context) -> Meaning | None:
    """Return the day of a feast: of the year named, else the one nearest to publication that the verb allows.

    None where it is part of another name ("Easter Island", "Labor Party").
    """
    capital_after = match.last < len(match.tokens.words) and match.tokens.is_capital(match.last)
    if match.has("weekend", "week") or capital_after:
        return None
    name, eve = match.word("feast", "festive") or "new", match.has("eve")
    if match.has("festive") and not match.has("day"):
        return None
    if match.year is not None:
        return at(Period(_day(name, eve, match.year), G.DAY), ABSOLUTE)
    if context.today is None:
        return unknown(UNDATED)
    today = context.today.start
    days = [_day(name, eve, today.year + shift) for shift in (-1, 0, 1)]
    if match.has("last"):
        return at(Period(max(d for d in days if d < today), G.DAY), TO_PUBLICATION)
    if match.has("next"):
        return at(Period(min(d for d in days if d > today), G.DAY), TO_PUBLICATION)
    tense = context.tense(match)
    return at(Period(min(days, key=lambda d: distance((d - today).days, tense)), G.DAY), TO_PUBLICATION)
