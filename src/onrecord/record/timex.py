"""Time expressions, and the day on which something was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.errors import InternalError
from onrecord.record.ids import content_id
from onrecord.record.span import Span


class TimexKind(StrEnum):
    """What a time expression is, in the words of TimeML."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Granularity(StrEnum):
    """How fine a period on the calendar is."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    PART = "part of day"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `start` to `end`, both of them included, as ISO 8601 dates.

    Raises InternalError when one is no date or `end` comes before `start`.
    """

    start: str
    end: str

    def __post_init__(self) -> None:
        try:
            ordered = date.fromisoformat(self.start) <= date.fromisoformat(self.end)
        except ValueError as error:
            raise InternalError(f"{self.start}/{self.end} are not two days") from error
        if not ordered:
            raise InternalError(f"the interval {self.start}/{self.end} ends before it starts")

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.start == self.end

    def contains(self, other: Interval) -> bool:
        """Return whether every day of `other` lies within."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a time expression: its TIMEX3 value, and the days it covers where it covers any."""

    value: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of a document, after TimeML's TIMEX3.

    `value` is the TIMEX3 value, None where the text does not let one know it; `basis` says in words what
    the value rests on, or why there is none. `modifier` is TIMEX3's `mod` ("START", "APPROX", …).
    `granularity` and `interval` belong to values on the calendar: a duration has neither. `others` are
    further readings that the text leaves open: 3/4 may be 4 March as well as 3 April.
    Raises InternalError when there is an interval without a value.
    """

    document_id: str
    span: Span
    kind: TimexKind
    value: str | None
    basis: str
    granularity: Granularity | None = None
    interval: Interval | None = None
    modifier: str | None = None
    others: tuple[Reading, ...] = ()

    def __post_init__(self) -> None:
        if self.value is None and self.interval is not None:
            raise InternalError(f"the time expression {self.span.words!r} covers days without having a value")

    @property
    def id(self) -> str:
        """The time expression's id: its document and place."""
        return content_id("timex", self.document_id, self.span.start, self.span.end)


class SaidBasis(StrEnum):
    """Whether the words of the cue's own clause give the time, or it follows from what stands around it."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Said:
    """When something was said, as far as the text lets one know.

    `edtf` is the same in the Extended Date/Time Format (ISO 8601-2): "2018-04-19", "2018-04", "2018-04-19~"
    for about that day, "2018-04-09/2018-04-15". `reason` says in words what it rests on; `span` is the time
    expression that tells, None where the day of publication does.
    """

    interval: Interval
    edtf: str
    basis: SaidBasis
    reason: str
    span: Span | None = None
