"""Coded statements as columns of numbers, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np

from onrecord.errors import InputError, SettingsError
from onrecord.networks.arrays import Floats, Ints, Times, ints
from onrecord.networks.coded import Coded, Value


class Scale(StrEnum):
    """How the values of a variable compare."""

    TEXT = "text"
    BOOLEAN = "boolean"
    INTEGER = "integer"


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One variable: the place of each statement's value among the sorted `labels`, -1 where it has none."""

    codes: Ints
    labels: Sequence[str | int]
    scale: Scale


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """Coded statements in order of time, those of unknown time last, as columns.

    `documents`, `utterances` and `outlets` are numbers, equal for equal ones; a statement without utterance has one
    of its own. The order in which the statements were given does not matter.
    """

    ids: Sequence[str]
    documents: Ints
    utterances: Ints
    outlets: Ints
    times: Times
    confidence: Floats
    variables: Mapping[str, Column]

    @classmethod
    def of(cls, statements: Iterable[Coded]) -> Events:
        """Return the columns of `statements`.

        Raises InputError where two have the same id, or a variable mixes text and numbers.
        """
        found = _ordered(list(statements))
        if len({coded.statement_id for coded in found}) < len(found):
            raise InputError("two of the statements have the same id; each has one of its own")
        names = sorted({name for coded in found for name in coded.values})
        return cls(
            ids=tuple(coded.statement_id for coded in found),
            documents=_numbers([coded.document_id for coded in found]),
            utterances=_numbers([coded.fullest_id or ("", coded.statement_id) for coded in found]),
            outlets=_numbers([coded.outlet or "" for coded in found]),
            times=np.array([coded.when for coded in found], dtype="datetime64[s]"),
            confidence=np.array([coded.confidence for coded in found], dtype=np.float64),
            variables={name: _column(name, [coded.values.get(name) for coded in found]) for name in names},
        )

    def __len__(self) -> int:
        return len(self.ids)

    def column(self, name: str) -> Column:
        """Return the variable called `name`. Raises SettingsError without one."""
        if name not in self.variables:
            known = ", ".join(self.variables) or "none"
            raise SettingsError(f"there is no variable {name!r}; there are: {known}")
        return self.variables[name]


def by_utf16(name: str) -> bytes:
    """Return what names are sorted by: their UTF-16 code units, as DNA sorts them."""
    return name.encode("utf-16-be", "surrogatepass")


def _ordered(found: list[Coded]) -> list[Coded]:
    """Return statements by time, then rank, then id. One stable sort after another: a third of one by tuples."""
    found.sort(key=lambda coded: coded.statement_id)
    found.sort(key=lambda coded: coded.rank)
    found.sort(key=lambda coded: coded.when or datetime.max)
    found.sort(key=lambda coded: coded.when is None)
    return found


def _numbers(keys: Sequence[object]) -> Ints:
    known: dict[object, int] = {}
    return ints([known.setdefault(key, len(known)) for key in keys])


def _column(name: str, values: Sequence[Value]) -> Column:
    # By kind first: yes and 1 are equal to Python.
    kinds = {(type(value), value) for value in values}
    present = {value for _, value in kinds if value is not None and value != ""}
    scale = _scale(name, {kind for kind, value in kinds if value is not None and value != ""})
    if scale is Scale.BOOLEAN:
        labels: tuple[str | int, ...] = (0, 1)
    elif scale is Scale.INTEGER:
        labels = tuple(sorted(int(value) for value in present))
    else:
        words = sorted((str(value) for value in present), key=by_utf16)
        labels = tuple(words)
    places: dict[Value, int] = {label: place for place, label in enumerate(labels)}
    return Column(ints([places.get(value, -1) for value in values]), labels, scale)


def _scale(name: str, kinds: set[type]) -> Scale:
    if kinds == {bool}:
        return Scale.BOOLEAN
    if kinds == {int}:
        return Scale.INTEGER
    if kinds <= {str}:
        return Scale.TEXT
    raise InputError(f"the variable {name!r} mixes kinds of values; code it as text, whole numbers or yes and no alone")
