"""Verification: everything the record says is derived again from the stored bytes, and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import Connection, select

from onrecord import clean
from onrecord.errors import OnrecordError
from onrecord.record import Capture, Document, Statement, content_id, sha256_hex
from onrecord.run.wayback import leads_back
from onrecord.store import Store, fulltext, nouns, rows, sqlite
from onrecord.store.schema import actors, captures, documents, mentions, spans, statements


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: which noun, its id, and what does not hold."""

    noun: str
    id: str
    wrong: str


@dataclass(slots=True)
class Verification:
    """What was checked and what was found wrong. `spans` are those of statements, speakers and times."""

    captures: int = 0
    documents: int = 0
    statements: int = 0
    spans: int = 0
    verified: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.findings

    @property
    def share(self) -> str:
        """The verified spans in words; never rounded up to 100 %."""
        percent = 100.0 if self.verified == self.spans else min(100 * self.verified / self.spans, 99.99)
        return f"{self.verified} of {self.spans} spans verified ({percent:.4g} %)"


def verify(store: Store, told: Callable[[int, int], None] = lambda done, total: None) -> Verification:
    """Return the verification of the whole record; `told` hears how many captures of how many are done."""
    result = Verification()
    with store.reading() as connection:
        ids = connection.execute(select(captures.c.id).order_by(captures.c.id)).scalars().all()
        result.findings += [Finding("record", store.name, wrong) for wrong in sqlite.damage(connection)]
    for number, capture_id in enumerate(ids, 1):
        with store.reading() as connection:
            _Check(connection, result, capture_id).run()
        told(number, len(ids))
    with store.reading() as connection:
        result.findings += _search_findings(connection)
    return result


class _Check:
    """The verification of one capture and of all that was made from it."""

    def __init__(self, connection: Connection, result: Verification, capture_id: str) -> None:
        self._connection, self._result, self._capture_id = connection, result, capture_id

    def run(self) -> None:
        """Leave every finding in the result."""
        self._result.captures += 1
        try:
            self._capture()
            query = select(documents.c.id).where(documents.c.capture_id == self._capture_id)
            document_id = self._connection.execute(query).scalar()
            if document_id is None:
                self._wrong("capture", self._capture_id, "has no document")
            else:
                self._document(document_id)
        except (OnrecordError, ValueError, KeyError, TypeError) as error:
            self._wrong("capture", self._capture_id, f"cannot be checked: {error}")

    def _wrong(self, noun: str, thing: str, wrong: str) -> None:
        self._result.findings.append(Finding(noun, thing, wrong))

    def _capture(self) -> None:
        row = self._connection.execute(select(captures).where(captures.c.id == self._capture_id)).one()
        digest = sha256_hex(row.data)
        if digest != row.sha256:
            self._wrong("capture", row.id, f"its bytes have SHA-256 {digest}, the record says {row.sha256}")
        if content_id("capture", row.media_type, digest) != row.id:
            self._wrong("capture", row.id, "its id does not follow from its bytes and media type")

    def _document(self, document_id: str) -> None:
        self._result.documents += 1
        capture = nouns.capture_of(self._connection, document_id)
        if capture is None:
            self._wrong("document", document_id, "has no capture or sighting")
            return
        text = self._connection.execute(select(documents.c.text).where(documents.c.id == document_id)).scalar_one()
        document = self._stored(document_id)
        if document is not None:
            self._compare(document, capture)
        source = clean.source_text(capture)
        for noun, thing, span in self._spans(document_id, document):
            self._result.spans += 1
            wrong = _wrong_span(span, text, source, document)
            if wrong is None:
                self._result.verified += 1
            else:
                self._wrong(noun, thing, wrong)
        self._statements(document_id)

    def _stored(self, document_id: str) -> Document | None:
        try:
            return nouns.document_of(self._connection, document_id)
        except OnrecordError as error:
            self._wrong("document", document_id, f"does not hold together: {error}")
            return None

    def _compare(self, stored: Document, capture: Capture) -> None:
        """Make the document anew from its bytes and compare every field."""
        try:
            fresh = clean.document(capture)
        except OnrecordError as error:
            self._wrong("document", stored.id, f"cannot be made again: {error}")
            return
        query = select(documents.c.made_by).where(documents.c.id == stored.id)
        made_by = self._connection.execute(query).scalar_one()
        for name in (each.name for each in fields(Document)):
            if getattr(stored, name) != getattr(fresh, name):
                self._wrong("document", stored.id, f"its {name} is not what its bytes give; made by {made_by}")

    def _spans(self, document_id: str, document: Document | None) -> Iterator[tuple[str, str, Any]]:
        query = select(statements.c.id, spans).join(spans).where(statements.c.document_id == document_id)
        for row in self._connection.execute(query.order_by(statements.c.start, spans.c.start)):
            yield "statement", row.id, row
        query = select(actors.c.id, mentions).join(mentions).where(actors.c.document_id == document_id)
        for row in self._connection.execute(query.order_by(mentions.c.start)):
            yield "actor", row.id, row
        for moment in (document.published, document.updated) if document else ():
            if moment is not None and moment.span is not None:
                yield "document", document_id, moment.span

    def _statements(self, document_id: str) -> None:
        query = select(statements.c.id).where(statements.c.document_id == document_id).order_by(statements.c.id)
        ids = self._connection.execute(query).scalars().all()
        self._result.statements += len(ids)
        for statement_id, statement in self._loaded(ids):
            if statement.id != statement_id:
                self._wrong("statement", statement_id, "its id does not follow from its spans")

    def _loaded(self, ids: Sequence[str]) -> Iterator[tuple[str, Statement]]:
        """Yield the statements, all at once if they hold together, else one by one for what does not."""
        try:
            yield from nouns.statements_by_id(self._connection, ids).items()
        except OnrecordError as error:
            if len(ids) == 1:
                self._wrong("statement", ids[0], str(error))
                return
            for statement_id in ids:
                yield from self._loaded([statement_id])


def _wrong_span(span: Any, text: str, source: str, document: Document | None) -> str | None:  # noqa: ANN401
    """Return why a stored span, a row or a Span, does not hold; None when it does."""
    there = text[span.start : span.end]
    if not 0 <= span.start < span.end or there != span.words:
        return f"[{span.start}, {span.end}) holds {there[:80]!r}, the record says {span.words[:80]!r}"
    if document is None:
        return "its document cannot be read"
    if not leads_back(document, span.start, span.end, source):
        return f"[{span.start}, {span.end}) does not lead back to the same words of the source"
    return None


def _search_findings(connection: Connection) -> Iterator[Finding]:
    """Yield what the full-text index lacks, has too much, or has otherwise than the statements."""
    indexed = fulltext.entries(connection)
    for document_id in connection.execute(select(documents.c.id).order_by(documents.c.id)).scalars().all():
        query = select(statements.c.id).where(statements.c.document_id == document_id)
        ids = connection.execute(query).scalars().all()
        try:
            document = nouns.document_of(connection, document_id)
            found = nouns.statements_by_id(connection, ids)
        except (OnrecordError, ValueError):
            found, document = {}, None  # reported above
            for statement_id in ids:
                indexed.pop(statement_id, None)
        for statement_id in found:
            expected = fulltext.as_indexed(rows.search_entry(found[statement_id], document)) if document else None
            if indexed.pop(statement_id, None) != expected:
                yield Finding("statement", statement_id, "the full-text index does not hold it as it is")
    for statement_id in indexed:
        yield Finding("statement", statement_id, "the full-text index holds it, the record does not")
