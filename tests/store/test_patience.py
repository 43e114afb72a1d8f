"""A question that takes too long is interrupted, and what comes after is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import Connection
from tests.store.filled import fill

from onrecord.errors import BusyError, DeadlineError
from onrecord.store import Store

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture(params=[1, 4])
def hasty(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give a record that is asked with little patience, by one connection or several."""
    path = tmp_path / "hasty.onrecord"
    with Store.open(path, create=True) as store:
        fill(store)
    with Store.open(path, connections=request.param, patience=0.2) as store:
        yield store


def ask(connection: Connection, sql: str = "SELECT count(*) FROM documents") -> int:
    """Return the number that a question gives."""
    return int(connection.exec_driver_sql(sql).scalar_one())


def test_endless_questions_end(hasty: Store) -> None:
    """A question without end is cut off about when its time is over."""
    begin = monotonic()
    with pytest.raises(DeadlineError, match="ask for less"), hasty.reading() as connection:
        ask(connection, ENDLESS)
    assert monotonic() - begin < 5


def test_the_next_question_is_answered(hasty: Store) -> None:
    """The connection serves on after it was interrupted."""
    for _ in range(3):
        with pytest.raises(DeadlineError), hasty.reading() as connection:
            ask(connection, ENDLESS)
        with hasty.reading() as connection:
            assert ask(connection) == 3


def test_writing_is_not_cut_off(hasty: Store) -> None:
    """Judging may take longer than reading: half a judgement is worth nothing."""
    with hasty.writing() as connection:
        assert ask(connection, f"{ENDLESS.replace('FROM n)', 'FROM n LIMIT 3000000)')}") == 3_000_000


def test_a_record_without_patience_set_waits(tmp_path: Path) -> None:
    """The command line waits as long as it takes."""
    with Store.open(tmp_path / "a.onrecord", create=True) as store, store.reading() as connection:
        assert ask(connection, f"{ENDLESS.replace('FROM n)', 'FROM n LIMIT 2000000)')}") == 2_000_000


def test_another_writer_is_told_as_such(hasty: Store, tmp_path: Path) -> None:
    """Where another process writes for too long, that is said, and is no defect of the record."""
    with (
        Store.open(tmp_path / "hasty.onrecord", busy_timeout=0.05) as other,
        hasty.writing(),
        pytest.raises(BusyError),
        other.writing(),
    ):
        pass
