"""The parent's handle on one worker process."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import SpawnContext
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.errors import InternalError
from onrecord.run.work import work

LENIENCE = 5
"""Times the deadline that a task may take by the clock when the machine is busy with other work: without
it a document would fail on one run and not on the next. A task that sleeps for ever ends all the same."""


@dataclass(frozen=True, slots=True)
class Died:
    """What is received from a worker that has ended."""

    reason: str


class Worker:
    """The parent's handle on one worker. `key` is the task it has, `until` when that must be done."""

    def __init__(self, context: SpawnContext, start: Callable[[], Any], memory: int, patience: float) -> None:
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, start, memory), daemon=True)
        with _without_main():
            self._process.start()
        theirs.close()
        self.starting = True
        self.key: int | None = None
        self.until: float | None = time.monotonic() + patience
        self._began = self._spent_before = 0.0

    @property
    def idle(self) -> bool:
        """Whether it waits for a task."""
        return not self.starting and self.key is None

    def started(self) -> None:
        """Leave it ready for tasks."""
        self.starting, self.until = False, None

    def give(self, key: int, task: object, deadline: float) -> bool:
        """Hand it a task with `deadline` seconds; return False when it is dead."""
        self._began, self._spent_before = time.monotonic(), _processor_time(self._process.pid) or 0.0
        self.key, self.until = key, self._began + deadline
        try:
            self.pipe.send(task)
        except OSError:
            return False
        return True

    def spared(self, deadline: float) -> bool:
        """Return whether it may go on, past its `until`: a busy machine gave it less processor time than that."""
        spent = _processor_time(self._process.pid)
        if spent is None or time.monotonic() - self._began >= LENIENCE * deadline:
            return False
        left = deadline - (spent - self._spent_before)
        self.until = time.monotonic() + max(left, 0.1)
        return left > 0

    def done(self) -> int:
        """Return the key of the task it had, and leave it idle."""
        if self.key is None:
            raise InternalError("a worker answered without a task")
        key, self.key, self.until = self.key, None, None
        return key

    def receive(self) -> object:
        """Return its message, or Died."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            return Died(self.death())

    def death(self) -> str:
        """Return in words how it ended."""
        self._process.join(5)
        code = self._process.exitcode
        if code is not None and code < 0:
            return f"the worker process was ended by {signal.Signals(-code).name}"
        return f"the worker process ended with code {code}"

    def kill(self) -> None:
        """Leave it dead and its resources free."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def _processor_time(pid: int | None) -> float | None:
    """Return the seconds that process `pid` has run on a processor, None where the system does not tell (proc(5))."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None


@contextmanager
def _without_main() -> Iterator[None]:
    # A spawned process imports the parent's main module again, which runs a user's script a second
    # time unless it is guarded. Workers need nothing from it.
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
