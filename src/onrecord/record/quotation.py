"""A quotation that is part of no attribution, and why it is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
