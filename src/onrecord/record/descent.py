"""Which documents descend from one another: copies, reprints, wire copy within longer articles, later versions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import InternalError


class DescentKind(StrEnum):
    """What a document is to another one."""

    COPY = "exact copy"
    REPRINT = "reprint"
    CONTAINS = "holds its text"
    VERSION = "later version"
    EVENT = "same event"


@dataclass(frozen=True, slots=True, order=True)
class Descent:
    """What the document is to `origin`, the earlier or the contained one.

    `of_document` and `of_origin` are the shares, 0 to 1, of either text that the other holds. EVENT means no common
    text: both report the same event. Raises InternalError for a share out of range or a document related to itself.
    """

    document_id: str
    origin_id: str
    kind: DescentKind
    of_document: float
    of_origin: float

    def __post_init__(self) -> None:
        if self.document_id == self.origin_id:
            raise InternalError(f"{self.document_id} cannot descend from itself")
        if not (0 <= self.of_document <= 1 and 0 <= self.of_origin <= 1):
            raise InternalError(f"shares {self.of_document} and {self.of_origin} are not from 0 to 1")
