"""Which words of one sequence stand for which of another: the alignment that differences are read from."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from onrecord.text.differences.lexicon import wording

Pairs = list[tuple[int, int]]

_CELLS = 40_000
"""Cells up to which a stretch is aligned exactly: 40 ms."""
_GRAMS = (5, 3, 2, 1)
_OPEN, _EXTEND = 12, 1
"""What a gap costs, and each word of the other sequence in it, against `_RARE` and `_COMMON` for an equal word: one
common word between two gaps is not worth keeping apart, a rare one is. Gaps at the edges cost nothing."""
_RARE, _COMMON = 40, 10


def aligned(fuller: Sequence[str], other: Sequence[str]) -> Pairs:
    """Return the pairs of places at which both sequences hold the same word, in order, each place once.

    Of several ways the one with few and whole runs is taken. Longer ones are first parted at runs of words that both
    hold once, and where nothing is that rare, by the longest common subsequence: 5,000 words take less than a second.
    """
    return _aligned(list(fuller), list(other), 0, 0)


def _aligned(fuller: list[str], other: list[str], at: int, over: int) -> Pairs:
    if fuller == other:
        return [(k + at, k + over) for k in range(len(fuller))]
    if not fuller or not other:
        return []
    if len(fuller) * len(other) <= _CELLS:
        return [(i + at, j + over) for i, j in _exact(fuller, other)]
    for size in _GRAMS:
        anchors = _anchors(fuller, other, size)
        if anchors:
            return _between(fuller, other, anchors, at, over)
    return [(i + at, j + over) for i, j in _common_subsequence(fuller, other)]


def _between(fuller: list[str], other: list[str], anchors: Pairs, at: int, over: int) -> Pairs:
    """Return the anchors and what is aligned between them."""
    pairs: Pairs = []
    i = j = 0
    for a, b in [*anchors, (len(fuller), len(other))]:
        pairs += _aligned(fuller[i:a], other[j:b], at + i, over + j)
        if a < len(fuller) and b < len(other):
            pairs.append((at + a, over + b))
        i, j = a + 1, b + 1
    return pairs


def _anchors(fuller: list[str], other: list[str], size: int) -> Pairs:
    """Return the longest rising chain of places where runs of `size` words that either holds once begin."""
    places = _once(other, size)
    met = [(i, places[gram]) for gram, i in _once(fuller, size).items() if gram in places]
    chain: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(met):
        k = bisect_left(ends, j)
        before.append(chain[k - 1] if k else -1)
        chain[k : k + 1], ends[k : k + 1] = [index], [j]
    rising: Pairs = []
    index = chain[-1] if chain else -1
    while index >= 0:
        rising.append(met[index])
        index = before[index]
    return _whole(rising[::-1], size)


def _whole(chain: Pairs, size: int) -> Pairs:
    """Return all pairs of the runs of `size` words that begin at those of `chain`, where they are in order."""
    pairs: Pairs = []
    for i, j in chain:
        for k in range(size):
            if not pairs or (i + k > pairs[-1][0] and j + k > pairs[-1][1]):
                pairs.append((i + k, j + k))
    return pairs


def _once(words: list[str], size: int) -> dict[tuple[str, ...], int]:
    grams = list(zip(*(words[k:] for k in range(size)), strict=False))
    counts = Counter(grams)
    return {gram: i for i, gram in enumerate(grams) if counts[gram] == 1}


def _exact(fuller: list[str], other: list[str]) -> Pairs:
    """Return the best alignment: equal words count for, gaps between them against."""
    common = wording().common
    weights = [_COMMON if word in common else _RARE for word in fuller]
    width = len(other)
    gap = [_OPEN] * (width + 1)
    met = [-(10**9)] * (width + 1)
    from_gap: list[bytearray] = []
    gap_from: list[bytearray] = []
    for i, word in enumerate(fuller):
        weight = weights[i]
        came, went = bytearray(width + 1), bytearray(width + 1)
        new_gap, new_met = [_OPEN] * (width + 1), [-(10**9)] * (width + 1)
        for j in range(width):
            best = -(10**9)
            if word == other[j]:
                a, b = met[j], gap[j] - _OPEN
                if a >= b:
                    best = a + weight
                else:
                    best = b + weight
                    came[j + 1] = 1
            new_met[j + 1] = best
            up, left, opened = gap[j + 1], new_gap[j] - _EXTEND, best
            if opened >= up and opened >= left:
                new_gap[j + 1], went[j + 1] = opened, 2
            elif up >= left:
                new_gap[j + 1], went[j + 1] = up, 0
            else:
                new_gap[j + 1], went[j + 1] = left, 1
        gap, met = new_gap, new_met
        from_gap.append(came)
        gap_from.append(went)
    return _traced(from_gap, gap_from, len(fuller), width, met[width] >= gap[width])


def _traced(from_gap: list[bytearray], gap_from: list[bytearray], i: int, j: int, met: bool) -> Pairs:
    pairs: Pairs = []
    while i and j:
        if met:
            pairs.append((i - 1, j - 1))
            met = not from_gap[i - 1][j]
            i, j = i - 1, j - 1
        elif gap_from[i - 1][j] == 2:
            met = True
        elif gap_from[i - 1][j] == 1:
            j -= 1
        else:
            i -= 1
    return pairs[::-1]


def _common_subsequence(fuller: list[str], other: list[str]) -> Pairs:
    """Return a longest common subsequence, by whole numbers as rows of bits (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for j, word in enumerate(other):
        places[word] = places.get(word, 0) | 1 << j
    full = (1 << len(other)) - 1
    rows, row = [], full
    for word in fuller:
        met = row & places.get(word, 0)
        row = ((row + met) | (row - met)) & full
        rows.append(row)
    pairs: Pairs = []
    i, j = len(fuller) - 1, len(other) - 1
    while i >= 0 and j >= 0:
        if rows[i] >> j & 1:
            j -= 1
        elif i and not rows[i - 1] >> j & 1:
            i -= 1
        else:
            pairs.append((i, j))
            i, j = i - 1, j - 1
    return pairs[::-1]
