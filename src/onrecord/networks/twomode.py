"""Two-mode networks: rows linked to the columns they meet."""

from __future__ import annotations

import numpy as np

from onrecord.errors import SettingsError
from onrecord.networks.arrays import Floats, sums
from onrecord.networks.cells import Cells
from onrecord.networks.design import Aggregation, Design, Mode, Normalization
from onrecord.networks.events import Scale
from onrecord.networks.weights import Weights, interval

_RANKED = 52
"""Levels up to which a sum of powers of two tells each combination apart in a float."""


def two_mode(cells: Cells, design: Design) -> Weights:
    """Return the edges of `cells` as `design` aggregates and normalises them."""
    edges = _combined(cells) if design.aggregation is Aggregation.COMBINE else _summed(cells, _signs(cells, design))
    if design.normalization is Normalization.NO:
        return edges
    return edges.divided(_divisors(cells, design, edges.weight))


def _signs(cells: Cells, design: Design) -> Floats:
    """Return what a unit of each level counts: yes 1, no -1, numbers themselves, words 1."""
    if design.aggregation is not Aggregation.SUBTRACT or cells.steps is None:
        return np.ones(cells.levels)
    if cells.scale is Scale.BOOLEAN:
        return np.array([-1.0, 1.0])[: cells.levels]
    return cells.steps


def _summed(cells: Cells, signs: Floats) -> Weights:
    weight, expected = cells.number @ signs, cells.mean @ signs
    low, high = interval(expected, cells.variance @ signs**2, weight, signed=bool((signs < 0).any()))
    return Weights(cells.row, cells.column, weight, expected, low, high)


def _combined(cells: Cells) -> Weights:
    """Return which levels occur as a number: the last level counts 1, the one before it 2, then 4, and so on."""
    if cells.levels > _RANKED:
        raise SettingsError(f"combine tells {_RANKED} values of a qualifier apart; this one has {cells.levels}")
    powers = 2.0 ** np.arange(cells.levels - 1, -1, -1)
    weight = (cells.number > 0) @ powers
    unknown = np.full(len(weight), np.nan)
    return Weights(cells.row, cells.column, weight, unknown, unknown, unknown)


def _divisors(cells: Cells, design: Design, weight: Floats) -> Floats:
    of_row = design.normalization is Normalization.ACTIVITY
    at, size = (cells.row, cells.height) if of_row else (cells.column, cells.width)
    if design.aggregation is not Aggregation.COMBINE:
        return (cells.of_row() if of_row else cells.of_column())[at]
    if not of_row and design.mode is Mode.DNA:
        return _crossed(cells, weight)[at]
    return sums(at, weight > 0, size)[at]


def _crossed(cells: Cells, weight: Floats) -> Floats:
    """Return what DNA divides combined columns by: it counts along the row of that number, and fails without one."""
    if cells.width != cells.height:
        raise SettingsError("DNA fails at prominence and combine unless there are rows are as many as columns")
    return sums(cells.row, weight > 0, cells.height)
