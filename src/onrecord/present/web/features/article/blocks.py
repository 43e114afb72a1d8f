"""An article's text as blocks: its paragraphs by region, each with its marks and what is noted beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.classify import is_public
from onrecord.present.web.marks import Mark, Piece, pieces
from onrecord.query.article import Article
from onrecord.query.reported import Reported
from onrecord.record import Anomaly, Document, Region, RegionKind, Span, Status, Unattributed
from onrecord.text.paragraphs import lines


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted beside a block: a statement, with its number on the page and how deep it lies within others."""

    number: int
    reported: Reported
    depth: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a region with its `pieces`, and what begins in it: statements, anomalies, nobody's quotations."""

    kind: RegionKind
    reason: str | None
    span: Span
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    anomalies: tuple[Anomaly, ...]
    quotations: tuple[Unattributed, ...]


def likely(statement: Reported) -> bool:
    """Return whether a statement is likely a public one, as far as nobody judged; what no version told apart counts."""
    if statement.status is not Status.OPEN:
        return statement.status is not Status.REJECTED
    return is_public(statement.stated)


def blocks(article: Article, statements: Sequence[Reported]) -> tuple[Block, ...]:
    """Return the blocks of an article in order of its text, with the `statements` of it that are to be marked."""
    notes = tuple(_notes(statements))
    nobodys = article.accounts.unattributed if article.accounts else ()
    marks = [*_of_statements(notes), *_of_anomalies(article.anomalies), *_of_quotations(nobodys)]
    starts = {note.number: note.reported.statement.attribution.start for note in notes}
    found = []
    for region, span in _paragraphs(article.document):

        def here(start: int, span: Span = span) -> bool:
            return span.start <= start < span.end

        found.append(
            Block(
                region.kind,
                region.reason,
                span,
                tuple(pieces(span, marks)),
                tuple(note for note in notes if here(starts[note.number])),
                tuple(each for each in article.anomalies if here(each.spans[0].start)),
                tuple(each for each in nobodys if here(each.span.start)),
            )
        )
    return tuple(found)


def _notes(statements: Sequence[Reported]) -> Iterator[Note]:
    for number, each in enumerate(statements, 1):
        yield Note(number, each, sum(_holds(other, each) for other in statements))


def _holds(outer: Reported, inner: Reported) -> bool:
    """Whether a statement's content holds another one with its source or cue."""
    within, own = outer.statement.attribution.content, inner.statement.attribution
    linked = bool(own.source or own.cue) and outer.id != inner.id
    return linked and all(any(span.contains(each) for span in within) for each in (*own.source, *own.cue, *own.content))


def _of_statements(notes: Sequence[Note]) -> Iterator[Mark]:
    for note in notes:
        a = note.reported.statement.attribution
        # Who relays it is marked as the source of the statement that this one lies within.
        for role, spans in (("source", a.source), ("cue", a.cue), ("content", a.content)):
            for part, span in enumerate(spans):
                yield Mark(span.start, span.end, role, note.reported.id, note.number, first=not part)


def _of_anomalies(anomalies: Sequence[Anomaly]) -> Iterator[Mark]:
    for each in anomalies:
        for span in each.spans:
            yield Mark(span.start, span.end, "anomaly", each.id, reason=each.reason)


def _of_quotations(quotations: Sequence[Unattributed]) -> Iterator[Mark]:
    for each in quotations:
        yield Mark(each.span.start, each.span.end, "quotation", each.id, reason=each.reason.value)


def _paragraphs(document: Document) -> Iterator[tuple[Region, Span]]:
    for region in document.regions:
        for line in lines(document.text[region.start : region.end]):
            yield region, document.span(region.start + line.start, region.start + line.end)
