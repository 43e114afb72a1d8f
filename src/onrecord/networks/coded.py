"""Coded statements: what a network counts, with the values of their variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from onrecord.errors import InputError

Value: TypeAlias = str | int | bool | None
"""The value of a variable: a name, a whole number, yes or no; None or "" where there is none."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One statement as a network counts it, by hand or by machine.

    `values` are those of its variables: who speaks, on which issue, whether in support. `when` is the time that
    counts, UTC without zone, None where not known. `fullest_id` tells which statements tell the same passage:
    it is that of the one which tells it most fully.
    `confidence` is the probability that it is right, 1 for what people coded. `rank` orders statements of one
    time. Raises InputError for a probability out of range or a time with a zone.
    """

    statement_id: str
    document_id: str
    values: Mapping[str, Value]
    when: datetime | None = None
    fullest_id: str | None = None
    outlet: str | None = None
    confidence: float = 1.0
    rank: int = 0

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise InputError(f"statement {self.statement_id}: the probability {self.confidence} is not in 0…1")
        if self.when is not None and self.when.tzinfo is not None:
            raise InputError(f"statement {self.statement_id}: give its time in UTC, without a zone")
