"""What network is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from onrecord.errors import SettingsError


class Shape(StrEnum):
    """One-mode: rows are linked to rows by what they share; two-mode: rows to columns."""

    ONE_MODE = "onemode"
    TWO_MODE = "twomode"


class Aggregation(StrEnum):
    """What becomes of the qualifier (Leifeld 2017, "Discourse Network Analysis")."""

    IGNORE = "ignore"
    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"
    COMBINE = "combine"


class Normalization(StrEnum):
    """What the weights are divided by."""

    NO = "no"
    ACTIVITY = "activity"
    PROMINENCE = "prominence"
    AVERAGE = "average"
    JACCARD = "jaccard"
    COSINE = "cosine"


class Duplicates(StrEnum):
    """Within what equal statements count once: equal in rows, columns and, unless ignored, qualifier."""

    INCLUDE = "include"
    DOCUMENT = "document"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ACROSS = "acrossrange"
    UTTERANCE = "utterance"
    OUTLET = "outlet"
    """Once for each utterance and outlet."""


class Mode(StrEnum):
    """Whether DNA 3.1.2 is followed to the letter, its known defects too, or corrected."""

    DNA = "dna"
    CORRECTED = "corrected"


_ONE_MODE = {Aggregation.CONGRUENCE, Aggregation.CONFLICT, Normalization.AVERAGE, Normalization.JACCARD}
_ONE_MODE |= {Normalization.COSINE}
_TWO_MODE = {Aggregation.COMBINE, Normalization.ACTIVITY, Normalization.PROMINENCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A network of the variables `rows` and `columns`, and how statements are chosen and counted for it.

    `qualifier` is the variable that aggregations other than IGNORE need. `duplicates` None is the mode's own:
    every statement in DNA mode, every utterance once in the corrected one. `isolates` keeps nodes that filters
    leave without statement. `since` and `until` are times, UTC, both included. Statements with one of the values
    of `exclude`, by variable, do not count; where `only` names a variable, those with one of its values alone do
    (values as text, yes and no as 1 and 0). `top` keeps so many rows, those with the most counted statements.

    Raises SettingsError for choices that do not go together.
    """

    rows: str
    columns: str
    qualifier: str | None = None
    shape: Shape = Shape.TWO_MODE
    aggregation: Aggregation = Aggregation.IGNORE
    normalization: Normalization = Normalization.NO
    duplicates: Duplicates | None = None
    mode: Mode = Mode.CORRECTED
    isolates: bool = False
    since: datetime | None = None
    until: datetime | None = None
    exclude: Mapping[str, frozenset[str]] = field(default_factory=dict)
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    top: int | None = None

    def __post_init__(self) -> None:
        if self.rows == self.columns:
            raise SettingsError(f"rows and columns are both {self.rows!r}; name two variables")
        foreign = _TWO_MODE if self.shape is Shape.ONE_MODE else _ONE_MODE
        for choice in (self.aggregation, self.normalization):
            if choice in foreign:
                other = Shape.TWO_MODE if self.shape is Shape.ONE_MODE else Shape.ONE_MODE
                raise SettingsError(f"{choice.value!r} is for {other.value} networks; this one is {self.shape.value}")
        if self.aggregation is not Aggregation.IGNORE and self.qualifier is None:
            raise SettingsError(f"{self.aggregation.value!r} needs a qualifier; name its variable, or choose ignore")
        if self.qualifier in (self.rows, self.columns):
            raise SettingsError(f"the qualifier cannot be {self.qualifier!r}, which rows or columns are already")
        if self.top is not None and self.top < 1:
            raise SettingsError(f"top is {self.top}; give 1 or more")
        if self.mode is Mode.DNA and self.duplicates in (Duplicates.UTTERANCE, Duplicates.OUTLET):
            raise SettingsError(f"DNA does not count by {self.duplicates}; choose the corrected mode for that")

    @property
    def counting(self) -> Duplicates:
        """Within what equal statements count once, as chosen or as the mode has it."""
        own = Duplicates.INCLUDE if self.mode is Mode.DNA else Duplicates.UTTERANCE
        return self.duplicates or own
