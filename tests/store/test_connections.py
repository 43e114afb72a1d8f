"""Several connections: threads read at once, a writer waits and is waited for, nobody hangs."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event

import pytest
from sqlalchemy import select
from tests.store.filled import ARTICLES, fill

from onrecord.errors import StoreError
from onrecord.query import Filter, count, facets, find, page
from onrecord.store import Store
from onrecord.store.schema import documents

THREADS = 4


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of three articles with a connection for each thread."""
    with Store.open(tmp_path / "r.onrecord", create=True, connections=THREADS, busy_timeout=20) as opened:
        fill(opened)
        yield opened


def test_threads_read_at_once(store: Store) -> None:
    """As many threads as there are connections are all within a reading at one time."""
    together = Barrier(THREADS, timeout=20)

    def read(_: int) -> int:
        with store.reading() as connection:
            together.wait()
            return len(connection.execute(select(documents.c.id)).all())

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(read, range(THREADS))) == [3] * THREADS


def test_more_threads_than_connections_wait(store: Store) -> None:
    """Every thread gets its answer, however many ask."""
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda _: (count(store, Filter()).number, len(list(find(store)))), range(64)))
    assert set(found) == {(4, 4)}


def test_a_thread_that_waits_too_long_is_told(tmp_path: Path) -> None:
    """Without a free connection the question ends with what to do."""
    with Store.open(tmp_path / "r", create=True, connections=2, busy_timeout=0.05) as store:
        wrong = pytest.raises(StoreError, match="asked of it at once")
        with store.reading(), store.reading(), wrong, store.reading():
            pass
        assert count(store, Filter()).number == 0


def test_each_reading_sees_one_state(store: Store) -> None:
    """What is written meanwhile is seen by the next reading, not by the one that has begun."""
    begun, written = Event(), Event()

    def read() -> list[int]:
        with store.reading() as connection:
            numbers = [len(connection.execute(select(documents.c.id)).all())]
            begun.set()
            written.wait(0.5)
            numbers.append(len(connection.execute(select(documents.c.id)).all()))
        return numbers

    with ThreadPoolExecutor(2) as pool:
        reading = pool.submit(read)
        begun.wait(20)
        fill(store, *ARTICLES, *(type(ARTICLES[0])(b"More\n\nText.\n", ARTICLES[0].media_type, "m", "m"),))
        written.set()
        assert reading.result() == [3, 3]
    with store.reading() as connection:
        assert len(connection.execute(select(documents.c.id)).all()) == 4


def test_readers_and_writers_take_turns(store: Store) -> None:
    """While articles are read anew again and again, every page, count and facet is that of some whole state."""

    def ask(_: int) -> tuple[int, int, int]:
        found = page(store, Filter(everything=True), size=200)
        forms = facets(store, Filter(everything=True))["form"]
        return len(found.statements), count(store, Filter(everything=True)).number, sum(each.number for each in forms)

    with ThreadPoolExecutor(THREADS) as pool:
        asked = pool.map(ask, range(24))
        for _ in range(6):
            fill(store)
        assert set(asked) == {(4, 4, 4)}
