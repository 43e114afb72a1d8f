"""Names of nodes and ids of statements, made when they are asked for: of a million most never are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from sqlalchemy import Connection, func, select

from onrecord.networks.arrays import Ints, ints
from onrecord.record.ids import ID_LENGTH
from onrecord.store.columns import Array, Columns
from onrecord.store.schema import identities

DIGITS = 6
"""Of an id, behind a name that several actors have."""


def told_apart(connection: Connection) -> frozenset[str]:
    """Return the names that several actors across documents have."""
    c = identities.c
    query = select(c.name).group_by(c.name).having(func.count() > 1)
    return frozenset(connection.execute(query).scalars())


def label(name: str, identity_id: str, many: Collection[str]) -> str:
    """Return what an actor is called as a node: its name, with the beginning of its id where several have that."""
    return f"{name} ({identity_id[:DIGITS]})" if name in many else name


@dataclass(frozen=True, slots=True, eq=False)
class Ids(Sequence[str]):
    """The ids of statements; `raw` holds 12 bytes of each."""

    raw: Array

    def __len__(self) -> int:
        return len(self.raw)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        """Return the id at a place."""
        return Ids(self.raw[place]) if isinstance(place, slice) else self.raw[place].tobytes().hex()


@dataclass(frozen=True, slots=True, eq=False)
class Labels(Sequence[str]):
    """Actors as nodes, in order of their names, those of one name by id.

    `actors` are their numbers in `columns`, of those of one label the first; `many` are the names that several have.
    """

    columns: Columns
    actors: Ints
    many: frozenset[str]
    place_of: Ints

    @classmethod
    def of(cls, columns: Columns, chosen: Array, many: frozenset[str]) -> Labels:
        """Return the labels of the actors of columns that are `chosen`."""
        called = columns.called
        order = called.order[chosen[called.order]]
        digits = np.frombuffer("".join(columns.actors.names).encode(), np.uint8).reshape(-1, ID_LENGTH)[order, :DIGITS]
        same = (np.diff(called.names_before[order]) == 0) & (digits[1:] == digits[:-1]).all(axis=1)
        first = np.append(np.ones(min(len(order), 1), dtype=bool), ~same)
        place_of = np.full(len(chosen) + 1, -1, dtype=np.int64)
        place_of[order] = np.cumsum(first) - 1
        return cls(columns, ints(order[first]), many, place_of)

    def places(self, codes: Array) -> Ints:
        """Return the place of each of these actors among the labels, -1 for one that was not chosen and for -1."""
        return self.place_of[codes]  # -1, no actor, is the last place: -1 too

    def __len__(self) -> int:
        return len(self.actors)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        """Return the label at a place."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        actor = int(self.actors[place])
        return label(self.columns.called.name(actor), self.columns.actors.names[actor], self.many)
