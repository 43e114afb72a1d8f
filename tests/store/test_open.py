"""Opening: ours is opened, what is not ours is refused and stays as it was."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.store import Store, sqlite
from onrecord.store.schema import SCHEMA_VERSION


def refused(path: Path, message: str, *, create: bool = True) -> None:
    """Assert that `path` is refused with `message` and not changed by a byte."""
    before = path.read_bytes()
    with pytest.raises(StoreError, match=message):
        Store.open(path, create=create)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_missing_record_is_not_made_unasked(tmp_path: Path) -> None:
    """A question to a record that does not exist leaves no file behind."""
    with pytest.raises(StoreError, match="there is no such record; make one with"):
        Store.open(tmp_path / "r.onrecord")
    assert list(tmp_path.iterdir()) == []


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    """A file of another format stays untouched."""
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, not a record.\n" * 10)
    refused(path, "not a record of onrecord")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """A database with tables but without our mark stays untouched."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE runs (id)")
    connection.close()
    refused(path, "another program's database")


def test_another_applications_mark_is_refused(tmp_path: Path) -> None:
    """A database with a foreign application id stays untouched, even without tables."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 252006673")
        connection.execute("PRAGMA user_version = 3")
    connection.close()
    refused(path, "another program's database")


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    """A record of a schema that this version does not know stays untouched."""
    path = tmp_path / "r.onrecord"
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    refused(path, "newer onrecord .*update onrecord")


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    """What a kill during creation leaves behind is filled by the next run."""
    path = tmp_path / "r.onrecord"
    path.touch()
    Store.open(path, create=True).close()
    Store.open(path).close()


def test_an_empty_file_answers_no_question(tmp_path: Path) -> None:
    """A question to an empty file is refused with what to do."""
    path = tmp_path / "r.onrecord"
    path.touch()
    refused(path, "it is empty; fill it with", create=False)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder in place of the record is told."""
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(tmp_path, create=True)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A record in a folder that does not exist is not made."""
    with pytest.raises(StoreError, match="does not exist; make it first"):
        Store.open(tmp_path / "no" / "r.onrecord", create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_record_is_told(tmp_path: Path) -> None:
    """A record without permission to read is told."""
    path = tmp_path / "r.onrecord"
    Store.open(path, create=True).close()
    path.chmod(0)
    with pytest.raises(StoreError, match="cannot be read"):
        Store.open(path)


def test_a_url_names_a_file(tmp_path: Path) -> None:
    """The URL form of SQLAlchemy opens the same record."""
    Store.open(f"sqlite:///{tmp_path}/r.onrecord", create=True).close()
    assert (tmp_path / "r.onrecord").exists()


def test_other_databases_are_not_supported_yet() -> None:
    """A URL of another kind is refused by name."""
    with pytest.raises(StoreError, match="'postgresql' are not supported yet"):
        Store.open("postgresql://localhost/record")


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 7, 0), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 3), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_writing_ahead_is_for_mended_versions(version: tuple[int, int, int], safe: bool) -> None:
    """A version with the WAL-reset bug gets a rollback journal."""
    assert sqlite.wal_is_safe(version) is safe


def test_a_record_written_ahead_elsewhere_comes_back_to_a_rollback_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening a record in WAL mode on a version with the bug leaves it with a rollback journal."""
    path = tmp_path / "r.onrecord"
    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "wal_is_safe", lambda: True)
        Store.open(path, create=True).close()
    assert _mode(path) == "wal"
    monkeypatch.setattr(sqlite, "wal_is_safe", lambda: False)
    Store.open(path).close()
    assert _mode(path) == "delete"


def _mode(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    finally:
        connection.close()
