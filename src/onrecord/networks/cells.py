"""How often each row meets each column at each level of the qualifier."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.networks.arrays import Floats, Ints, compact, ints, sums
from onrecord.networks.counted import Counted
from onrecord.networks.design import Aggregation, Mode
from onrecord.networks.events import Scale


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The cells of rows × columns that units fall into, sorted by row, then column, and the levels of the qualifier.

    `number`, `mean` and `variance` have a row for each cell and a column for each level: how many units there
    are (by weight), how many are expected to be right, and the variance of that, each unit being right or wrong by
    itself. `steps` are the levels as numbers, None where they are words; `scale` is the
    qualifier's, None without one.
    """

    row: Ints
    column: Ints
    number: Floats
    mean: Floats
    variance: Floats
    height: int
    width: int
    steps: Floats | None
    scale: Scale | None = None

    @property
    def levels(self) -> int:
        """How many levels the qualifier has, 1 without one."""
        return int(self.number.shape[1])

    def of_row(self) -> Floats:
        """Return n of each row: its units, whatever column and level."""
        return sums(self.row, self.number.sum(axis=1), self.height)

    def of_column(self) -> Floats:
        """Return the units of each column."""
        return sums(self.column, self.number.sum(axis=1), self.width)


def cells(units: Counted, rows: Ints, columns: Ints, chosen: Ints, weights: Floats | None = None) -> Cells:
    """Return the cells of the `chosen` units, whose rows and columns are `rows` and `columns` (sorted codes).

    `weights` are what each chosen unit counts, 1 without.
    """
    weight = np.ones(len(chosen)) if weights is None else weights
    row = np.searchsorted(rows, units.row[chosen])
    column = np.searchsorted(columns, units.column[chosen])
    steps, levels = _steps(units)
    places, cell = compact(ints(row) * max(len(columns), 1) + column)
    spot = cell * levels + units.level[chosen]
    chance = units.chance[chosen]

    def summed(values: Floats) -> Floats:
        return sums(spot, values, len(places) * levels).reshape(len(places), levels)

    return Cells(
        row=places // max(len(columns), 1),
        column=places % max(len(columns), 1),
        number=summed(weight),
        mean=summed(weight * chance),
        variance=summed(weight**2 * chance * (1 - chance)),
        height=len(rows),
        width=len(columns),
        steps=steps,
        scale=units.qualifier.scale if units.qualifier else None,
    )


def _steps(units: Counted) -> tuple[Floats | None, int]:
    column = units.qualifier
    if column is None:
        return np.zeros(1), 1
    missing = int(units.level.max(initial=0) == len(column.labels))  # only where the qualifier is ignored
    count = max(len(column.labels) + missing, 1)
    if column.scale is Scale.TEXT:
        return None, count
    return np.array([*column.labels, *[0] * missing] or [0], dtype=np.float64), count


def likeness(found: Cells, aggregation: Aggregation, mode: Mode) -> Floats:
    """Return how much two units of the same column count for each other, by their levels: levels × levels.

    Numbers: 1 − |a − b| / range for congruence, |a − b| / range for conflict. Words: 1 where equal, and for conflict
    1 where not. A range of 0, all being equal, makes nothing comparable in DNA (NaN) and everything congruent here.
    """
    if aggregation is Aggregation.IGNORE:
        return np.ones((found.levels, found.levels))
    if found.steps is None:
        distance: Floats = 1 - np.eye(found.levels)
    else:
        gaps = np.abs(found.steps[:, None] - found.steps[None, :])
        span = gaps.max()
        with np.errstate(invalid="ignore"):
            distance = gaps / span if span or mode is Mode.DNA else gaps
    if aggregation is Aggregation.CONFLICT:
        return distance
    return 1 - distance if aggregation is Aggregation.CONGRUENCE else 1 - 2 * distance
