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
    EXCERPT = "part of its text"
    VERSION = "later version"
    EVENT = "same event"


@dataclass(frozen=True, slots=True, order=True)
class Descent:
    """What the document is to `origin`, the earlier or the contained one.

    `of_document` and `of_origin` are the shares, 0 to 1, of either text that the other holds, common quotations
    aside. EVENT means no common text: both report the same event. Raises InternalError for a share out of range or a
    document related to itself.
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


@dataclass(frozen=True, slots=True, order=True)
class Family:
    """Documents that descend from one report: thirty reprints are one witness.

    `origin_id` is the document that is likeliest the origin, or nearest to it. `agency` is the agency that the members
    credit, folded, None where they credit none: where no member is its own text, the report itself is not in the
    record. `descents` say what each other member is to the origin, sorted. Raises InternalError for a descent from
    another document, or none.
    """

    origin_id: str
    agency: str | None
    descents: tuple[Descent, ...]

    def __post_init__(self) -> None:
        if not self.descents or any(descent.origin_id != self.origin_id for descent in self.descents):
            raise InternalError(f"a family of {self.origin_id} needs documents that descend from it, and no others")

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of all members, the origin first."""
        return self.origin_id, *(descent.document_id for descent in self.descents)


class ChangeKind(StrEnum):
    """What became of a sentence from one version of an article to the next."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence in two versions of an article.

    `before` and `after` are half-open ranges of code points of either document's text, None where that version has no
    such sentence. Raises InternalError when what a kind needs is missing.
    """

    kind: ChangeKind
    before: tuple[int, int] | None
    after: tuple[int, int] | None

    def __post_init__(self) -> None:
        if (self.before is None) != (self.kind is ChangeKind.ADDED) or (self.after is None) != (
            self.kind is ChangeKind.DROPPED
        ):
            raise InternalError(f"no change of a sentence: {self.kind}, {self.before}, {self.after}")
