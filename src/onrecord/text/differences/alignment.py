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

_EDGE = 6
"""What it counts besides where both begin or both end with a word: a common one is then kept before a gap."""
_NONE = -(10**9)
_UP, _LEFT, _MET = range(3)


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
    """Return the best alignment: equal words count for, gaps between them against.

    Row by row of `fuller`: `met[j]` is the worth of the best way that ends with its word and the other's ``j - 1``
    equal, `gap[j]` that of the best one that ends in a gap. `came` and `went` remember the way.
    """
    width = len(other)
    rows: list[tuple[bytearray, bytearray]] = []
    met, gap = [_EDGE] + [_NONE] * width, [_OPEN] * (width + 1)
    for word in fuller:
        met, gap, came, went = _row(word, other, met, gap)
        rows.append((came, went))
    return _traced(rows, len(fuller), width, met[width] + _EDGE >= gap[width])


def _row(
    word: str, other: list[str], met: list[int], gap: list[int]
) -> tuple[list[int], list[int], bytearray, bytearray]:
    """Return the next row of both worths and ways."""
    width = len(other) + 1
    weight = _COMMON if word in wording().common else _RARE
    came, went = bytearray(width), bytearray(width)
    new_met, new_gap = [_NONE] * width, [_OPEN] * width
    for j, theirs in enumerate(other, 1):
        best = _NONE
        if word == theirs:
            here, over = met[j - 1], gap[j - 1] - _OPEN
            best, came[j] = (here + weight, 0) if here >= over else (over + weight, 1)
        new_met[j] = best
        up, left = gap[j], new_gap[j - 1] - _EXTEND
        if best >= up and best >= left:
            new_gap[j], went[j] = best, _MET
        elif up >= left:
            new_gap[j], went[j] = up, _UP
        else:
            new_gap[j], went[j] = left, _LEFT
    return new_met, new_gap, came, went


def _traced(rows: list[tuple[bytearray, bytearray]], i: int, j: int, met: bool) -> Pairs:
    """Return the pairs on the way that ends at the last words, `met` or in a gap."""
    pairs: Pairs = []
    while i and j:
        came, went = rows[i - 1]
        if met:
            pairs.append((i - 1, j - 1))
            met = not came[j]
            i, j = i - 1, j - 1
        elif went[j] == _MET:
            met = True
        elif went[j] == _LEFT:
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
