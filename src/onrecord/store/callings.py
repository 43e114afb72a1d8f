"""What actors are called across documents, as columns: names in one text, and the order of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from onrecord.record import ActorKind
from onrecord.store.schema import identities

Array = NDArray[Any]

KINDS = tuple(ActorKind)
"""What the numbers of kinds mean: places in this tuple."""

CHUNK = 500
"""Actors asked for at once."""

Calling = tuple[str, int]
"""An actor's name and the number of its kind."""


@dataclass(frozen=True)
class Callings:
    """What the actors of columns are called, by their numbers there.

    `text` holds all names, one behind the other, `ends` where each ends; `kinds` are numbers of KINDS. `order` are the
    actors by name, as by :func:`by_name`, and of equal names by id; `again` is whether each of these has the name of
    the one before. An actor that is gone has the name "".
    """

    text: str
    ends: Array
    kinds: Array
    order: Array
    again: Array

    def __len__(self) -> int:
        return len(self.ends)

    def name(self, code: int) -> str:
        """Return what an actor is called."""
        return self.text[self.ends[code - 1] if code else 0 : self.ends[code]]

    def names(self, codes: Iterable[int] | None = None) -> list[str]:
        """Return what these actors are called, or all."""
        if codes is not None:
            return [self.name(code) for code in codes]
        ends = self.ends.tolist()
        return [self.text[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    @cached_property
    def rank(self) -> Array:
        """The place of each actor in `order`."""
        rank = np.empty(len(self.order), np.int32)
        rank[self.order] = np.arange(len(self.order), dtype=np.int32)
        return rank

    @cached_property
    def names_before(self) -> Array:
        """How many different names come before that of each actor."""
        return np.cumsum(~self.again, dtype=np.int32)[self.rank]


def by_name(name: str) -> bytes:
    """Return what names are ordered by: their UTF-16 code units, as discourse networks are."""
    return name.encode("utf-16-be", "surrogatepass")


def called(
    connection: Connection, ids: Sequence[str], old: Callings | None = None, of: Array | None = None
) -> Callings:
    """Return what the actors of these `ids` are called, the numbers of actors being places among them.

    With `old`, what earlier ones of them were called, only the actors of the numbers `of`, and those that it lacks,
    are asked for.
    """
    number = len(old) if old else 0
    asked = range(len(ids)) if old is None or of is None else sorted({*of.tolist(), *range(number, len(ids))})
    known = _asked(connection, ids, asked)
    told = {code: known.get(ids[code], ("", -1)) for code in asked}
    if old is not None and not _differ(old, told):
        return old
    before = list(zip(old.names(), old.kinds.tolist(), strict=True)) if old else []
    made = [*before, *(("", -1) for _ in range(len(ids) - number))]
    for code, calling in told.items():
        made[code] = calling
    return _made(made, ids, old.order.tolist() if old else [])


def _differ(old: Callings, told: Mapping[int, Calling]) -> bool:
    return any(code >= len(old) or (old.name(code), int(old.kinds[code])) != told[code] for code in told)


def _made(callings: Sequence[Calling], ids: Sequence[str], before: list[int]) -> Callings:
    names = [name for name, _ in callings]
    keys = [by_name(name) for name in names]
    # Those that were in order are quickly in order again.
    order = sorted([*before, *range(len(before), len(ids))], key=lambda code: (keys[code], ids[code]))
    return Callings(
        "".join(names),
        np.cumsum([len(name) for name in names] or [0], dtype=np.int64)[: len(names)].astype(np.int32),
        np.array([kind for _, kind in callings], np.int8),
        np.array(order, np.int32),
        np.array([False, *(keys[one] == keys[other] for one, other in pairwise(order))][: len(order)], np.bool_),
    )


def _asked(connection: Connection, ids: Sequence[str], codes: Sequence[int]) -> dict[str, Calling]:
    c = identities.c
    query = select(c.id, c.name, c.kind)
    numbers = {kind.value: place for place, kind in enumerate(KINDS)}
    parts: list[Any] = [query]
    if len(codes) < len(ids) or not ids:
        parts = [
            query.where(c.id.in_([ids[code] for code in codes[at : at + CHUNK]])) for at in range(0, len(codes), CHUNK)
        ]
    return {row.id: (row.name, numbers[row.kind]) for part in parts for row in connection.execute(part)}
