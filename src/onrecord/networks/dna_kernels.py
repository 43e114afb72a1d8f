"""What DNA's networks smoothed by a kernel have of their own: levels by rank, a diagonal, an average by cell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from onrecord.errors import SettingsError
from onrecord.networks.arrays import Floats, Ints, ints, sums
from onrecord.networks.cells import cells, likeness
from onrecord.networks.counted import Counted
from onrecord.networks.design import Aggregation, Design, Normalization, Shape
from onrecord.networks.events import Column, Scale, by_utf16
from onrecord.networks.network import Network
from onrecord.networks.onemode import DENSE
from onrecord.networks.weights import Weights


def prepared(units: Counted) -> Counted:
    """Return the units with the levels of their qualifier as DNA's kernels take them, and not normalised.

    Levels are ranks of the values that occur, sorted as text, so that -1, 0 and 2 are as far apart as 0, 1 and 2.
    Raises SettingsError for what DNA's kernels do not do: it then silently does something else.
    """
    design, column = units.design, units.qualifier
    if design.normalization not in (Normalization.NO, Normalization.AVERAGE):
        raise SettingsError(f"DNA's kernels do not normalise by {design.normalization.value}: choose no or average")
    if design.aggregation is Aggregation.COMBINE:
        raise SettingsError("DNA's kernels do not combine: choose ignore or subtract")
    plain = replace(design, normalization=Normalization.NO)
    if column is None or design.aggregation is Aggregation.IGNORE:
        return replace(units, design=plain)
    if column.scale is Scale.TEXT:
        raise SettingsError("DNA's kernels do not compare qualifiers in words: choose ignore")
    codes = column.codes[units.within] if design.isolates else units.level
    present = [int(code) for code in np.unique(codes) if code >= 0]
    present.sort(key=lambda code: by_utf16(str(column.labels[code])))
    ranks = np.full(len(column.labels) + 1, -1, dtype=np.int64)
    ranks[present] = np.arange(len(present))
    ranked = Column(ranks[column.codes], tuple(range(len(present))), column.scale)
    return replace(units, design=plain, qualifier=ranked, level=ints(ranks[units.level]))


def averages(units: Counted, nodes: tuple[Ints, Ints], design: Design) -> Floats | None:
    """Return what DNA multiplies the weight of each pair of rows with, None without normalisation or of two modes.

    For each column and level that one of the rows has, 2 / the statements of both, in all windows; summed up.
    """
    if design.normalization is not Normalization.AVERAGE or design.shape is Shape.TWO_MODE:
        return None
    found = cells(units, *nodes, np.arange(len(units.first)))
    if found.height > DENSE:
        raise SettingsError(f"{found.height} rows are too many for DNA's average of a kernel; keep fewer with top")
    total = np.zeros((found.height, found.height))
    for column in range(found.width):
        inside = found.column == column
        for level in range(found.levels):
            numbers = np.zeros(found.height)
            numbers[found.row[inside]] = found.number[inside, level]
            both = numbers[:, None] + numbers[None, :]
            total += np.divide(2.0, both, out=np.zeros_like(both), where=both > 0)
    return total


def completed(network: Network, design: Design, average: Floats | None) -> Network:
    """Return a one-mode network with DNA's diagonal and average; one of two modes as it is but for its design."""
    if design.shape is Shape.TWO_MODE:
        return replace(network, design=design)
    found, edges = network.cells, network.weights
    like = likeness(found, design.aggregation, design.mode)
    own = sums(found.row, ((found.number @ like) * found.number).sum(axis=1), found.height)
    rows = np.flatnonzero(~(own == 0))
    unknown = np.full(len(rows), np.nan)
    source, target = np.concatenate([edges.source, rows]), np.concatenate([edges.target, rows])
    numbers = [np.concatenate([edges.weight, own[rows]])]
    numbers += [np.concatenate([each, unknown]) for each in (edges.expected, edges.low, edges.high)]
    if average is not None:
        factor = average[source, target]
        numbers = [each * np.where(factor == 0, 1.0, factor) for each in numbers]
    order = np.lexsort((target, source))
    weights = Weights(source[order], target[order], *(each[order] for each in numbers))
    return replace(network, design=design, weights=weights)
