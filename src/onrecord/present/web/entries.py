"""Statements as lists show them: in their sentence, the content marked, with the flags of their article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.present.web.marks import Mark, Piece, pieces
from onrecord.query import Reported
from onrecord.query.flags import flags
from onrecord.query.passage import passages
from onrecord.record import AnomalyKind, Span
from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A statement with the sentence that it stands in, as pieces, and the kinds of anomalies of its article."""

    reported: Reported
    pieces: tuple[Piece, ...]
    flags: tuple[AnomalyKind, ...]


def list_entries(store: Store, found: Sequence[Reported]) -> list[ListEntry]:
    """Return `found` as entries, in order; those whose document was made anew meanwhile are left out."""
    spans = passages(store, found)
    flagged = flags(store, (each.heading.document_id for each in found))
    return [
        ListEntry(each, _marked(each, spans[each.id]), flagged.get(each.heading.document_id, ()))
        for each in found
        if each.id in spans
    ]


def _marked(reported: Reported, passage: Span) -> tuple[Piece, ...]:
    content = reported.statement.attribution.content
    return tuple(pieces(passage, (Mark(span.start, span.end, "content", reported.id) for span in content)))
