"""What is particular to SQLite: opening a file safely, the journal, whose file it is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path
from time import monotonic
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from onrecord.errors import StoreError

APPLICATION_ID = 0x6F6E7263
"""``onrc``: the application id in the header of every record (SQLite file format, offset 68)."""

_STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock: some hundred looks a second."""

_MAGIC = b"SQLite format 3\0"


def wal_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info[:3]) -> bool:
    """Return whether SQLite `version` may write ahead: 3.7.0 to 3.51.2 can lose pages when the log is reset.

    Fixed in 3.51.3, 3.50.7 and 3.44.6 (sqlite.org/wal.html, "the WAL-reset bug").
    """
    if version[:2] in ((3, 44), (3, 50)):
        return version[2] >= {44: 6, 50: 7}[version[1]]
    return version >= (3, 51, 3)


def journal_mode() -> str:
    """Return the journal that a record gets on this machine: ``wal`` or ``delete`` (a rollback journal)."""
    return "wal" if wal_is_safe() else "delete"


def refuse_foreign(path: Path) -> None:
    """Check by its first bytes, without opening it as a database, that the file can be a record.

    Raises StoreError for a folder, an unreadable file, another format or another application's file.
    """
    if path.is_dir():
        raise StoreError(f"{path}: it is a folder; name a file for the record")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StoreError(f"{path}: it cannot be read ({error.strerror}); check its permissions") from error
    if head and not head.startswith(_MAGIC):
        raise StoreError(f"{path}: it is not a record of onrecord and stays untouched; name another file")
    if int.from_bytes(head[68:72]) not in (0, APPLICATION_ID):
        raise StoreError(f"{path}: it is another program's database and stays untouched; name another file")


def engine_for(path: Path, busy_timeout: float, connections: int = 1) -> Engine:
    """Return an engine with a number of connections to the file: foreign keys on, every commit on disk (fsync).

    `busy_timeout` is in seconds: for the file, and for a connection where all are in use. A file that may not
    be written to is opened for reading alone. The file is made when missing.
    """
    mode = "ro" if path.exists() and not os.access(path, os.W_OK) else "rwc"
    location = f"file:{quote(os.fsencode(path))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(location, busy_timeout, isolation_level=None, check_same_thread=False, uri=True)

    if connections == 1:
        engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    else:
        sizes = {"pool_size": connections, "max_overflow": 0, "pool_timeout": busy_timeout}
        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, **sizes)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA trusted_schema = OFF")


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: waiting is possible then, while a reader that turns writer
    # would be refused without waiting.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def bounded(connection: Connection, seconds: float | None) -> Iterator[None]:
    """Interrupt what the connection does within the context once it took `seconds` altogether; None bounds nothing."""
    info, driver = connection.info, connection.connection.driver_connection
    before = info.get("until", inf)
    info["until"] = inf if seconds is None else monotonic() + seconds
    if driver is not None:
        driver.set_progress_handler(lambda: monotonic() > info["until"], _STEPS)
    try:
        yield
    finally:
        info["until"] = before


def use_journal(engine: Engine, *, new: bool = False) -> None:
    """Leave the file with a journal that is safe on this machine, a `new` one with the best.

    A record written ahead elsewhere comes back to a rollback journal where writing ahead is not safe.
    """
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        if new or (cursor.execute("PRAGMA journal_mode").fetchone()[0] == "wal" and not wal_is_safe()):
            cursor.execute(f"PRAGMA journal_mode = {journal_mode()}")
        cursor.close()
    finally:
        raw.close()


def state(connection: Connection) -> tuple[int, int, bool]:
    """Return the file's application id, its schema version, and whether it holds any table."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    return int(application), int(version), tables > 0


def mark(connection: Connection, version: int) -> None:
    """Leave the file marked as a record of schema `version`; part of the transaction that made it so."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def damage(connection: Connection) -> list[str]:
    """Return what SQLite itself finds wrong in the file: broken pages, indexes and foreign keys."""
    pages = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [str(page) for page in pages if page != "ok"] + [f"{o[0]} row {o[1]} lacks its {o[2]}" for o in orphans]
