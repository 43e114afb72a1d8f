"""Whether a month's name stands for something else: "May I", "Theresa May", "Jan said", "the March for Life"."""

from __future__ import annotations

from onrecord.resolve.when.match import Match
from onrecord.resolve.when.words import word_set

_ALSO_NAMES = word_set("may march april june august jan")
_ALSO_VERBS = word_set("may march jan")
BEFORE_TIMES = word_set(
    "in since by until till from of last next this for during through to between and on early late mid"
)
"""Words after which a capitalised month or a number of four digits is a time."""
_SPEAKS = word_set("said says told has had is '")
_BEGINS = frozenset(".!?\"“‘'`")


def is_other_word(match: Match) -> bool:
    """Return whether the month named by the last word of the match is no month there."""
    tokens, index = match.tokens, match.last - 1
    index -= tokens.words[index] == "."
    word = tokens.words[index]
    if word not in _ALSO_NAMES or match.first != index or match.before in BEFORE_TIMES:
        return False
    if match.first and tokens.is_capital(match.first - 1) and len(match.before) > 2 and match.before.isalpha():
        return True  # a given name or a title before it
    begins = not match.before or match.before in _BEGINS or match.before[0] == "\n"
    if begins and match.after.isalpha():
        return word in _ALSO_VERBS or tokens.is_capital(match.last)
    return match.after in _SPEAKS
