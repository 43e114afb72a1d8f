"""Where the units of a network are: by row and column, and from there to their statements."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.networks.arrays import Flags, Floats, Ints, ints
from onrecord.networks.counted import Counted


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The units of a network in order of row, then column; `keys` are row × `width` + column of each.

    `columns` and `levels` are theirs, in that order; `held` is how many statements each unit stands for, by unit.
    """

    counted: Counted
    units: Ints
    keys: Ints
    width: int
    columns: Ints
    levels: Ints
    held: Ints

    @classmethod
    def of(cls, counted: Counted, chosen: Ints, rows: Ints, columns: Ints) -> Places:
        """Return the places of the `chosen` units among the sorted codes of `rows` and `columns`."""
        width = max(len(columns), 1)
        keys = ints(np.searchsorted(rows, counted.row[chosen])) * width
        keys += np.searchsorted(columns, counted.column[chosen])
        order = np.argsort(keys, kind="stable")
        units, keys = ints(chosen[order]), ints(keys[order])
        held = ints(np.bincount(counted.unit_of, minlength=len(counted.first)))
        return cls(counted, units, keys, width, keys % width, counted.level[units], held)

    def of_row(self, row: int) -> Ints:
        """Return the units of a row."""
        return self.units[self._between(row * self.width, (row + 1) * self.width)]

    def of_column(self, column: int) -> Ints:
        """Return the units at a column."""
        return ints(self.units[self.columns == column])

    def days(self, units: Ints) -> tuple[str, str] | None:
        """Return the first and the last day (ISO 8601) of the statements of `units`, None where none is dated."""
        times = self.counted.events.times[self.counted.members[self._members(units)]]
        dated = times[~np.isnat(times)].astype("datetime64[D]")
        return (str(dated.min()), str(dated.max())) if len(dated) else None

    def of_cell(self, row: int, column: int) -> Ints:
        """Return the units of a row at a column."""
        key = row * self.width + column
        return self.units[self._between(key, key + 1)]

    def _between(self, first: int, end: int) -> slice:
        start, stop = np.searchsorted(self.keys, [first, end]).tolist()
        return slice(start, stop)

    def linking(self, source: int, target: int, like: Floats) -> Ints:
        """Return the units of two rows that count for each other: at one column, of levels that `like` links."""
        linked = (like != 0).astype(np.float64)
        one, other = (self._between(row * self.width, (row + 1) * self.width) for row in (source, target))
        return ints(np.concatenate([self._meeting(one, other, linked), self._meeting(other, one, linked)]))

    def _meeting(self, own: slice, others: slice, linked: Floats) -> Ints:
        """Return the units of one row that count for some unit of the other. No pair of units is looked at."""
        met = np.zeros((self.width, len(linked)))
        met[self.columns[others], self.levels[others]] = 1
        reached: Flags = met @ linked > 0
        return ints(self.units[own][reached[self.columns[own], self.levels[own]]])

    def statements(self, units: Ints, most: int | None = None) -> tuple[str, ...]:
        """Return the ids of the statements that `units` stand for, by time; the first `most` alone if given."""
        found = self.counted
        if most is not None and most < len(units):
            units = np.partition(units, most)[:most]  # units are numbered by their first statements
        places = np.unique(found.members[self._members(units)])[:most]
        return tuple([found.events.ids[place] for place in places.tolist()])

    def number(self, units: Ints) -> int:
        """Return how many statements `units` stand for."""
        return int(self.held[units].sum())

    def _members(self, units: Ints) -> Ints:
        """Return where the members of units are listed."""
        starts = np.searchsorted(self.counted.unit_of, units, side="left")
        many = np.searchsorted(self.counted.unit_of, units, side="right") - starts
        before = np.cumsum(many) - many
        return ints(np.repeat(starts - before, many) + np.arange(int(many.sum())))
