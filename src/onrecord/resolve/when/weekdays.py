"""Rules for days told from the day of publication: "today", "Wednesday", "next Friday", "the day before"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.resolve.when.calendar import G, Period
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import TO_ANOTHER, TO_PUBLICATION, UNDATED, Meaning, at, reading, unknown
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.tense import Tense
from onrecord.resolve.when.words import WEEKDAYS, word_set

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WITH_CLOCK = frozenset({"clock_day", "day_clock"})
_PAPERS = word_set("times telegraph mirror express")
"""Words that make a weekday part of a newspaper's name: "The Sunday Times"."""
_FROM_ANOTHER = word_set("previous preceding prior following that")


def today(match: Match, context: Context) -> Meaning | None:
    """Return the day that "yesterday", "today" or "tomorrow" names; None in an outlet's name."""
    first = match.first
    if first and match.before.isalpha() and match.tokens.is_capital(first) and match.tokens.is_capital(first - 1):
        return None
    return context.relative(G.DAY, _DAYS[match.word("today") or "today"], match.modifier)


def weekday(match: Match, context: Context) -> Meaning | None:
    """Return the day that "Wednesday", "last Friday" or "the following Monday" names."""
    number = match.weekday
    if number is None or (match.after in _PAPERS and match.tokens.is_capital(match.last)):
        return None
    if context.today is None:
        return unknown(UNDATED)
    if context.day is not None and _FROM_ANOTHER.intersection(match.words):
        way = match.way or 1
        distance = (number - context.day.start.weekday()) * way % 7 or 7
        return at(context.day.shift(distance * way), TO_ANOTHER)
    if context.day is not None and _ends_range(match):
        return at(context.day.shift((number - context.day.start.weekday()) % 7 or 7), TO_ANOTHER)
    if match.way:
        return _last_or_next(match, context, context.today, number)
    tense = context.tense(match)
    if match.has("this"):
        tense = Tense.PAST if tense is Tense.PAST else Tense.FUTURE
        return at(context.weekday(number, tense), TO_PUBLICATION, match.modifier)
    meaning = at(context.weekday(number, tense), TO_PUBLICATION, match.modifier)
    fresh = tense is not Tense.PAST or match.rule in _WITH_CLOCK or match.has("mod", "earlier", "later", "part", "noon")
    return meaning and _day_after(meaning, context.today, fresh=fresh)


def _ends_range(match: Match) -> bool:
    """Return whether it is the second weekday of "Monday to Friday"."""
    words = match.tokens.words
    return match.before in ("to", "through", "-", "–") and match.first > 1 and words[match.first - 2] in WEEKDAYS


def _last_or_next(match: Match, context: Context, today: Period, number: int) -> Meaning | None:
    """Return the nearest such day before or after publication, with that of another week where some mean that."""
    found = context.weekday(number, Tense.PAST if match.way < 0 else Tense.FUTURE)
    if found == today:
        found = today.shift(7 * match.way)
    meaning = at(found, TO_PUBLICATION, match.modifier)
    other = found and found.shift(7 * match.way)
    if meaning is None or found is None or other is None or found.within(G.WEEK) != today.within(G.WEEK):
        return meaning
    return replace(meaning, others=(reading(other),))


def _day_after(meaning: Meaning, today: Period, *, fresh: bool) -> Meaning:
    """Return the meaning of the weekday after publication's: that day for what is `fresh`, else six days ago.

    A day may be past already in the writer's time zone, or in a later version of the page. Of such weekdays in
    TimeBank and AQUAINT 11 are the next day and 2 the last one; those two, and the one in MEANTIME, stand with a
    verb in the past and without a part of the day. The other day is kept as a reading.
    """
    tomorrow, past = today.shift(1), today.shift(-6)
    if past is None or tomorrow is None or meaning.period not in (past, tomorrow):
        return meaning
    day, other = (tomorrow, past) if fresh else (past, tomorrow)
    return replace(meaning, period=day, value=day.value, interval=day.interval, others=(reading(other),))


def _day_before(match: Match, context: Context) -> Meaning | None:
    """Read "the day before" an expression told before, and "the day after last Tuesday"."""
    way = -1 if match.has("before") else 1
    if match.weekday is not None or match.has("today"):
        named = weekday(match, context) if match.weekday is not None else today(match, context)
        return at(named.period.shift(way), TO_PUBLICATION) if named and named.period else named
    return context.from_mentioned(lambda period: period.shift(way), context.day or context.today)


_BARE = "(?! word | the|a|its)"

RULES = (
    Rule("day_before", f"(the|a) day (before|after) (today|(last|next)? dow|{_BARE})", _day_before),
    Rule("today", "(mod|earlier|later)? today", today),
    Rule("rel_dow", "EDGE? (the? last|this? last|the? next|this? next|this|that) dow", weekday),
    Rule("dow", "(mod|earlier|later)? dow (?! parts)", weekday),
)
