"""One statement with everything that leads back to its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from sqlalchemy import select

from onrecord.errors import MissingError, StoreError
from onrecord.query.marked import marked
from onrecord.query.nesting import nesting
from onrecord.query.reported import Reported
from onrecord.query.statements import reported
from onrecord.record import Capture, Document, OffsetMap, Span
from onrecord.store import Store, nouns
from onrecord.store.schema import documents, statements


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as reported, its document, the capture behind it and the version that made it.

    `outer` are the statements that it lies within, `inner` those that lie within it, in order of the text.
    """

    reported: Reported
    document: Document
    capture: Capture
    made_by: str
    outer: tuple[Reported, ...] = ()
    inner: tuple[Reported, ...] = ()

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs that the statement's spans stand in; what lies between them is left out."""
        text, ranges = self.document.text, list[tuple[int, int]]()
        for span in self.reported.statement.attribution.spans:
            start = text.rfind("\n", 0, span.start) + 1
            end = text.find("\n", span.end)
            end = len(text) if end < 0 else end
            if ranges and start <= ranges[-1][1]:
                start, end = ranges[-1][0], max(end, ranges.pop()[1])
            ranges.append((start, end))
        return tuple(self.document.span(start, end) for start, end in ranges)

    @property
    def roles(self) -> tuple[tuple[str, Span], ...]:
        """Every span of the statement with its role, in order of the text."""
        a = self.reported.statement.attribution
        named = [("source", a.source), ("cue", a.cue), ("content", a.content), ("via", a.via)]
        return tuple(sorted(((role, span) for role, spans in named for span in spans), key=lambda pair: pair[1]))

    def _told(self) -> dict[str, str]:
        found = self.reported
        told = {"relayed by": found.relay, "to": found.addressee, "said on": found.said, "occasion": found.setting}
        return {name: value for name, value in told.items() if value}

    def _others(self) -> tuple[tuple[str, tuple[Reported, ...]], ...]:
        return ("within", self.outer), ("holds", self.inner)

    def _repr_html_(self) -> str:
        facts = {
            "speaker": self.reported.speaker or "nobody named",
            "basis": self.reported.statement.basis,
            **self._told(),
            "act": self.reported.act or "unknown",
            **{name: ", ".join(other.id for other in found) for name, found in self._others() if found},
            "outlet": self.reported.outlet or "unknown",
            "published": self.reported.published or "unknown",
            "read from": ", ".join(self.reported.heading.locators),
            "sha256": self.capture.sha256,
            "statement": self.reported.id,
        }
        rows = "".join(f"<tr><th>{name}</th><td>{escape(value)}</td></tr>" for name, value in facts.items())
        told = "".join(marked(paragraph, self.roles) for paragraph in self.paragraphs)
        return f"{told}<table>{rows}</table>"

    def in_source(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of code points of the decoded source that `span` comes from."""
        return self.document.offsets.to_source(span.start, span.end)


def show(store: Store, prefix: str) -> Shown:
    """Return the statement whose id begins with `prefix`. Raises MissingError when none or several do."""
    with store.reading() as connection:
        query = select(statements.c.id).where(statements.c.id.startswith(prefix.lower(), autoescape=True)).limit(2)
        ids = connection.execute(query).scalars().all() if prefix else []
        if not ids:
            raise MissingError(f"no statement's id begins with {prefix!r}; list them with: onrecord statements")
        if len(ids) > 1:
            raise MissingError(f"several statements' ids begin with {prefix!r}; give more of its digits")
        [found] = reported(connection, ids)
        document_id = found.heading.document_id
        others = nesting(connection, document_id, found.id)
        outer, inner = (tuple(reported(connection, each)) for each in (others.outer, others.inner))
        document, capture = nouns.document_of(connection, document_id), nouns.capture_of(connection, document_id)
        made_by = connection.execute(select(documents.c.made_by).where(documents.c.id == document_id)).scalar_one()
    if document is None or capture is None:
        raise StoreError(f"{store.name}: statement {ids[0]} lacks its document; run: onrecord verify")
    return Shown(found, document, capture, made_by, outer, inner)


def offsets(store: Store, document_id: str) -> OffsetMap:
    """Return the way back from a document's text to its decoded source. Raises StoreError without one."""
    with store.reading() as connection:
        found = connection.execute(select(documents.c.offsets).where(documents.c.id == document_id)).scalar()
    if found is None:
        raise StoreError(f"{store.name}: document {document_id} is missing; run: onrecord verify")
    return OffsetMap.from_rows(found)


def ways(store: Store, document_ids: Iterable[str]) -> dict[str, OffsetMap]:
    """Return the ways back to the source of these documents, by their ids, for those that there are."""
    with store.reading() as connection:
        query = select(documents.c.id, documents.c.offsets).where(documents.c.id.in_(set(document_ids)))
        return {row.id: OffsetMap.from_rows(row.offsets) for row in connection.execute(query)}
