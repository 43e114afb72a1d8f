"""One worker process: the parent's handle on it, and what runs inside it."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.errors import InputError, InternalError, OnrecordError


@dataclass(frozen=True, slots=True)
class Failure:
    """A task that gave no result, and why. After a `fatal` one its worker is not to be used again."""

    reason: str
    fatal: bool = False


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

    @property
    def idle(self) -> bool:
        """Whether it waits for a task."""
        return not self.starting and self.key is None

    def started(self) -> None:
        """Leave it ready for tasks."""
        self.starting, self.until = False, None

    def give(self, key: int, task: object, deadline: float) -> bool:
        """Hand it a task with `deadline` seconds; return False when it is dead."""
        self.key, self.until = key, time.monotonic() + deadline
        try:
            self.pipe.send(task)
        except OSError:
            return False
        return True

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


def work(pipe: Connection, start: Callable[[], Callable[[Any], Any]], memory: int) -> None:
    """Answer every task that comes through `pipe` until it closes. Runs in the worker process."""
    # Ctrl-C reaches the whole group: the parent decides, and closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _cap(memory)
        run = start()
        pipe.send(None)
    except OnrecordError as error:
        pipe.send(error)
        return
    except MemoryError:
        pipe.send(InternalError(f"a worker cannot start within {memory} MiB; raise --memory"))
        return
    while True:
        try:
            task = pipe.recv()
            pipe.send(_attempt(run, task, memory))
        except (EOFError, OSError):
            return


def _attempt(run: Callable[[Any], Any], task: object, memory: int) -> object:
    try:
        return run(task)
    except InputError as error:
        return Failure(str(error))
    except MemoryError:
        return Failure(f"needs more memory than {memory} MiB; raise --memory to give it more", fatal=True)
    except RecursionError:
        return Failure("is nested too deeply")
    except Exception as error:  # one bad document never stops a run; the ledger has the reason
        return Failure(f"internal error, please report: {type(error).__name__}: {error} ({_place(error)})")


def _place(error: BaseException) -> str:
    """Return where `error` was raised, as ``module.py:line``."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "nowhere"


def _cap(memory: int) -> None:
    """Limit the process's address space to `memory` MiB where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
