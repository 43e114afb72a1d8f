"""Whether the verb beside a time expression looks back or ahead."""

from __future__ import annotations

import re
from enum import Enum

from onrecord.resolve.when.tokens import LETTERS, Tokens
from onrecord.resolve.when.words import word_set


class Tense(Enum):
    """Which way the verb looks, as far as its form tells."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


_REACH = 14
"""Words: a verb farther from the expression says nothing of it."""
_AHEAD = word_set(
    "will shall would may might ll won scheduled expected due slated supposed planned expects hopes intends upcoming "
    "deadline tomorrow"
)
_BACK = word_set(
    "was were had did said told been has have made met came went took held began gave saw won got found kept led left "
    "lost paid put ran sent sold spoke stood thought wrote became broke brought bought fell felt fought grew hit knew "
    "rose sat shot struck taught showed died since former ago"
)
_PARTICIPLE = re.compile(r"..(?:[^e]ed|agreed|freed)$")
"""Verbs in the past, not "succeed" and "indeed"."""
_SURELY_AHEAD = word_set("will shall ll won scheduled expected due")
_PLANS = word_set("is are plan plans planning wants want hopes hope vows agreed agrees set ready likely")
_TO_BE = word_set("to will would shall may should")
_STOPS = frozenset(LETTERS[name] for name in ("dot", "stop", "break"))


def tense_beside(tokens: Tokens, first: int, last: int) -> Tense:
    """Return the tense of the nearest telling verb before the words ``first … last - 1``, else of one after them.

    Only their sentence counts, `_REACH` words each way.
    """
    word = tokens.words[first - 1] if first else ""
    if word == "as" or (word == "of" and first > 1 and tokens.words[first - 2] == "ahead"):
        return Tense.FUTURE  # "as soon as Tuesday", "ahead of November's elections"
    if last + 1 < len(tokens.words) and tokens.words[last] in ("'", "’") and tokens.words[last + 1] == "s":
        return Tense.PAST  # "Wednesday's ruling" has been made, whatever comes of it
    if word in ("by", "until", "till") and not tokens.is_capital(first - 1):
        return Tense.FUTURE  # "by May", "until early June"
    before = range(first - 1, max(first - _REACH, 0) - 1, -1)
    found = _first_tense(tokens, before, _AHEAD)
    if found is Tense.OPEN:
        found = _first_tense(tokens, range(last, min(last + _REACH, len(tokens.words))), _SURELY_AHEAD)
    return found


def _first_tense(tokens: Tokens, indexes: range, ahead: frozenset[str]) -> Tense:
    for index in indexes:
        if tokens.classes[index] in _STOPS and not _abbreviates(tokens, index):
            return Tense.OPEN
        word = tokens.words[index]
        if word == "may" and tokens.is_capital(index):
            continue
        if word in ahead or _plans(tokens, index):
            return Tense.FUTURE
        if word in _BACK or (_PARTICIPLE.search(word) and not tokens.is_capital(index)):
            to_be = index > 1 and tokens.words[index - 1] == "be" and tokens.words[index - 2] in _TO_BE
            return Tense.FUTURE if to_be else Tense.PAST
    return Tense.OPEN


def _plans(tokens: Tokens, index: int) -> bool:
    """Return whether the word begins a plan: "plans to meet", "are to meet"."""
    return tokens.words[index] in _PLANS and tokens.words[index + 1 : index + 2] == ("to",)


def _abbreviates(tokens: Tokens, index: int) -> bool:
    """Return whether a point ends an abbreviation: no space and capital letter come after it."""
    if tokens.words[index] != "." or index + 1 >= len(tokens.words):
        return False
    after = tokens.starts[index + 1]
    return after == tokens.starts[index] + 1 or not tokens.text[after].isupper() or len(tokens.words[index - 1]) == 1
