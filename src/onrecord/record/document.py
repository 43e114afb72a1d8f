"""A document: an article as text, with its regions, and the way back to the source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import InternalError
from onrecord.record.ids import content_id
from onrecord.record.offsets import OffsetMap
from onrecord.record.span import Span


class RegionKind(StrEnum):
    """What part of an article a stretch of its text is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


SPOKEN_REGIONS = frozenset({RegionKind.HEADLINE, RegionKind.STANDFIRST, RegionKind.BODY})
"""The regions in which statements are looked for."""


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A half-open range ``[start, end)`` of code points of the text and what part it is.

    `reason` says in words why it is kept out of the statements, where it is.
    """

    start: int
    end: int
    kind: RegionKind
    reason: str | None = None


class Basis(StrEnum):
    """What a value rests on."""

    GIVEN = "given"
    METADATA = "metadata"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as it is known.

    `iso` is ISO 8601: a date, a date-time without zone, or one with offset. `zone` is the zone as
    written ("GMT", "+02:00"), None if none was. `span` is where the text says so, for Basis.TEXT.
    """

    iso: str
    basis: Basis
    zone: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article as text. `text` is never normalised; regions are sorted and do not overlap.

    White space between regions may belong to none. Every code point of `text` leads back through
    `offsets` to the decoded source (`source_field` names it: the whole capture, or the row's "text"
    or "html"). `flags` are short words for what went wrong on the way, e.g. "charset-replaced".
    Raises InternalError when regions overlap or reach past the text.
    """

    capture_id: str
    text: str
    regions: tuple[Region, ...]
    offsets: OffsetMap
    charset: str
    source_field: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for region in self.regions:
            if not end <= region.start < region.end <= len(self.text):
                raise InternalError(f"region {region} overlaps another or leaves the text of {self.capture_id}")
            end = region.end

    @property
    def id(self) -> str:
        """The document's id: that of the text read from the capture."""
        return content_id("document", self.capture_id)

    def span(self, start: int, end: int) -> Span:
        """Return the checked span from `start` to `end`."""
        return Span.of(self.text, start, end)

    def region_at(self, position: int) -> Region | None:
        """Return the region that holds `position`, None between regions."""
        return next((r for r in self.regions if r.start <= position < r.end), None)
