"""What statements deny: that the harbour would not be closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from onrecord.align.lists import lists
from onrecord.align.words import stem

REACH = 4
"""Words after a negation among which the one that it is about stands."""

FAR = 6
"""Words after a negation that it may be about."""


def denied(words: Sequence[str]) -> Iterator[str]:
    """Yield the stem of the first of the folded words that tells something after each negation."""
    for place in _negations(words):
        telling = (each for each in words[place : place + REACH] if each not in lists().empty)
        yield from map(stem, islice(telling, 1))


def doubted(words: Sequence[str]) -> Iterator[str]:
    """Yield the stems of all words that a negation before them may be about."""
    for place in _negations(words):
        yield from map(stem, words[place : place + FAR])


def _negations(words: Sequence[str]) -> Iterator[int]:
    """Yield the places after negations; "not only" is none."""
    for place, word in enumerate(words, start=1):
        if word in lists().negations and not lists().limits.intersection(words[place : place + 1]):
            yield place
