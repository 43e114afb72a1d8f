"""One-mode networks: rows linked to rows by the columns they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from onrecord.errors import SettingsError
from onrecord.networks.arrays import Floats, Ints, ints, sums
from onrecord.networks.cells import Cells, likeness
from onrecord.networks.design import Aggregation, Design, Mode, Normalization
from onrecord.networks.events import Scale
from onrecord.networks.weights import Weights, interval

DENSE = 4096
"""Rows up to which all pairs are computed as one matrix: 128 MiB each."""
BLOCK = 2**22
"""Numbers of a block of columns, and pairs of a block, that are worked on at once: 32 MiB."""
PAIRS = 50_000_000
"""Pairs of cells that a sparse network may have."""


def one_mode(cells: Cells, design: Design) -> Weights:
    """Return the edges between rows, source before target. Raises SettingsError for more than memory holds."""
    if one_sided(cells, design):
        return _finished(cells, design, _one_sided_conflict(cells, design))
    if cells.height <= DENSE:
        return _finished(cells, design, _dense(cells, design))
    return _finished(cells, design, _joined(cells, design))


class _Sums:
    """What is summed up for each pair of rows: weight, expected weight, its variance, and what two rows share."""

    def __init__(self, source: Ints, target: Ints, numbers: list[Floats]) -> None:
        self.source, self.target = source, target
        self.weight, self.expected, self.variance, self.both_source, self.both_target, self.product = numbers


def _finished(cells: Cells, design: Design, pairs: _Sums) -> Weights:
    signed = design.aggregation is Aggregation.SUBTRACT
    low, high = interval(pairs.expected, pairs.variance, pairs.weight, signed=signed)
    edges = Weights(pairs.source, pairs.target, pairs.weight, pairs.expected, low, high)
    if design.normalization is not Normalization.NO:
        edges = edges.divided(_divisors(cells, design, pairs))
    return edges.where(~(edges.weight == 0))  # NaN, which DNA may give, is kept


def _divisors(cells: Cells, design: Design, pairs: _Sums) -> Floats:
    total = cells.of_row()
    one, other = total[pairs.source], total[pairs.target]
    if design.normalization is Normalization.AVERAGE:
        return (one + other) / 2
    if design.normalization is Normalization.COSINE:
        return one * other
    return one - pairs.both_source + other - pairs.both_target + pairs.product


def _parts(cells: Cells, design: Design) -> list[tuple[Floats, Floats]]:
    """Return, for each sum of a pair, what the cells of source and target are multiplied with: cells × levels.

    With u, v the units of two rows at one column, by level, and S their likeness, a weight is u S v. Means m and
    variances d of independent units give the mean m S m' and the variance (m S)² d' + d (S m')² + d S² d', exactly:
    different rows, and different columns, share no unit.
    """
    like = likeness(cells, design.aggregation, design.mode)
    number, mean, variance = cells.number, cells.mean, cells.variance
    reach = (mean @ like) ** 2
    present = (number > 0).astype(np.float64)
    spread = np.concatenate([reach, variance, variance @ like**2], axis=1)
    against = np.concatenate([variance, reach, variance], axis=1)
    shared = [(number, present), (present, number), (number, number)]
    if design.normalization is not Normalization.JACCARD:
        shared = [(number[:, :0], number[:, :0])] * 3
    return [(number @ like, number), (mean @ like, mean), (spread, against), *shared]


def _dense(cells: Cells, design: Design) -> _Sums:
    height = cells.height
    source, target = np.triu_indices(height, 1)
    totals = []
    for left, right in _parts(cells, design):
        total = np.zeros((height, height))
        for block in _column_blocks(cells, left.shape[1]):
            total += _matrix(cells, left, block) @ _matrix(cells, right, block).T
        totals.append(total[source, target])
    return _Sums(source.astype(np.int64), target.astype(np.int64), totals)


def _column_blocks(cells: Cells, depth: int) -> Iterator[tuple[int, int]]:
    step = max(BLOCK // max(cells.height * depth, 1), 1)
    if depth:
        yield from ((start, min(start + step, cells.width)) for start in range(0, cells.width, step))


def _matrix(cells: Cells, values: Floats, block: tuple[int, int]) -> Floats:
    """Return values of the cells of some columns as a matrix: rows × (columns, levels)."""
    inside = (cells.column >= block[0]) & (cells.column < block[1])
    matrix = np.zeros((cells.height, block[1] - block[0], values.shape[1]))
    matrix[cells.row[inside], cells.column[inside] - block[0]] = values[inside]
    return matrix.reshape(cells.height, -1)


def _joined(cells: Cells, design: Design) -> _Sums:
    """Return the sums of the pairs of rows that share a column, pair by pair of cells."""
    order = np.lexsort((cells.row, cells.column))
    sizes = np.bincount(cells.column, minlength=cells.width)
    pairs = int((sizes * (sizes - 1) // 2).sum())
    if pairs > PAIRS:
        raise SettingsError(f"{cells.height} rows meet in {pairs} pairs; keep those that matter: top, or a filter")
    parts = [(left[order], right[order]) for left, right in _parts(cells, design)]
    row = cells.row[order]
    keys, totals = np.zeros(0, dtype=np.int64), [np.zeros(0) for _ in parts]
    waiting: list[tuple[Ints, list[Floats]]] = []
    for one, other in _pair_blocks(sizes):
        products = [(left[one] * right[other]).sum(axis=1) for left, right in parts]
        waiting.append(_summed([(ints(row[one] * cells.height + row[other]), products)]))
        # Merged when as much waits as is there: each sum is then moved but a few times.
        if sum(len(each) for each, _ in waiting) > len(keys):
            keys, totals = _summed([(keys, totals), *waiting])
            waiting = []
    keys, totals = _summed([(keys, totals), *waiting])
    return _Sums(keys // cells.height, keys % cells.height, totals)


def _summed(parts: list[tuple[Ints, list[Floats]]]) -> tuple[Ints, list[Floats]]:
    """Return the sorted keys of all parts and the sums of what they have at each."""
    keys, place = np.unique(np.concatenate([keys for keys, _ in parts]), return_inverse=True)
    columns = zip(*(totals for _, totals in parts), strict=True)
    return ints(keys), [sums(ints(place), np.concatenate(column), len(keys)) for column in columns]


def _pair_blocks(sizes: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Yield the places of the pairs of cells, by column sorted, that share a column; a bounded number at once."""
    partners = np.concatenate([np.arange(size - 1, -1, -1) for size in sizes] or [np.zeros(0, dtype=np.int64)])
    ends = np.cumsum(partners)
    start = 0
    while start < len(partners):
        done = int(ends[start - 1]) if start else 0
        stop = max(int(np.searchsorted(ends, done + BLOCK)), start + 1)
        many = partners[start:stop]
        one = np.repeat(np.arange(start, stop), many)
        other = one + 1 + np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
        yield one, other
        start = stop


def one_sided(cells: Cells, design: Design) -> bool:
    """Return whether DNA counts as conflict, of qualifiers in words, what only one of two rows says."""
    words = cells.scale is Scale.TEXT and design.mode is Mode.DNA
    return words and design.aggregation in (Aggregation.CONFLICT, Aggregation.SUBTRACT)


def _one_sided_conflict(cells: Cells, design: Design) -> _Sums:
    """Return what DNA makes of a qualifier in words: units of levels that the other row does not have, as conflict."""
    if cells.height > DENSE:
        raise SettingsError(f"{cells.height} rows are too many for DNA's conflict of words; keep fewer with top")
    like = replace(design, aggregation=Aggregation.CONGRUENCE, normalization=Normalization.JACCARD)
    pairs = _dense(cells, like)
    total = cells.of_row()
    conflict = total[pairs.source] - pairs.both_source + total[pairs.target] - pairs.both_target
    pairs.weight = pairs.weight - conflict if design.aggregation is Aggregation.SUBTRACT else conflict
    pairs.expected = pairs.variance = np.full(len(pairs.weight), np.nan)
    return pairs
