"""A word of a telling, with the form in which it is compared and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, IntFlag


class Break(IntEnum):
    """What stands between two words: nothing, the end of a quoted range or part, or an ellipsis."""

    NONE = 0
    RANGE = 1
    ELLIPSIS = 2


class Bracket(IntFlag):
    """Whether brackets hold a word, and whether as the first or the last one."""

    NONE = 0
    INSIDE = 1
    FIRST = 2
    LAST = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``[start, end)`` of ``Told.words``; `key` is equal wherever the same word is meant.

    A contraction is two words of one place, a number in letters one word of several places. `quote` is the number of
    the quoted range that holds it, -1 outside, `part` that of the part. `sentence` counts sentences, `bracket` tells
    whether an editor's brackets hold it, `before` what parts it from the word before. `mark` is the punctuation behind
    it, `capital` whether it begins upper case within a sentence.
    """

    start: int
    end: int
    text: str
    key: str
    quote: int = -1
    part: int = 0
    sentence: int = 0
    bracket: Bracket = Bracket.NONE
    before: Break = Break.NONE
    mark: str = ""
    capital: bool = False

    @property
    def bracketed(self) -> bool:
        """Whether brackets hold it."""
        return self.bracket is not Bracket.NONE

    @property
    def quoted(self) -> bool:
        """Whether quotation marks stand around it."""
        return self.quote >= 0
