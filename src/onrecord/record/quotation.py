"""The quotations of a document accounted for: part of an attribution, or unattributed with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import InternalError
from onrecord.record.ids import content_id
from onrecord.record.span import Span


class Reason(StrEnum):
    """Why words in quotation marks are nobody's statement, as far as can be told."""

    SCARE_QUOTES = "scare quotes"
    TITLE = "title"
    NO_SOURCE = "no source found"


@dataclass(frozen=True, slots=True)
class Unattributed:
    """A quotation of the body that is part of no attribution. `span` holds its marks too."""

    document_id: str
    span: Span
    reason: Reason

    @property
    def id(self) -> str:
        """The quotation's id, from its document and place; the reason may be corrected without changing it."""
        return content_id("unattributed", self.document_id, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Accounts:
    """The account of a document's body: how many quotations it has, and those that are part of no attribution.

    `unattributed` stand in order of the text. Raises InternalError when they are more than `quotations`,
    or one of them is counted twice.
    """

    quotations: int
    unattributed: tuple[Unattributed, ...] = ()

    def __post_init__(self) -> None:
        if len({(u.span.start, u.span.end) for u in self.unattributed}) != len(self.unattributed):
            raise InternalError("a quotation is listed twice as unattributed")
        if len(self.unattributed) > self.quotations:
            raise InternalError(f"{len(self.unattributed)} of {self.quotations} quotations cannot be unattributed")

    @property
    def attributed(self) -> int:
        """How many quotations are part of an attribution."""
        return self.quotations - len(self.unattributed)
