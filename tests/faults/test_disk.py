"""A full disk, a lock or a missing permission is told; the record stays valid and is finished later."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import event
from tests import fakes
from tests.faults.killing import FAKE, ROOT, corpus, damage, digest, finish
from tests.run.direct import Direct

from onrecord.errors import StoreError
from onrecord.run.reading import Reading
from onrecord.store import Store, record_digest, sqlite

INPUTS = [
    fakes.capture(f"Head {n}\n\n“Number {n} of many,” said Ada Mott.\n{'x ' * 999}", f"{n}.txt") for n in range(40)
]


def read(store: Store) -> str:
    """Return the record's digest after reading all inputs."""
    Reading(store, Direct(fakes.article), fakes.MADE_BY, lambda entry: None).run(INPUTS)
    return record_digest(store)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the digest of an undisturbed run."""
    with Store.open(tmp_path_factory.mktemp("whole") / "r", create=True) as store:
        return read(store)


@pytest.mark.parametrize("pages", [0, 1, 2, 5, 11, 30])
def test_a_full_disk_is_told_and_the_next_run_finishes(tmp_path: Path, whole: str, pages: int) -> None:
    """Whichever page is the first without room, the file stays valid, and room later makes it whole."""
    path = tmp_path / "r"
    with Store.open(path, create=True) as store:
        with store.reading() as connection:
            used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {used + pages}")
        with pytest.raises(StoreError, match="the disk is full; make room and run the same command again"):
            read(store)
    assert damage(path) == []
    with Store.open(path) as store:
        assert read(store) == whole


@pytest.mark.parametrize("nth", [1, 2, 3, 7, 20, 45, 90])
def test_any_statement_that_fails_leaves_a_valid_record(tmp_path: Path, whole: str, nth: int) -> None:
    """An input/output error at the n-th change of the database is rolled back and told."""
    path = tmp_path / "r"
    left = nth

    def fail(_connection: object, _cursor: object, sql: str, *_rest: object) -> None:
        nonlocal left
        left -= sql.startswith(("INSERT", "DELETE", "UPDATE"))
        if left == 0:
            raise _io_error()

    with Store.open(path, create=True) as store:
        event.listen(store._engine, "before_cursor_execute", fail)
        with pytest.raises(StoreError, match="the disk reports an error"):
            read(store)
    assert damage(path) == []
    with Store.open(path) as store:
        assert read(store) == whole


def _io_error() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_WRITE"
    return error


@pytest.mark.slow
def test_a_file_size_limit_ends_the_command_with_6(tmp_path: Path) -> None:
    """A write that the system refuses ends the command with one line, and the next run finishes."""
    folder, record = corpus(tmp_path / "corpus", 60), tmp_path / "r.onrecord"
    words = ["read", str(folder), "--record", str(record)]
    limit = 160 * 1024

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = subprocess.run([*FAKE, *words], cwd=ROOT, preexec_fn=limited, capture_output=True, text=True, check=False)
    assert ended.returncode == 6, ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "disk" in ended.stderr
    assert damage(record) == []
    finish(FAKE, *words)
    finish(FAKE, *words[:-1], str(tmp_path / "whole.onrecord"))
    assert digest(record) == digest(tmp_path / "whole.onrecord")


def test_another_writer_is_waited_for_and_then_told(tmp_path: Path) -> None:
    """A record that another process is writing to is left alone after the busy timeout."""
    Store.open(tmp_path / "r", create=True).close()
    other = sqlite3.connect(tmp_path / "r", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(tmp_path / "r", busy_timeout=0.1) as store:
        with pytest.raises(StoreError, match="another process is writing to it; wait until"):
            read(store)
        other.execute("ROLLBACK")
        other.close()
        read(store)


def test_questions_are_answered_while_another_writes(tmp_path: Path) -> None:
    """A reader is not kept out by a writer's open transaction."""
    Store.open(tmp_path / "r", create=True).close()
    other = sqlite3.connect(tmp_path / "r", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(tmp_path / "r", busy_timeout=0.1) as store:
        assert record_digest(store)
    other.close()


def test_a_record_without_permission_to_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only record answers questions and refuses to be written to."""
    Store.open(tmp_path / "r", create=True).close()
    monkeypatch.setattr(sqlite.os, "access", lambda *_: False)
    with Store.open(tmp_path / "r") as store:
        assert record_digest(store)
        with pytest.raises(StoreError, match="cannot be written to; check the permissions"):
            read(store)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    """A record in a folder that may not be written to is told."""
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(tmp_path / "r", create=True)


def test_a_damaged_record_is_told(tmp_path: Path) -> None:
    """A file overwritten in its middle is told as damaged, not as a defect of onrecord."""
    path = tmp_path / "r"
    with Store.open(path, create=True) as store:
        read(store)
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="it is damaged; restore it from a copy"), Store.open(path) as store:
        record_digest(store)
