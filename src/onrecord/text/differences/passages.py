"""The quoted ranges of one telling, each laid beside the fuller telling's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.text.differences.alignment import aligned
from onrecord.text.differences.compounds import compounded
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.words import Break, Word

_SHARE = 0.5
"""Share of a range's or sentence's weight that the fuller telling must hold for both to be one passage."""
LITTLE = 0.2
"""The same where no range is told well: then the words are compared all the same, since nothing else can be."""
_WELL = 0.8
"""Share from which a range that is found with the others together needs not be sought by itself."""
_SHORT = 5
"""Words up to which a sentence is short."""
_FEW, _HEAVY = 4, 1.5
"""Words, and their weight, that must be equal before other ones are said to be put to them."""
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
    def share(self) -> float:
        """The share of the range's weight that the fuller telling tells."""
        return _share(self.other, {j for _, j in self.pairs})

    @property
    def met(self) -> bool:
        """Whether the fuller telling tells this passage at all."""
        return bool(self.pairs) and (self.share >= _SHARE or _covers(self.fuller, [i for i, _ in self.pairs]))

    def gaps(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield from and to which place both part between two pairs: fuller's, then the other's."""
        for (a, b), (c, d) in zip(self.pairs, self.pairs[1:], strict=False):
            if c - a > 1 or d - b > 1:
                yield a + 1, c, b + 1, d


def passages(fuller: Sequence[Word], other: Sequence[Word]) -> tuple[Passage, ...]:
    """Return the passages of the quoted ranges of `other`, in order.

    The ranges are laid beside the fuller telling together; one that is found better by itself, as where their order is
    another, by itself.
    """
    fuller, other = compounded(fuller, other), compounded(other, fuller)
    keys = [w.key for w in fuller]
    within = quoted(other)
    joint = aligned(keys, [w.key for w in within])
    found, start = [], 0
    for _, group in groupby(within, key=lambda w: w.quote):
        words = tuple(group)
        pairs = [(i, j - start) for i, j in joint if start <= j < start + len(words)]
        if len(words) < len(within) and _share(words, {j for _, j in pairs}) < _WELL:
            alone = aligned(keys, [w.key for w in words])
            pairs = max(pairs, alone, key=len)
        found.append(Passage(tuple(fuller), words, tuple(_slid(fuller, words, list(_kept(fuller, words, pairs))))))
        start += len(words)
    return tuple(found)


def told_by(laid: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return those of `laid` that the fuller telling tells; where it tells none, those of which it tells a little."""
    return tuple(p for p in laid if p.met) or tuple(p for p in laid if p.share >= LITTLE)


def _kept(fuller: Sequence[Word], words: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs, those of outer sentences left out that the fuller telling does not tell."""
    matched = {j: i for i, j in pairs}
    sentences = [list(group) for _, group in groupby(range(len(words)), key=lambda j: words[j].sentence)]
    told = [_told(fuller, words, places, matched) for places in sentences]
    if any(told):
        first, last = told.index(True), len(told) - 1 - told[::-1].index(True)
        kept = {j for places in sentences[first : last + 1] for j in places}
        yield from ((i, j) for i, j in pairs if j in kept)
    else:
        yield from pairs


def _told(fuller: Sequence[Word], words: Sequence[Word], places: Sequence[int], matched: Mapping[int, int]) -> bool:
    """Return whether the fuller telling tells the sentence at `places`: a short one if it has any word of it."""
    here = {k: matched[j] for k, j in enumerate(places) if j in matched}
    if not here or len(places) <= _SHORT:
        return bool(here)
    return _share([words[j] for j in places], here) >= _SHARE or _covers(fuller, list(here.values()))


def _covers(fuller: Sequence[Word], matched: Sequence[int]) -> bool:
    """Return whether the words at `matched` are the fuller one's from or up to a border: others were put to them."""
    first, last = min(matched), max(matched)
    borders = _parts(fuller, first) + _parts(fuller, last + 1)
    dense = len(matched) >= _WELL * (last + 1 - first)
    weight = sum(_weight(fuller[i]) for i in matched)
    return dense and (borders == 2 or (borders == 1 and len(matched) >= _FEW and weight >= _HEAVY))


def _parts(words: Sequence[Word], at: int) -> bool:
    """Return whether a sentence or range ends before the word at `at`."""
    return at in (0, len(words)) or words[at].sentence != words[at - 1].sentence


def _slid(fuller: Sequence[Word], other: Sequence[Word], pairs: list[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return `pairs`, what is left out between two of them moved to where a mark of it stands, if it may as well.

    "to … them" leaves out "lie to" of "to lie to them", not "to lie".
    """
    for k in range(len(pairs) - 1):
        (a, b), (c, d) = pairs[k], pairs[k + 1]
        if d == b + 1 and c > a + 1 and other[d].before is Break.NONE:
            _slide(fuller, other, pairs, k)
    return pairs


def _slide(fuller: Sequence[Word], other: Sequence[Word], pairs: list[tuple[int, int]], k: int) -> None:
    """Move the gap behind the pair `k` to the next break before or behind it over equal words, if there is one."""
    gap = pairs[k + 1][0] - pairs[k][0] - 1
    at = k
    while at >= 0 and pairs[at][0] + gap < len(fuller) and _together(fuller, pairs, at, gap, k):
        if other[pairs[at][1]].before is not Break.NONE:
            pairs[at : k + 1] = [(i + gap, j) for i, j in pairs[at : k + 1]]
            return
        at -= 1
    at = k + 1
    while at < len(pairs) and _together(fuller, pairs, at, -gap, k + 1):
        if at + 1 < len(pairs) and other[pairs[at + 1][1]].before is not Break.NONE:
            pairs[k + 1 : at + 1] = [(i - gap, j) for i, j in pairs[k + 1 : at + 1]]
            return
        at += 1


def _together(fuller: Sequence[Word], pairs: list[tuple[int, int]], at: int, gap: int, first: int) -> bool:
    """Return whether the pair `at`, which follows the pair `first` closely, may as well stand `gap` words on."""
    (i, j), (a, b) = pairs[at], pairs[first]
    return i - a == j - b and fuller[i].key == fuller[i + gap].key


def _share(words: Sequence[Word], matched: Iterable[int]) -> float:
    """Return the share of the weight of `words` that is matched."""
    weights = [_weight(w) for w in words]
    return sum(weights[j] for j in matched) / sum(weights) if words else 0.0


def _weight(word: Word) -> float:
    return _LIGHT if word.key in wording().common else 1.0


def quoted(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return those of `words` that stand within quotation marks."""
    return tuple(w for w in words if w.quoted)


def parted(words: Sequence[Word], start: int, end: int) -> Break:
    """Return the strongest break before the words ``start`` to ``end``, the last one included."""
    return max((w.before for w in words[start : end + 1]), default=Break.NONE)
