"""An anomaly: something that the page itself contradicts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from onrecord.errors import InternalError
from onrecord.record.ids import content_id
from onrecord.record.span import Span


class AnomalyKind(StrEnum):
    """What kind of contradiction it is."""

    FUTURE = "date after publication told as past"
    WEEKDAY = "weekday that does not fit its date"
    DAY_MONTH = "day and month in another order"
    OFFICE = "office not held on that day"
    NUMBER = "number that differs between headline and body"
    UNBORNE = "headline that nothing in the body bears out"
    REPEATED = "paragraph printed twice"


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Something that the page itself contradicts, as a flag for a reader. It never changes the text.

    `spans` are the words that do not fit, in order of the text; `reason` says in words why.
    Raises InternalError without spans, without a reason, or for spans out of order.
    """

    document_id: str
    kind: AnomalyKind
    spans: tuple[Span, ...]
    reason: str

    def __post_init__(self) -> None:
        if not self.spans or not self.reason:
            raise InternalError(f"an anomaly of {self.document_id} needs words that do not fit and a reason")
        if any(a.end > b.start for a, b in pairwise(self.spans)):
            raise InternalError(f"spans {self.spans} are out of order or overlap")

    @property
    def id(self) -> str:
        """The anomaly's id, from its document, kind and place."""
        places = [(span.start, span.end) for span in self.spans]
        return content_id("anomaly", self.document_id, self.kind.value, places)
