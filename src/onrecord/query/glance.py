"""Positions at a glance: for some actors and issues, which sides how many passages take, counted in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.networks.arrays import Flags, Ints, ints
from onrecord.query.about import STANCES
from onrecord.record import Stance
from onrecord.record.position import Taken
from onrecord.store.columns import Array, Columns

NEUTRAL = STANCES.index(Stance.NEUTRAL)


@dataclass(frozen=True, slots=True, eq=False)
class Stands:
    """Statements as evidence of positions: their `places` in columns and, for each, the number of its `cell`.

    `stance`, `chance` and `utterance` are those of all statements of the columns.
    """

    columns: Columns
    places: Ints
    cell: Ints
    stance: Array
    chance: Array
    utterance: Array

    def sides(self, cells: int) -> list[tuple[Taken, ...]]:
        """Return of each cell the sides taken, by passages: of the tellings of one the surest counts."""
        counted = np.flatnonzero(self._counted())
        of, places = self.columns.statements, self.places[counted]
        spot = self.cell[counted] * len(STANCES) + self._stances(places)
        size = cells * len(STANCES)
        numbers = [
            np.bincount(spot, minlength=size),
            *(np.bincount(spot[flag[places]], minlength=size) for flag in (of.conditional, of.hypothetical)),
            self._latest(spot, places, size),
        ]
        rows = np.stack(numbers, axis=1).reshape(cells, len(STANCES), len(numbers)).tolist()
        return [tuple(_taken(row)) for row in rows]

    def firm(self, cells: int) -> list[bool]:
        """Return of each cell whether some statement takes a side, under no condition and not as a supposition."""
        of = self.columns.statements
        sided = self._stances(self.places) != NEUTRAL
        firm = sided & ~of.conditional[self.places] & ~of.hypothetical[self.places]
        return [bool(number) for number in np.bincount(self.cell[firm], minlength=cells)]

    def _stances(self, places: Ints) -> Ints:
        told = self.stance[places]
        return ints(np.where(told < 0, NEUTRAL, told))  # without a stance, none is taken

    def _counted(self) -> Flags:
        """Return which statements count: of the tellings of one utterance in a cell the surest, of equal ones by id."""
        of, told = self.columns.statements, self.utterance[self.places]
        several = np.flatnonzero(told >= 0)
        at = self.places[several]
        chances = (of.confidence[at] * self.chance[at]).tolist()
        sure = np.array([round(chance, 4) for chance in chances])  # as `Stand` has it
        raw = np.ascontiguousarray(of.id[at])
        heads, tails = raw[:, :8].copy().view(">u8").ravel(), raw[:, 8:].copy().view(">u4").ravel()
        cell, utterance = self.cell[several], told[several]
        order = np.lexsort((tails, heads, -sure, utterance, cell))
        first = np.ones(len(order), dtype=bool)
        same = (np.diff(cell[order]) == 0) & (np.diff(utterance[order]) == 0)
        first[1:] = ~same
        counted = told < 0
        counted[several[order[first]]] = True
        return np.asarray(counted, dtype=bool)

    def _latest(self, spot: Ints, places: Ints, size: int) -> Ints:
        """Return the last day at each spot as a number: said, else published; 0 where none is known."""
        of = self.columns.statements
        said = of.said_start[places]
        days = np.where(said > 0, said, self.columns.documents.day[of.document[places]])
        latest = np.zeros(size, dtype=np.int64)
        np.maximum.at(latest, spot, days)
        return latest


def _taken(row: Sequence[Sequence[int]]) -> Iterator[Taken]:
    for stance, (number, conditional, hypothetical, latest) in zip(STANCES, row, strict=True):
        if number:
            yield Taken(stance, number, conditional, hypothetical, _day(latest))


def _day(number: int) -> str | None:
    """Return a day as ISO 8601, as much of it as is known; None for 0."""
    if not number:
        return None
    year, month, day = f"{number // 10_000:04}", number // 100 % 100, number % 100
    return year + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
