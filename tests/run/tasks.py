"""Tasks for a pool, by their first word."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from onrecord.errors import InputError, ModelError


def start() -> Callable[[str], str]:
    """Return what a worker does with each task."""
    return run


def start_broken() -> Callable[[str], str]:
    """Fail like a broken model."""
    raise ModelError("broken on purpose")


def start_dead() -> Callable[[str], str]:
    """End the worker before it is ready."""
    os._exit(9)


def run(task: str) -> str:
    """Do as the task's first word says; return the task in capitals."""
    word, _, rest = task.partition(" ")
    if word == "wait":
        time.sleep(float(rest))
    return str(_BAD[word]()) if word in _BAD else task.upper()


def _raise_input() -> None:
    raise InputError("it is not an article")


def _spin() -> None:
    while True:
        pass


def _deep(depth: int = 0) -> int:
    return _deep(depth + 1) + 1


_BAD: dict[str, Callable[[], object]] = {
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "exit": lambda: os._exit(3),
    "sleep": lambda: time.sleep(60),
    "spin": _spin,
    "memory": lambda: bytearray(1 << 40),
    "raise": lambda: 1 / 0,
    "input": _raise_input,
    "deep": _deep,
    "pid": os.getpid,
}


def alive(pid: int) -> bool:
    """Return whether a process of this number runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
