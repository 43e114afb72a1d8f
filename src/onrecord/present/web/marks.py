"""A text with spans marked that may lie within one another or cross: as pieces that a template writes in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Span

ROLES = ("content", "anomaly", "quotation", "via", "source", "addressee", "said", "setting", "cue")
"""What a mark can be: roles of statements, words that do not fit, quotations that are nobody's."""

_RANK = {role: rank for rank, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A range ``[start, end)`` of a document's text to be marked.

    `role` is one of :data:`ROLES`; `of` is the id of what it belongs to, `number` its number on the page.
    `reason` says why, where that is told beside it. `first` is False for a part of a span whose beginning
    is marked already.
    """

    start: int
    end: int
    role: str
    of: str
    number: int = 0
    reason: str = ""
    first: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """One step in writing a marked text: `words` to write, a `mark` that begins, or, with neither, the end of one."""

    words: str = ""
    mark: Mark | None = None

    @property
    def ends(self) -> bool:
        """Whether the mark that began last ends here."""
        return not self.words and self.mark is None


def pieces(text: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Yield the pieces of `text` in order, every mark that meets it begun and ended, each within the one before it.

    Of marks that cross, the one that begins later is parted where the other ends. The words of all pieces are
    those of the text.
    """
    met = [mark for mark in marks if mark.start < text.end and text.start < mark.end]
    yield from _within(text, text.start, text.end, _ordered(_cut(mark, text.start, text.end) for mark in met))


def _ordered(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, _RANK[mark.role], mark.number))


def _cut(mark: Mark, start: int, end: int) -> Mark:
    if start <= mark.start and mark.end <= end:
        return mark
    own = max(mark.start, start)
    first = mark.first and own == mark.start
    return Mark(own, min(mark.end, end), mark.role, mark.of, mark.number, mark.reason, first)


def _within(text: Span, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    position, waiting = start, list(marks)
    while waiting:
        mark = waiting.pop(0)
        yield from _words(text, position, mark.start)
        inner = [other for other in waiting if other.start < mark.end]
        beyond = [_cut(other, mark.end, other.end) for other in inner if other.end > mark.end]
        yield Piece(mark=mark)
        yield from _within(text, mark.start, mark.end, [_cut(other, mark.start, mark.end) for other in inner])
        yield Piece()
        position = mark.end
        waiting = _ordered([*beyond, *waiting[len(inner) :]])
    yield from _words(text, position, end)


def _words(text: Span, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(text.words[start - text.start : end - text.start])
