"""The quoted ranges of one telling, each laid beside the fuller telling's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.text.differences.alignment import aligned
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.words import Break, Word

_SHARE = 0.5
"""Share of a range's or sentence's weight that the fuller telling must hold for both to be one passage."""
_LIGHT = 0.2
"""What a common word weighs against a rare one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted range of the other telling, and which of its words stand for which of the fuller one's.

    `fuller` are all words of the fuller telling, `other` those of the range, `pairs` places in both.
    """

    fuller: tuple[Word, ...]
    other: tuple[Word, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def met(self) -> bool:
        """Whether the fuller telling tells this passage at all."""
        return bool(self.pairs) and _share(self.other, {j for _, j in self.pairs}) >= _SHARE

    def gaps(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield from and to which place both part between two pairs: fuller's, then the other's."""
        for (a, b), (c, d) in zip(self.pairs, self.pairs[1:], strict=False):
            if c - a > 1 or d - b > 1:
                yield a + 1, c, b + 1, d


def passages(fuller: Sequence[Word], other: Sequence[Word]) -> tuple[Passage, ...]:
    """Return the passages of the quoted ranges of `other`, in order."""
    keys = [w.key for w in fuller]
    found = []
    for quote, group in groupby(other, key=lambda w: w.quote):
        words = tuple(group)
        if quote >= 0:
            pairs = aligned(keys, [w.key for w in words])
            found.append(Passage(tuple(fuller), words, tuple(_kept(words, pairs))))
    return tuple(found)


def _kept(words: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs, those of outer sentences left out that the fuller telling does not tell."""
    matched = {j for _, j in pairs}
    sentences = [list(group) for _, group in groupby(range(len(words)), key=lambda j: words[j].sentence)]
    told = [
        _share([words[j] for j in places], {k for k, j in enumerate(places) if j in matched}) >= _SHARE
        for places in sentences
    ]
    if any(told):
        first, last = told.index(True), len(told) - 1 - told[::-1].index(True)
        kept = {j for places in sentences[first : last + 1] for j in places}
        yield from ((i, j) for i, j in pairs if j in kept)
    else:
        yield from pairs


def _share(words: Sequence[Word], matched: set[int]) -> float:
    """Return the share of the weight of `words` that is matched."""
    weights = [_LIGHT if w.key in wording().common else 1.0 for w in words]
    return sum(weights[j] for j in matched) / sum(weights) if words else 0.0


def parted(words: Sequence[Word], start: int, end: int) -> Break:
    """Return the strongest break before the words ``start`` to ``end``, the last one included."""
    return max((w.before for w in words[start : end + 1]), default=Break.NONE)
