"""The sentences that statements stand in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from onrecord.query.reported import Reported
from onrecord.record import Span
from onrecord.resolve.when.sentences import sentence_around
from onrecord.store import Store
from onrecord.store.schema import documents

MOST = 600
"""Characters of a passage at most, beside the statement's first part itself: a page of fifty stays readable."""


def passages(store: Store, found: Sequence[Reported]) -> dict[str, Span]:
    """Return, by the statements' ids, the sentences of the article that each stands in; a few hundred at most.

    A passage never leaves the paragraphs of the statement's words, and of a long one only the sentences about
    its beginning are given. A statement whose document was made anew since is left out.
    """
    ids = sorted({each.heading.document_id for each in found})
    with store.reading() as connection:
        query = select(documents.c.id, documents.c.text).where(documents.c.id.in_(ids))
        texts = {row.id: row.text for row in connection.execute(query)}
    told = {}
    for each in found:
        text = texts.get(each.heading.document_id, "")
        if all(span.check(text) for span in each.statement.attribution.spans):
            told[each.id] = passage(text, each)
    return told


def passage(text: str, reported: Reported) -> Span:
    """Return the sentences of `text` that a statement's source, cue and content stand in."""
    a = reported.statement.attribution
    spans = [span for span in a.spans if span not in a.via]
    first, last = spans[0].start, spans[-1].end
    if last - first > MOST:
        last = max(min(last, first + MOST), spans[0].end)
    start, end = sentence_around(text, first, last, MOST)
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end)
