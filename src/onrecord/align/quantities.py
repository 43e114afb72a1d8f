"""How many of what a statement tells: 310 million marks, the fifth of September."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from onrecord.align.lists import lists
from onrecord.align.words import Word
from onrecord.text.differences.numerals import numeral

LONGEST = 6
"""Words of a number that are read, at most."""

REACH = 4
"""Words after a number among which what it counts is named, at most."""

NAMED = 2
"""Telling words after a number that may be what it counts, at most: "61,000 of the recalled doses"."""

LARGE, ROUNDED = 100, Decimal("0.05")
"""From where on numbers are rounded, and by how much of the larger one: 206,000 are "more than 200,000"."""

Quantities = Mapping[str, frozenset[Decimal]]
"""For the stem of what is counted the numbers told of it."""


def quantities(words: Sequence[Word]) -> Quantities:
    """Return which numbers are told of what; of a day what is counted is its month."""
    tokens = list(_joined(words))
    found: dict[str, set[Decimal]] = {}
    place = 0
    while place < len(tokens):
        key, used = numeral([text for text, _ in tokens[place : place + LONGEST]])
        number = key.strip("#.s")
        if number.replace(".", "", 1).isdecimal():
            for counted in _counted(tokens, place, place + used):
                found.setdefault(counted, set()).add(Decimal(number))
        place += used or 1
    return {counted: frozenset(numbers) for counted, numbers in found.items()}


def _joined(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield the words folded, with their stems, what a comma divides within a number as one: 206,000."""
    place = 0
    while place < len(words):
        end = place + 1
        while (
            end < len(words)
            and words[end - 1].folded.isdecimal()
            and words[end].folded.isdecimal()
            and len(words[end].folded) == 3
            and words[end].start == words[end - 1].end + 1
        ):
            end += 1
        yield ",".join(word.folded for word in words[place:end]), words[place].stem
        place = end


def _counted(tokens: Sequence[tuple[str, str]], start: int, end: int) -> Iterator[str]:
    """Yield the stems of what the number between these places may count."""
    after = [token for token in tokens[end : end + REACH] if token[0] not in lists().empty][:NAMED]
    near = (text for text, _ in (*tokens[max(0, start - 1) : start], *after))
    months = [lists().months[text] for text in near if text in lists().months]
    yield from months or (stem for _, stem in after)


def disagree(one: Quantities, other: Quantities) -> bool:
    """Return whether two statements tell other numbers of the same, and of nothing the same number."""
    shared = one.keys() & other.keys()
    return bool(shared) and not any(_alike(a, b) for each in shared for a in one[each] for b in other[each])


def _alike(a: Decimal, b: Decimal) -> bool:
    return a == b or (min(a, b) >= LARGE and abs(a - b) <= ROUNDED * max(a, b))
