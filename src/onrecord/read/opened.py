"""Open a file without ever waiting for it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.read.inflate import Bytes
from onrecord.read.paths import Place
from onrecord.record import Unreadable

# O_NONBLOCK: between looking at a path and opening it a pipe may take its place, and opening that would wait.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@contextmanager
def opened(place: Place) -> Iterator[Bytes | Unreadable]:
    """Give the bytes of the file at `place`, or the reason why it cannot be opened; closes it after."""
    try:
        descriptor = os.open(place.path, _FLAGS)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield Unreadable(place.path, f"it cannot be opened: {reason}")
        return
    with os.fdopen(descriptor, "rb") as file:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            yield Bytes(file)
        else:
            yield Unreadable(place.path, "it is a pipe, socket or device, not a file: pipe it in and name it -")
