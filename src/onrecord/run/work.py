"""What runs inside a worker process: tasks in, results or failures out."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from onrecord.errors import InputError, InternalError, OnrecordError


@dataclass(frozen=True, slots=True)
class Failure:
    """A task that gave no result, and why. After a `fatal` one its worker is not to be used again."""

    reason: str
    fatal: bool = False


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
