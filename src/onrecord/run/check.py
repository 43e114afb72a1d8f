"""The verification of one capture and of all that was made from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, select

from onrecord import clean
from onrecord.errors import OnrecordError
from onrecord.record import Accounts, Capture, Document, Statement, Unattributed, content_id, sha256_hex
from onrecord.run.accounts import account
from onrecord.run.findings import Finding, Verification
from onrecord.run.wayback import leads_back
from onrecord.store import nouns
from onrecord.store.schema import (
    actors,
    annotated,
    anomalies,
    anomaly_spans,
    captures,
    documents,
    mentions,
    spans,
    statements,
    unattributed,
)


class Check:
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
        found = self._statements(document_id)
        if document is not None:
            self._quotations(document, found)

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
        query = select(unattributed).where(unattributed.c.document_id == document_id)
        for row in self._connection.execute(query.order_by(unattributed.c.start)):
            yield "quotation", row.id, row
        query = select(anomalies.c.id, anomaly_spans).join(anomaly_spans).where(anomalies.c.document_id == document_id)
        for row in self._connection.execute(query.order_by(anomalies.c.start, anomaly_spans.c.start)):
            yield "anomaly", row.id, row
        query = select(annotated).where(annotated.c.document_id == document_id)
        for row in self._connection.execute(query.order_by(annotated.c.start, annotated.c.id)):
            yield "annotation", row.id, row
        for moment in (document.published, document.updated) if document else ():
            if moment is not None and moment.span is not None:
                yield "document", document_id, moment.span

    def _statements(self, document_id: str) -> list[Statement]:
        """Return the statements that hold together, in order of the text."""
        query = select(statements.c.id).where(statements.c.document_id == document_id).order_by(statements.c.id)
        ids = self._connection.execute(query).scalars().all()
        self._result.statements += len(ids)
        found = dict(self._loaded(ids))
        for statement_id, statement in found.items():
            if statement.id != statement_id:
                self._wrong("statement", statement_id, "its id does not follow from its spans")
        return sorted(found.values(), key=lambda statement: (statement.attribution.start, statement.id))

    def _quotations(self, document: Document, found: Sequence[Statement]) -> None:
        """Make the account of the document's quotations anew from its text and statements, and compare."""
        try:
            stored = nouns.accounts_of(self._connection, document.id)
        except (OnrecordError, ValueError) as error:
            self._wrong("document", document.id, f"its account of quotations does not hold together: {error}")
            return
        if stored is None:
            return  # of an earlier version, which made none
        query = select(unattributed).where(unattributed.c.document_id == document.id).order_by(unattributed.c.start)
        for row in self._connection.execute(query):
            if nouns.unattributed_of(row).id != row.id:
                self._wrong("quotation", row.id, "its id does not follow from its place")
        fresh = account(document, [statement.attribution for statement in found])
        if stored.quotations != fresh.quotations:
            wrong = f"has {fresh.quotations} quotations, the record says {stored.quotations}"
            self._wrong("document", document.id, wrong)
        for quotation, wrong in _differences(stored, fresh):
            self._wrong("quotation", quotation.id, wrong)

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


def _differences(stored: Accounts, fresh: Accounts) -> Iterator[tuple[Unattributed, str]]:
    """Yield each quotation of which the two accounts differ, in order of the text, and how."""
    listed, derived = ({(u.span.start, u.span.end): u for u in each.unattributed} for each in (stored, fresh))
    for place in sorted({*listed, *derived}):
        old, new = listed.get(place), derived.get(place)
        where = f"[{place[0]}, {place[1]})"
        if old is None and new is not None:
            yield new, f"{where} is part of no statement and not listed as unattributed"
        elif new is None and old is not None:
            yield old, f"{where} is listed as unattributed, which its text and statements do not give"
        elif old is not None and new is not None and old.reason is not new.reason:
            yield old, f"{where} is listed as {old.reason.value}, its text gives {new.reason.value}"


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
