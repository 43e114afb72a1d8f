"""Where the units of a network are: by row and column, and from there to their statements."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.networks.arrays import Flags, Floats, Ints, ints
from onrecord.networks.counted import Counted


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The units of a network in order of row, then column; `keys` are row × `width` + column of each."""

    counted: Counted
    units: Ints
    keys: Ints
    width: int

    @classmethod
    def of(cls, counted: Counted, chosen: Ints, rows: Ints, columns: Ints) -> Places:
        """Return the places of the `chosen` units among the sorted codes of `rows` and `columns`."""
        width = max(len(columns), 1)
        keys = ints(np.searchsorted(rows, counted.row[chosen])) * width
        keys += np.searchsorted(columns, counted.column[chosen])
        order = np.argsort(keys, kind="stable")
        return cls(counted, ints(chosen[order]), ints(keys[order]), width)

    def of_row(self, row: int) -> Ints:
        """Return the units of a row."""
        return self.units[self._between(row * self.width, (row + 1) * self.width)]

    def of_column(self, column: int) -> Ints:
        """Return the units at a column."""
        return ints(self.units[self.keys % self.width == column])

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
        one, other = (self._between(row * self.width, (row + 1) * self.width) for row in (source, target))
        return ints(np.concatenate([self._meeting(one, other, like != 0), self._meeting(other, one, like != 0)]))

    def _meeting(self, own: slice, others: slice, linked: Flags) -> Ints:
        """Return the units of one row that count for some unit of the other. No pair of units is looked at."""
        levels = self.counted.level
        met = np.zeros((self.width, len(linked)), dtype=bool)
        met[self.keys[others] % self.width, levels[self.units[others]]] = True
        mine = self.units[own]
        counts = (met[self.keys[own] % self.width] & linked[levels[mine]]).any(axis=1)
        return ints(mine[counts])

    def statements(self, units: Ints, most: int | None = None) -> tuple[str, ...]:
        """Return the ids of the statements that `units` stand for, by time; the first `most` alone if given."""
        found = self.counted
        ids, places = found.events.ids, found.members[self._members(units)]
        if most is not None and most < len(places):
            places = np.partition(places, most)[:most]
        return tuple([ids[place] for place in np.unique(places).tolist()])

    def number(self, units: Ints) -> int:
        """Return how many statements `units` stand for."""
        return len(self._members(units))

    def _members(self, units: Ints) -> Ints:
        """Return where the members of units are listed."""
        starts = np.searchsorted(self.counted.unit_of, units, side="left")
        many = np.searchsorted(self.counted.unit_of, units, side="right") - starts
        before = np.cumsum(many) - many
        return ints(np.repeat(starts - before, many) + np.arange(int(many.sum())))
