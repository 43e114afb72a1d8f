"""Dates written in numbers, day first or month first: "29/9/2025", "3/4", "2025-09-29"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record.timex import TimexKind
from onrecord.resolve.when.calendar import Period, day_of
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import (
    ABSOLUTE,
    AMBIGUOUS,
    TO_PUBLICATION,
    UNDATED,
    Meaning,
    at,
    reading,
    unknown,
)
from onrecord.resolve.when.tense import Tense
from onrecord.resolve.when.words import word_set

_NEAR = 31
"""Days: where only one reading lies this near to publication …"""
_FAR = 60
"""… and the other is farther away than this, news means the near one."""
_INTRODUCED = word_set("on since until till by from to before after of dated for and ( [")


def numeric(match: Match, context: Context) -> Meaning | None:
    """Return the day of a date in numbers; both readings where nothing decides, the value then unknown."""
    word = match.words[0].rstrip("t")
    if match.rule == "iso":
        year, month, day = map(int, re.split(r"[/.-]", word))
        return at(day_of(year, month, day), ABSOLUTE)
    first, second, *rest = map(int, re.split(r"[/.-]", word))
    if not rest and (match.before not in _INTRODUCED or match.after == "of"):
        return None  # "9/11", "1/9 of the vote"
    day_first, month_first = (_day(context, rest, month, day) for month, day in ((second, first), (first, second)))
    if not rest and context.today is None:
        return unknown(UNDATED) if day_first or month_first else None
    basis = ABSOLUTE if rest else TO_PUBLICATION
    if day_first is None or month_first is None or day_first == month_first:
        return at(day_first or month_first, basis)
    return _chosen(day_first, month_first, context, basis, pointed="." in word)


def _day(context: Context, year: list[int], month: int, day: int) -> Period | None:
    if year:
        full = year[0] if year[0] > 99 else year[0] + (2000 if year[0] <= 40 else 1900)
        return day_of(full, month, day)
    return context.month_day(month, day, Tense.OPEN) if context.today else day_of(2000, month, day)


def _chosen(day_first: Period, month_first: Period, context: Context, basis: str, *, pointed: bool) -> Meaning | None:
    """Return the reading that points between the numbers, the page, or its date of publication decide for."""
    if pointed:
        return at(day_first, f"{basis}, day first where points are written")
    order = context.day_first()
    if order is not None:
        return at(day_first if order else month_first, f"{basis}, {'day' if order else 'month'} first as on this page")
    near, far = sorted((day_first, month_first), key=lambda day: _distance(day, context))
    if _distance(near, context) <= _NEAR and _distance(far, context) > _FAR:
        meaning = at(near, f"{basis}, the reading near to publication")
        return meaning and replace(meaning, others=(reading(far),))
    return Meaning(TimexKind.DATE, None, AMBIGUOUS, others=(reading(day_first), reading(month_first)))


def _distance(day: Period, context: Context) -> int:
    return abs((day.start - context.today.start).days) if context.today else 10**6
