"""A .dna file as rows of its tables, read and written."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from onrecord.errors import InputError
from onrecord.interchange.dna.schema import COLUMNS, TABLES

Row: TypeAlias = tuple[Any, ...]

_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class DnaFile:
    """All that a .dna file holds: for each table its rows, values in order of :data:`COLUMNS`, in order of their ids.

    Raises InputError when a table is missing or the file is not of DNA's version 3.
    """

    tables: Mapping[str, tuple[Row, ...]]

    def __post_init__(self) -> None:
        missing = sorted(set(COLUMNS) - set(self.tables))
        if missing:
            raise InputError(f"it is no .dna file of version 3: it has no table {', '.join(missing)}")
        if not self.version.startswith("3."):
            raise InputError(f"it is of DNA {self.version or 'before 3'}: open it in DNA 3 and save it there first")

    @property
    def version(self) -> str:
        """The version of DNA that made the file, as it says."""
        return next((str(value) for name, value in self.tables["SETTINGS"] if name == "version"), "")

    def named(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table by the names of their columns."""
        return [dict(zip(COLUMNS[table], row, strict=True)) for row in self.tables[table]]


def read(path: str | Path) -> DnaFile:
    """Return what the .dna file at `path` holds; the file is left as it is.

    Raises InputError for a file that cannot be read, is no database, or has tables that DNA 3 does not make.
    """
    return parsed(data_of(path), str(path))


def data_of(path: str | Path) -> bytes:
    """Return the bytes of the .dna file at `path`. Raises InputError where it cannot be read, or is being written."""
    target = Path(path)
    try:
        # A journal beside it holds what is to be undone, or is not yet in the file: its bytes are then not all.
        for beside in (target.with_name(f"{target.name}-journal"), target.with_name(f"{target.name}-wal")):
            if beside.exists() and beside.stat().st_size:
                raise InputError(f"{target}: it is open in DNA, or was when that ended; open and close it there first")
        data = target.read_bytes()
    except OSError as error:
        raise InputError(f"{target}: it cannot be read ({error.strerror})") from error
    if not data.startswith(_MAGIC):
        raise InputError(f"{target}: it is no .dna file: these are SQLite databases")
    return data


def parsed(data: bytes, name: str) -> DnaFile:
    """Return what a .dna file of these bytes, called `name`, holds; raises InputError as :func:`read` does."""
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(data)
            connection.execute("PRAGMA trusted_schema = OFF")
            return DnaFile({table: _rows(connection, table) for table in _tables(connection)})
    except (sqlite3.Error, UnicodeError) as error:
        raise InputError(f"{name}: it is damaged, or no .dna file ({error})") from error
    except InputError as error:
        raise InputError(f"{name}: {error}") from error


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view', 'trigger')")
    foreign = sorted(name for kind, name in found if kind != "table" or name not in COLUMNS)
    if foreign:
        raise InputError(f"it has what files of DNA 3 do not: {', '.join(foreign[:5])}")
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [table for table in COLUMNS if table in present]


def _rows(connection: sqlite3.Connection, table: str) -> tuple[Row, ...]:
    # The names of tables and columns are those of COLUMNS: nothing of the file gets into the SQL.
    columns = tuple(row[1] for row in connection.execute(f"PRAGMA table_xinfo({table})"))
    if columns != COLUMNS[table]:
        raise InputError(f"its table {table} has other columns than in DNA 3: {', '.join(columns)}")
    query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid"  # noqa: S608 (see above)
    rows = tuple(connection.execute(query))
    if any(isinstance(value, bytes) for row in rows for value in row):
        raise InputError(f"its table {table} holds bytes where DNA writes text and numbers")
    return rows


def write(file: DnaFile, path: str | Path) -> None:
    """Leave a .dna file at `path` that holds exactly what `file` does, whole or not at all.

    An earlier file there is replaced. Raises InputError where a row breaks what DNA demands of its tables, and
    OSError where the file cannot be written; an earlier one is then as it was.
    """
    target = Path(path)
    beside = target.with_name(f".{target.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with beside.open("xb"):
            pass  # an error of the file system is told as one
        _fill(file, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _fill(file: DnaFile, path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA journal_mode = MEMORY")
            for table, parts in TABLES.items():
                connection.execute(f"CREATE TABLE {table} ({', '.join(parts)})")
                marks = ", ".join("?" * len(COLUMNS[table]))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", file.tables[table])  # noqa: S608
            dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
            if dangling:
                raise InputError(f"row {dangling[1]} of {dangling[0]} names a row of {dangling[2]} that is not there")
    except (sqlite3.Error, UnicodeError) as error:
        raise InputError(f"what is to be written breaks a rule of .dna files ({error})") from error
