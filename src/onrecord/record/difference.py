"""Word-level differences between two tellings of the same words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DifferenceKind(StrEnum):
    """What differs. The first group is mostly harmless, the second mostly changes the meaning.

    `Difference.changes_meaning` decides: a question mark that falls is a mark and changes the meaning, a stammer that
    falls is a word and does not.
    """

    CASE = "case"
    MARKS = "punctuation"
    SPELLING = "spelling"
    BRACKETS = "editorial brackets"
    ELLIPSIS = "ellipsis"

    DROPPED = "dropped words"
    ADDED = "added words"
    REPLACED = "other words"
    NEGATION = "negation"
    CONDITION = "condition"
    NUMBER = "number"
    NAME = "name"
    TENSE = "tense"
    SPLICED = "spliced quotations"
    SPEAKER = "other speaker"
    ADDRESSEE = "other addressee"
    DATE = "other date"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a fuller telling and another.

    `fuller` and `other` are half-open ranges of code points in the two tellings' words (`Told.words`), None where
    that telling has nothing there or the difference is not one of words. `changes_meaning` tells whether it may
    change what was said, `reason` why, in words for a reader.
    """

    kind: DifferenceKind
    fuller: tuple[int, int] | None
    other: tuple[int, int] | None
    changes_meaning: bool
    reason: str
