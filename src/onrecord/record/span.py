"""A span: a range of a document's text together with the words that stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.errors import InternalError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points of ``document.text`` and the words there.

    Make spans with :meth:`of`, which takes the words from the text, or check a given one with
    :meth:`check`. Raises InternalError when the range is empty, negative or does not fit the words.
    """

    start: int
    end: int
    words: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.words) != self.end - self.start:
            raise InternalError(f"span [{self.start}, {self.end}) does not fit its words {self.words!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Return the span of `text` from `start` to `end`; raises InternalError outside of it."""
        if end > len(text):
            raise InternalError(f"span [{start}, {end}) reaches past the text's end at {len(text)}")
        return cls(start, end, text[start:end])

    def check(self, text: str) -> bool:
        """Return whether `text` holds exactly these words at this range."""
        return text[self.start : self.end] == self.words

    def overlaps(self, other: Span) -> bool:
        """Return whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies within this range."""
        return self.start <= other.start and other.end <= self.end


def words_of(spans: Iterable[Span], gap: str = " […] ") -> str:
    """Return the words of `spans` in order, joined by `gap` where text between them is left out."""
    return gap.join(span.words for span in spans)
