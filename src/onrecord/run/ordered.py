"""Tasks in, results out in the same order, however many processes work on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.run.pool import Pool

WINDOW = 64
"""Tasks that are under way or wait at most, so that a long input is not held in memory whole."""


def ordered(pool: Pool, tasks: Iterable[Any]) -> Iterator[Any]:
    """Yield for each task its result or Failure, in order of the tasks."""
    waiting: deque[int] = deque()
    for key, task in enumerate(tasks):
        pool.submit(key, task)
        waiting.append(key)
        while waiting and (len(waiting) >= WINDOW or pool.ready(waiting[0])):
            yield pool.take(waiting.popleft())
    while waiting:
        yield pool.take(waiting.popleft())
