"""One article: its text with everything the record holds of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.errors import MissingError, StoreError
from onrecord.query.ids import begins
from onrecord.query.reported import Heading, Reported
from onrecord.query.statements import CHUNK, headings, reported
from onrecord.record import Accounts, Anomaly, Document
from onrecord.store import Store, nouns
from onrecord.store.schema import anomalies, captures, documents, statements


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its heading, statements, anomalies and the account of its quotations, in order of the text.

    `sha256`, `size` (bytes) and `media_type` are those of its capture; `made_by` is the version that read it.
    """

    document: Document
    heading: Heading
    statements: tuple[Reported, ...]
    anomalies: tuple[Anomaly, ...]
    accounts: Accounts | None
    sha256: str
    size: int
    media_type: str
    made_by: str


def article(store: Store, prefix: str) -> Article:
    """Return the article whose document's id begins with `prefix`. Raises MissingError when none or several do."""
    with store.reading() as connection:
        document_id = _document_id(connection, prefix)
        document = nouns.document_of(connection, document_id)
        if document is None:
            raise StoreError(f"{store.name}: document {document_id} is missing; run: onrecord verify")
        c = captures.c
        kept = select(c.sha256, c.size, c.media_type, documents.c.made_by).join(documents)
        row = connection.execute(kept.where(documents.c.id == document_id)).one()
        return Article(
            document,
            headings(connection, [document_id])[document_id],
            _statements(connection, document_id),
            _anomalies(connection, document_id),
            nouns.accounts_of(connection, document_id),
            row.sha256,
            row.size,
            row.media_type,
            row.made_by,
        )


def _document_id(connection: Connection, prefix: str) -> str:
    query = select(documents.c.id).where(begins(documents.c.id, prefix)).limit(2)
    ids = connection.execute(query).scalars().all() if prefix.isalnum() and prefix.isascii() else []
    if not ids:
        raise MissingError(f"no article's id begins with {prefix!r}")
    if len(ids) > 1:
        raise MissingError(f"several articles' ids begin with {prefix!r}; give more of its digits")
    return str(ids[0])


def _statements(connection: Connection, document_id: str) -> tuple[Reported, ...]:
    c = statements.c
    query = select(c.id).where(c.document_id == document_id).order_by(c.start, c.relay_id.is_not(None), c.id)
    ids = connection.execute(query).scalars().all()
    chunks = (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))
    return tuple(each for chunk in chunks for each in reported(connection, chunk))


def _anomalies(connection: Connection, document_id: str) -> tuple[Anomaly, ...]:
    c = anomalies.c
    query = select(c.id).where(c.document_id == document_id).order_by(c.start, c.id)
    return tuple(nouns.anomalies_of(connection, connection.execute(query).scalars().all()))
