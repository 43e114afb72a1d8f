"""Whether a time is told as past by the verb that stands right beside it."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.resolve.contradictions.words import bundled

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|n't|[’']ll")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{0,400}[”\"]?")
_TO = frozenset(("to", verb) for verb in ("be", "have", "get"))
_NEAR = 12
"""Words before a date in which one that tells of what is to come belongs to it."""
_FRONTED = 7
"""Words from a date at the start of its sentence within which the verb stands."""


def told_as_past(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Return whether the time ``text[start:end]`` in `sentence` is told as past.

    It is where "on" leads to it and a verb in the past stands right before or after: "met on 29/9",
    "on 29/9 threatened", "On 29/9, the council met". Nothing in the sentence may tell of what is to come.
    """
    before, after = text[sentence[0] : start], text[end : sentence[1]]
    lead = [w.casefold() for w in _WORD.findall(_QUOTED.sub(" ", before))]
    following = [w.casefold() for w in _WORD.findall(after[:90])]
    if not lead or lead[-1] != "on":
        return False
    if len(lead) == 1 and len(before.strip()) == len("on"):
        verb = next((i for i, word in enumerate(following[:_FRONTED]) if _is_past(word)), None)
        return verb is not None and not _is_ahead(following[: verb + 1])
    if following and after[:1].isspace() and _is_past(following[0]):
        return True
    return len(lead) > 1 and _is_past(lead[-2]) and not _is_ahead(lead[-_NEAR:])


def _is_ahead(words: list[str]) -> bool:
    """Return whether one of the words tells of what is to come, or may be."""
    return bool(bundled().ahead.intersection(words)) or any(pair in _TO for pair in pairwise(words))


def _is_past(word: str) -> bool:
    words = bundled()
    return word not in words.reduced and (word in words.verbs or (word.endswith("ed") and len(word) > 3))
