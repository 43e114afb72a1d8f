"""The way from a document's text back to the decoded source it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.errors import InternalError


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """`length` code points of the text from `start`, and the source range they come from.

    Equal lengths map code point by code point. Otherwise every code point of the segment comes from
    the whole source range: a character reference (``&amp;``), a run of white space shown as one
    space; a source length of 0 is a separator that the markup implies (a paragraph's end).
    """

    start: int
    length: int
    source_start: int
    source_length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Segments that cover a text without gap, in order. Raises InternalError if they do not."""

    segments: tuple[Segment, ...]

    def __post_init__(self) -> None:
        position = source = 0
        for segment in self.segments:
            if segment.start != position or segment.length <= 0 or segment.source_start < source:
                raise InternalError(f"offset map breaks at {segment}")
            position += segment.length
            source = segment.source_start + segment.source_length

    @classmethod
    def identity(cls, length: int, source_start: int = 0) -> OffsetMap:
        """Return the map of a text that is its source."""
        return cls((Segment(0, length, source_start, length),) if length else ())

    @property
    def length(self) -> int:
        """Code points of the text covered."""
        return self.segments[-1].start + self.segments[-1].length if self.segments else 0

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of source code points that the text range comes from."""
        if not 0 <= start < end <= self.length:
            raise InternalError(f"[{start}, {end}) lies outside the mapped text of {self.length}")
        return self._source(start)[0], self._source(end - 1)[1]

    def _source(self, position: int) -> tuple[int, int]:
        index = bisect_right(self.segments, position, key=lambda segment: segment.start) - 1
        segment = self.segments[index]
        if segment.length == segment.source_length:
            at = segment.source_start + position - segment.start
            return at, at + 1
        return segment.source_start, segment.source_start + segment.source_length

    def to_rows(self) -> list[list[int]]:
        """Return the segments as plain lists, for storing."""
        return [[s.start, s.length, s.source_start, s.source_length] for s in self.segments]

    @classmethod
    def from_rows(cls, rows: Iterable[Iterable[int]]) -> OffsetMap:
        """Return the map that :meth:`to_rows` wrote."""
        return cls(tuple(Segment(*row) for row in rows))
