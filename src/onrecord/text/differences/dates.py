"""Days on the other side of their month: "April 21" and "21 April"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences.kinds import Block, of_block
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.passages import Passage
from onrecord.text.differences.words import Word


def turned(passage: Passage) -> tuple[list[int], list[int]]:
    """Return the places of such days, or of the months, in the fuller telling, and in the same order in the other."""
    known, theirs = {i for i, _ in passage.pairs}, {j for _, j in passage.pairs}
    found = [
        (i + side, j - side)
        for i, j in passage.pairs
        for side in (1, -1)
        if _alone(passage.fuller, known, i, side) and _alone(passage.other, theirs, j, -side)
    ]
    return [i for i, _ in found], [j for _, j in found]


def _alone(words: tuple[Word, ...], matched: set[int], at: int, side: int) -> bool:
    """Return whether the word beside the one at `at` is its day or month, equal to nothing, and the next is not."""
    beside = at + side
    if not 0 <= beside < len(words) or beside in matched:
        return False
    if 0 <= beside + side < len(words) and beside + side not in matched:
        return False
    keys = words[at].key, words[beside].key
    return any(a in wording().months and b[0] == "#" for a, b in (keys, keys[::-1]))


def of_day(fuller: Word, other: Word) -> Iterator[Difference]:
    """Yield how a day on the other side of its month differs: in its place alone, or as a number."""
    block = Block((fuller,), (other,))
    if fuller.key == other.key:
        yield block.difference(DifferenceKind.SPELLING, False, "day and month stand in the other order")
    else:
        yield from of_block(block)
