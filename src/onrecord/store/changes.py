"""Which documents changed last, so that what is derived from the record can follow without deriving all of it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from onrecord.store.schema import changes


def touch(connection: Connection, document_ids: Iterable[str]) -> None:
    """Note that these documents, or what is kept of their statements, changed: each gets a number of its own.

    Numbers only grow. Whoever writes to documents, statements, verdicts, anomalies or members calls this, in
    the same transaction.
    """
    rows = [(each,) for each in dict.fromkeys(document_ids)]
    if rows:
        connection.exec_driver_sql("INSERT OR REPLACE INTO changes (document_id) VALUES (?)", rows)


def latest(connection: Connection) -> int:
    """Return the number of the last change; 0 before the first one."""
    # Not the largest number in the table: reading a document anew takes its row away.
    found = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'changes'").scalar()
    return int(found or 0)


def since(connection: Connection, number: int) -> list[str]:
    """Return the ids of the documents that changed after the change of this number, in order of their changes."""
    query = select(changes.c.document_id).where(changes.c.number > number).order_by(changes.c.number)
    return list(connection.execute(query).scalars())


def following(connection: Connection, number: int, most: int) -> list[tuple[int, str]]:
    """Return the first changes after the one of this number, at most `most`, each with its document's id."""
    query = select(changes.c.number, changes.c.document_id).where(changes.c.number > number)
    rows = connection.execute(query.order_by(changes.c.number).limit(most))
    return [(row.number, row.document_id) for row in rows]
