"""The grammar as a whole: all rules in order of precedence, and the expressions they find in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.resolve.when import (
    clocks,
    dates,
    durations,
    offsets,
    quarters,
    references,
    seasons,
    units,
    weekdays,
    years,
)
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import Meaning
from onrecord.resolve.when.patterns import compiled
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.tokens import LETTERS, Tokens
from onrecord.resolve.when.words import word_set

_FAMILIES = (clocks, dates, years, quarters, weekdays, offsets, units, seasons, durations, references)
RULES: dict[str, Rule] = {rule.name: rule for family in _FAMILIES for rule in family.RULES}
"""Name → rule; where two match at the same word, the one that stands first is heard first."""
_NAMES = tuple(RULES)


@cache
def _pattern(*names: str) -> re.Pattern[str]:
    return compiled({name: RULES[name].pattern for name in names})


_ANCHORS = word_set(
    "month month_short dow dow_short dows hour day week mon yr age units quarter quarters period weekend weekends "
    "season part parts noon today tonight overnight year iso numdate slash years decade tens_s nineties clock clocked "
    "ampm now recently recent soon future term current often feast festive new qn hn fy fiscal financial last teen tens"
)
"""Classes of which at least one is in every time expression."""
_OTHER = "".join(LETTERS[name] for name in ("word", "sign", "break", "stop"))
_STRETCH = re.compile(f"[^{_OTHER}]++")
_ANCHOR = re.compile(f"[{''.join(LETTERS[name] for name in sorted(_ANCHORS))}]")


def _stretches(classes: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words that all have a class and one of which makes a time: the only places to look at."""
    for stretch in _STRETCH.finditer(classes):
        if _ANCHOR.search(classes, *stretch.span()):
            yield stretch.span()


def expressions(tokens: Tokens, context: Context) -> Iterator[tuple[Match, Meaning]]:
    """Yield the time expressions of a text in order, each with what it means where it stands."""
    match_at = _pattern(*_NAMES).match
    for position, end in _stretches(tokens.classes):
        while position < end:
            found = match_at(tokens.classes, position)
            if found is None:
                position += 1
                continue
            match = Match(tokens, found.start(), found.end(), found.lastgroup or "")
            meaning = RULES[match.rule].reader(match, context)
            if meaning is None:
                match, meaning = _other_reading(match, context)
            if meaning is None:
                position += 1
                continue
            context.note(meaning, match)
            yield match, meaning
            position = match.last


def _other_reading(declined: Match, context: Context) -> tuple[Match, Meaning | None]:
    """Return what the rules after the one whose reader declined make of the same place."""
    for name in _NAMES[_NAMES.index(declined.rule) + 1 :]:
        found = _pattern(name).match(declined.tokens.classes, declined.first)
        if found:
            match = Match(declined.tokens, found.start(), found.end(), name)
            meaning = RULES[name].reader(match, context)
            if meaning is not None:
                return match, meaning
    return declined, None
