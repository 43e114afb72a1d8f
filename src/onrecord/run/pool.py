"""A pool of worker processes that can be killed: one task each at a time, a deadline, a memory cap."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Self

from onrecord.errors import InternalError
from onrecord.run.work import Failure
from onrecord.run.worker import Died, Worker

START_DEADLINE = 180.0
"""Seconds a worker may take to start and load the model; 2 s is usual, slow disks take far longer."""

BACKLOG = 4
"""Tasks waiting per running worker before another is started: one takes about as long to start (1 to
2 s on two cores) as one worker needs for this many articles."""

Start = Callable[[], Callable[[Any], Any]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What the pool may use: `processes`, `deadline` in seconds of processor time a task, `memory` in MiB a worker."""

    processes: int
    deadline: float
    memory: int


class Pool:
    """Workers that each call ``start()`` once and then its result on every task. Use it as a context.

    `start` and the tasks are pickled; `start` is a module's function or a partial of one. A task that
    raises, takes too long, needs too much memory or kills its worker ends as a :class:`Failure`.
    """

    def __init__(self, start: Start, limits: Limits) -> None:
        self._start = start
        self._limits = limits
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[Worker] = []
        self._queue: deque[tuple[int, Any]] = deque()
        self._results: dict[int, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._workers:
            worker.kill()

    def submit(self, key: int, task: Any) -> None:  # noqa: ANN401 (tasks and results are the caller's)
        """Leave `task` waiting for a worker; its result will be found under `key`."""
        self._queue.append((key, task))
        self._turn(0.0)

    def ready(self, key: int) -> bool:
        """Return whether the result of `key` is there."""
        self._turn(0.0)
        return key in self._results

    def take(self, key: int) -> Any:  # noqa: ANN401
        """Return the result of `key` or its Failure, waiting for it. Raises what `start` raised in a worker."""
        while key not in self._results:
            if not self._queue and not any(worker.key is not None for worker in self._workers):
                raise InternalError(f"task {key} was never submitted")
            self._turn(60.0)
        return self._results.pop(key)

    def _turn(self, patience: float) -> None:
        """Hand out tasks, wait up to `patience` seconds for something to happen, and take in what did."""
        self._staff()
        self._assign()
        if not self._workers:
            return
        now = time.monotonic()
        next_deadline = min((w.until for w in self._workers if w.until is not None), default=now + patience)
        happened = wait([w.pipe for w in self._workers], max(0.0, min(patience, next_deadline - now)))
        for worker in list(self._workers):
            if worker.pipe in happened:
                self._take_in(worker)
            elif worker.until is not None and time.monotonic() >= worker.until:
                self._overdue(worker)
        self._assign()

    def _staff(self) -> None:
        """Start one more worker where the tasks that wait are worth it."""
        running = len(self._workers)
        if self._queue and running < self._limits.processes and len(self._queue) > running * BACKLOG:
            self._workers.append(Worker(self._context, self._start, self._limits.memory, START_DEADLINE))

    def _assign(self) -> None:
        for worker in list(self._workers):
            if self._queue and worker.idle:
                key, task = self._queue.popleft()
                if not worker.give(key, task, self._limits.deadline):
                    self._lose(worker, worker.death())

    def _take_in(self, worker: Worker) -> None:
        message = worker.receive()
        if isinstance(message, Died):
            self._lose(worker, message.reason)
        elif worker.starting:
            if isinstance(message, BaseException):
                raise message
            worker.started()
        else:
            self._results[worker.done()] = message
            if isinstance(message, Failure) and message.fatal:
                self._lose(worker, message.reason)

    def _overdue(self, worker: Worker) -> None:
        if worker.starting:
            raise InternalError(f"a worker did not start within {START_DEADLINE:.0f} s")
        if worker.spared(self._limits.deadline):
            return
        self._lose(worker, f"took longer than {self._limits.deadline:g} s; raise --deadline to give it more")

    def _lose(self, worker: Worker, reason: str) -> None:
        """Leave `worker` dead and forgotten, its task failed for `reason`."""
        self._workers.remove(worker)
        worker.kill()
        if worker.starting:
            raise InternalError(f"a worker ended before it was ready: {reason}")
        if worker.key is not None:
            self._results[worker.key] = Failure(reason)
