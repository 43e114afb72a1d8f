"""Workers that misbehave fail their own task and no other."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from tests.run import tasks

from onrecord.errors import InternalError, ModelError
from onrecord.run.ordered import ordered
from onrecord.run.pool import Limits, Pool
from onrecord.run.work import Failure

LIMITS = Limits(processes=1, deadline=1.0, memory=2048)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Give a pool of one worker."""
    with Pool(tasks.start, LIMITS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        ("crash", "ended by SIGSEGV"),
        ("exit", "ended with code 3"),
        ("sleep", r"took longer than 1 s"),
        ("spin", r"took longer than 1 s"),
        ("memory", "more memory than 2048 MiB"),
        ("raise", r"internal error, please report: ZeroDivisionError: division by zero \(tasks.py:\d+\)"),
        ("input", "is not an article"),
        ("deep", "nested too deeply"),
    ],
)
def test_a_bad_task_fails_with_its_reason_and_the_next_one_is_done(pool: Pool, task: str, reason: str) -> None:
    """Whatever a task does to its worker, its failure says so and the pool goes on."""
    pool.submit(1, task)
    pool.submit(2, "well")
    failure = pool.take(1)
    assert isinstance(failure, Failure)
    assert re.search(reason, failure.reason)
    assert pool.take(2) == "WELL"


def test_large_tasks_and_results_pass(pool: Pool) -> None:
    """A task larger than a pipe's buffer comes through both ways."""
    text = "x" * 5_000_000
    pool.submit(1, text)
    assert pool.take(1) == text.upper()


@pytest.mark.parametrize("processes", [1, 3])
def test_results_come_in_order_of_the_tasks(processes: int) -> None:
    """However long each takes, and however many work, the order is that of the tasks."""
    words = [f"wait {0.2 if number % 5 == 0 else 0}" for number in range(20)]
    with Pool(tasks.start, Limits(processes, 5.0, 2048)) as pool:
        assert list(ordered(pool, words)) == [word.upper() for word in words]


def test_a_worker_that_cannot_start_ends_the_run() -> None:
    """An error of the start, such as a broken model, reaches the caller as it is."""
    with Pool(tasks.start_broken, LIMITS) as pool, pytest.raises(ModelError, match="on purpose"):
        pool.submit(1, "well")
        pool.take(1)


def test_a_worker_that_dies_at_its_start_ends_the_run() -> None:
    """A worker that ends before it is ready is a defect that is told."""
    with Pool(tasks.start_dead, LIMITS) as pool, pytest.raises(InternalError, match="ended before it was ready"):
        pool.submit(1, "well")
        pool.take(1)


def test_few_tasks_take_one_worker() -> None:
    """A second worker is not started for a handful of tasks."""
    with Pool(tasks.start, Limits(4, 5.0, 2048)) as pool:
        for key in range(3):
            pool.submit(key, "pid")
        assert len({pool.take(key) for key in range(3)}) == 1


def test_leaving_the_pool_ends_its_workers() -> None:
    """No worker outlives the context, even one that is busy."""
    before = time.monotonic()
    with Pool(tasks.start, Limits(1, 60.0, 2048)) as pool:
        pool.submit(1, "pid")
        pid = int(pool.take(1))
        pool.submit(2, "sleep")
    assert time.monotonic() - before < 10
    assert not tasks.alive(pid)


def test_taking_what_was_never_submitted_is_a_defect(pool: Pool) -> None:
    """The pool does not wait for ever."""
    with pytest.raises(InternalError, match="never submitted"):
        pool.take(99)
