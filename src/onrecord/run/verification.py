"""Verification: everything the record says is derived again from the stored bytes, and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from onrecord.errors import OnrecordError
from onrecord.record import Document, Statement
from onrecord.run.check import Check
from onrecord.run.findings import Finding, Verification
from onrecord.run.identify import chosen
from onrecord.run.realigned import alignment_findings
from onrecord.store import Store, fulltext, identities, judgements, nouns, rows, sqlite, verdicts
from onrecord.store.schema import captures, documents, statements

__all__ = ["Finding", "Verification", "verify"]


def verify(store: Store, told: Callable[[int, int], None] = lambda done, total: None) -> Verification:
    """Return the verification of the whole record; `told` hears how many captures of how many are done."""
    from onrecord.run.importing import annotation_findings  # numpy takes 0.1 s to import: only who verifies pays

    result = Verification()
    with store.reading() as connection:
        ids = connection.execute(select(captures.c.id).order_by(captures.c.id)).scalars().all()
        result.findings += [Finding("record", store.name, wrong) for wrong in sqlite.damage(connection)]
    for number, capture_id in enumerate(ids, 1):
        with store.reading() as connection:
            Check(connection, result, capture_id).run()
        told(number, len(ids))
    with store.reading() as connection:
        result.findings += _search_findings(connection)
        result.findings += identity_findings(connection)
        result.findings += alignment_findings(connection)
        result.findings += annotation_findings(connection)
        result.findings += [Finding("judgement", store.name, wrong) for wrong in judgements.broken(connection)]
        result.findings += [Finding("statement", key, wrong) for key, wrong in verdicts.differences(connection)]
    return result


def _search_findings(connection: Connection) -> Iterator[Finding]:
    """Yield what the full-text index lacks, has too much, or has otherwise than the statements."""
    indexed, known = fulltext.entries(connection), identities.names(connection)
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
        judged = _judged_entries(connection, found)
        for statement_id in found:
            expected = judged.get(statement_id) or (_entry(found[statement_id], document, known) if document else None)
            if indexed.pop(statement_id, None) != expected:
                yield Finding("statement", statement_id, "the full-text index does not hold it as it is")
    for statement_id in indexed:
        yield Finding("statement", statement_id, "the full-text index holds it, the record does not")


def _judged_entries(connection: Connection, found: dict[str, Statement]) -> dict[str, fulltext.Entry]:
    """Return what the index should hold of those statements that people judged."""
    ids = verdicts.held(connection, list(found))
    made = verdicts.entries(connection, {key: found[key] for key in ids})
    return {entry.statement_id: fulltext.as_indexed(entry) for entry in made}


def _entry(statement: Statement, document: Document, known: dict[str, str]) -> fulltext.Entry:
    """Return what the index should hold of a statement, under all names of its speaker."""
    entry, speaker = rows.search_entry(statement, document), statement.speaker
    if speaker is not None:
        entry = replace(entry, speaker=identities.speaker_words(speaker.name, known.get(speaker.id)))
    return fulltext.as_indexed(entry)


def identity_findings(connection: Connection) -> Iterator[Finding]:
    """Yield of which actors the record says otherwise who they are than their documents and the judgements give.

    Nothing where a run has ended early and left actors without an identity: the next one gives them theirs.
    """
    if identities.unidentified(connection):
        return
    expected = identities.rows_of(*chosen(connection))
    for table, made in identities.kept(connection).items():
        for key in sorted({*made, *expected[table]}):
            if made.get(key) != expected[table].get(key):
                yield Finding("actor", key, f"its {table} are not what documents and judgements give")
