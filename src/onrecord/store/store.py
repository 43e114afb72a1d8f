"""The store: a record's file, opened, and everything that is written to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine, delete, insert, select

from onrecord.errors import InternalError, StoreError
from onrecord.record import Accounts, Anomaly, Appearance, Capture, Document, Statement
from onrecord.store import alignments, changes, fulltext, lineages, named, rows, sqlite, verdicts
from onrecord.store.failures import told
from onrecord.store.schema import (
    SCHEMA_VERSION,
    actors,
    anomaly_spans,
    captures,
    documents,
    mentions,
    regions,
    sightings,
    spans,
    statements,
    unattributed,
)
from onrecord.store.schema import anomalies as contradictions
from onrecord.store.sightings import Plan, plan

if TYPE_CHECKING:
    from onrecord.store.columns import Columns


class Store:
    """An open record. Use it as a context, or call :meth:`close`.

    Its methods raise StoreError when the file cannot be read or written; a transaction is then
    rolled back and the file as it was before it.
    """

    def __init__(self, engine: Engine, name: str, patience: float | None = None) -> None:
        self._engine, self._patience = engine, patience
        self.name = name
        self._columns: Columns | None = None
        self._columns_lock = Lock()

    @classmethod
    def open(
        cls,
        path_or_url: str | Path,
        *,
        create: bool = False,
        busy_timeout: float = 10.0,
        connections: int = 1,
        patience: float | None = None,
    ) -> Store:
        """Return the record at a path, or at a URL ``sqlite:///path``; with `create`, made when missing.

        An older schema is brought up to date. `busy_timeout` is how many seconds to wait for another
        writer. With `connections` above 1 as many threads may read at once, each with a connection of its own, and
        further ones wait as long; with one, only one thread may use the store. `patience` is how many seconds
        each use of :meth:`reading` may take; None bounds nothing. Raises StoreError, the file untouched, when it
        is missing, no record, or from a newer version of onrecord.
        """
        path = _path(path_or_url)
        if not create and not path.exists():
            raise StoreError(f"{path}: there is no such record; make one with: onrecord read PATH… --record {path}")
        if path.exists():
            sqlite.refuse_foreign(path)
        elif not path.parent.is_dir():
            raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
        engine = sqlite.engine_for(path, busy_timeout, connections)
        store = cls(engine, str(path), patience)
        try:
            store._prepare(create)
        except BaseException:
            store.close()
            raise
        return store

    def _prepare(self, create: bool) -> None:
        current = self._is_current(create)
        with told(self.name):
            sqlite.use_journal(self._engine, new=not current)
        if current:
            return
        from onrecord.store.migrate import upgrade

        with self.writing() as connection:
            # Another process may have made it while this one waited for the lock.
            if sqlite.state(connection)[1] < SCHEMA_VERSION:
                upgrade(connection)
                sqlite.mark(connection, SCHEMA_VERSION)

    def _is_current(self, create: bool) -> bool:
        with self.reading() as connection:
            application, version, filled = sqlite.state(connection)
        if filled and application != sqlite.APPLICATION_ID:
            raise StoreError(f"{self.name}: it is another program's database and stays untouched; name another file")
        if version > SCHEMA_VERSION:
            raise StoreError(
                f"{self.name}: it was written by a newer onrecord (schema {version}, this one knows {SCHEMA_VERSION}) "
                "and stays untouched; update onrecord: pip install --upgrade onrecord"
            )
        if not filled and not create:
            raise StoreError(f"{self.name}: it is empty; fill it with: onrecord read PATH… --record {self.name}")
        return filled and version == SCHEMA_VERSION

    def close(self) -> None:
        """Leave the file closed."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the record throughout the context.

        Raises DeadlineError where the context takes longer than the store was opened for.
        """
        with told(self.name), self._engine.begin() as connection:
            if self._patience is None:
                yield connection
                return
            with sqlite.bounded(connection, self._patience):
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are on disk, all of them, when the context ends without error."""
        with (
            told(self.name),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection

    def columns(self, connection: Connection) -> Columns:
        """Return the statements as columns, as a connection of :meth:`reading` sees them, or later ones.

        They are kept until the record changes; then what changed is read.
        """
        # Only who asks for pages, counts and facets pays for numpy.
        from onrecord.store import listing

        # Reading all statements once may take long, and saves all who ask later: it is never cut off.
        with self._columns_lock, sqlite.bounded(connection, None):
            self._columns = listing.current(connection, self._columns)
            return self._columns

    def plan(self, connection: Connection, capture: Capture, made_by: str) -> Plan:
        """Return what is to be done about `capture` by a pipeline that signs `made_by`."""
        return plan(connection, capture, made_by)

    def add_sighting(self, connection: Connection, capture: Capture) -> None:
        """Leave the place where `capture` was met in the record, which holds its bytes already."""
        row = rows.sighting_row(capture)
        if connection.execute(select(sightings.c.id).where(sightings.c.id == row["id"])).first() is None:
            connection.execute(insert(sightings).values(row))

    def add(
        self,
        connection: Connection,
        capture: Capture,
        document: Document,
        found: Sequence[Statement],
        *,
        made_by: str,
        accounts: Accounts | None = None,
        anomalies: Sequence[Anomaly] = (),
        appearances: Sequence[Appearance] = (),
    ) -> None:
        """Leave the capture, its document and its statements in the record, in place of earlier ones of its bytes.

        `accounts` is the account of the document's quotations; without it the document counts as not
        accounted for. `anomalies` are what the page itself contradicts, `appearances` what may tell who its
        actors are among those of other documents. Raises InternalError, before anything is written, for a span
        that the text does not hold.
        """
        check(document, found, accounts, anomalies)
        if connection.execute(select(captures.c.id).where(captures.c.id == capture.id)).first() is None:
            connection.execute(insert(captures).values(rows.capture_row(capture)))
        self.add_sighting(connection, capture)
        before = self._remove(connection, document.id)
        connection.execute(
            insert(documents).values(rows.document_row(document, capture, made_by, accounts, appearances))
        )
        cited = list({actor.id: actor for s in found for actor in s.actors}.values())
        unique = list({s.id: s for s in found}.values())
        many = {
            regions: rows.region_rows(document),
            actors: rows.actor_rows(cited, appearances),
            mentions: rows.mention_rows(cited),
            statements: [rows.statement_row(s, document) for s in unique],
            spans: [row for s in unique for row in rows.span_rows(s)],
            unattributed: list(map(rows.unattributed_row, accounts.unattributed if accounts else ())),
            contradictions: [rows.anomaly_row(each) for each in anomalies],
            anomaly_spans: [row for each in anomalies for row in rows.anomaly_span_rows(each)],
        }
        for table, values in many.items():
            if values:
                connection.execute(insert(table), values)
        fulltext.insert(connection, (rows.search_entry(s, document) for s in unique))
        changes.touch(connection, [document.id])
        verdicts.read_anew(connection, [*before, *(s.id for s in unique)])

    def _remove(self, connection: Connection, document_id: str) -> Sequence[str]:
        """Take a document out; return the ids of the statements that went with it."""
        query = select(statements.c.id).where(statements.c.document_id == document_id)
        old = connection.execute(query).scalars().all()
        fulltext.delete(connection, old)
        alignments.forget(connection, old)
        named.leave(connection, document_id)
        lineages.leave(connection, document_id)
        connection.execute(delete(documents).where(documents.c.id == document_id))
        return old


def check(
    document: Document,
    found: Sequence[Statement],
    accounts: Accounts | None = None,
    anomalies: Sequence[Anomaly] = (),
) -> None:
    """Raise InternalError unless every span of every statement, actor, quotation and anomaly holds the text's words."""
    for statement in found:
        met = [span for actor in statement.actors for span in (*actor.mentions, *actor.roles)]
        told = [span for _, span in statement.circumstances()]
        for span in (*statement.attribution.spans, *met, *told):
            if not span.check(document.text):
                raise InternalError(f"statement {statement.id}: {span} is not what the text says there")
        if statement.attribution.document_id != document.id:
            raise InternalError(f"statement {statement.id} belongs to another document than {document.id}")
    for anomaly in anomalies:
        if anomaly.document_id != document.id or not all(span.check(document.text) for span in anomaly.spans):
            raise InternalError(f"anomaly {anomaly.id}: its words are not what the text says there")
    for quotation in accounts.unattributed if accounts else ():
        if not quotation.span.check(document.text) or quotation.document_id != document.id:
            raise InternalError(f"quotation {quotation.id}: {quotation.span} is not what the text says there")


def _path(path_or_url: str | Path) -> Path:
    text = str(path_or_url)
    scheme, separator, rest = text.partition("://")
    if not separator:
        return Path(text)
    if scheme != "sqlite":
        raise StoreError(f"{text}: databases of the kind {scheme!r} are not supported yet; name a file")
    return Path(rest.removeprefix("/"))
