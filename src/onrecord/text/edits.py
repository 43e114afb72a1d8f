"""Which words were dropped, added or changed from one text to another: nothing but the words is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST = 500
"""Words of a text up to which words are compared one by one: comparing takes the square of it."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_EVEN = str.maketrans("“”„‟«»‘’", '""""""\'\'')


@dataclass(frozen=True, slots=True)
class Edit:
    """Half-open ranges of code points of words before and after; an empty one is the place where the other has some."""

    before: tuple[int, int]
    after: tuple[int, int]


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return the edits that lead from one text to the other, in order; forms of quotation marks are none.

    Texts of more than MOST words are one edit as a whole, unless they are equal.
    """
    one, other = ([match.span() for match in _WORD.finditer(text)] for text in (before, after))
    if max(len(one), len(other)) > MOST:
        return () if before == after else (Edit((0, len(before)), (0, len(after))),)
    matcher = SequenceMatcher(None, _words(before, one), _words(after, other), autojunk=False)
    return tuple(
        Edit(_range(one, a, b, len(before)), _range(other, c, d, len(after)))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def _words(text: str, places: Sequence[tuple[int, int]]) -> list[str]:
    return [text[start:end].translate(_EVEN) for start, end in places]


def _range(places: Sequence[tuple[int, int]], first: int, last: int, length: int) -> tuple[int, int]:
    if first < last:
        return places[first][0], places[last - 1][1]
    at = places[first][0] if first < len(places) else length
    return at, at
