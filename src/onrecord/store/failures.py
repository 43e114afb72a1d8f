"""What the database's errors mean to the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, TimeoutError

from onrecord.errors import BusyError, DeadlineError, StoreError

_MEANING = {
    "BUSY": "another process is writing to it; wait until it has ended, or raise --busy-timeout",
    "LOCKED": "another process is writing to it; wait until it has ended, or raise --busy-timeout",
    "FULL": "the disk is full; make room and run the same command again, it goes on where it stopped",
    "READONLY": "it cannot be written to; check the permissions of the file and its folder",
    "PERM": "it cannot be written to; check the permissions of the file and its folder",
    "CANTOPEN": "it cannot be opened; check that the folder exists and may be written to",
    "IOERR": "the disk reports an error or is full; run the same command again once it is mended",
    "NOTADB": "it is not a record of onrecord; name another file",
    "CORRUPT": "it is damaged; restore it from a copy, or read the inputs into a new record",
    "INTERRUPT": "the question took longer than it may; ask for less: fewer days, one outlet, rarer words",
    "TOOBIG": "a text or an input is larger than the record can hold; lower --max-bytes",
}

_KINDS: dict[str, type[StoreError]] = {"BUSY": BusyError, "LOCKED": BusyError, "INTERRUPT": DeadlineError}


def meaning(name: str, error: Exception) -> StoreError:
    """Return the StoreError that tells the user what `error` on the record `name` means."""
    cause = getattr(error, "orig", error)
    code = str(getattr(cause, "sqlite_errorname", "")).removeprefix("SQLITE_").split("_")[0]
    kind = _KINDS.get(code, StoreError)
    return kind(f"{name}: {_MEANING.get(code, f'the database reports: {cause}')}")


@contextmanager
def told(name: str) -> Iterator[None]:
    """Raise the errors of the database as StoreError within the context, `name` telling which record."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise meaning(name, error) from error
    except TimeoutError as error:
        message = f"{name}: more is asked of it at once than it has connections for; ask again"
        raise BusyError(message) from error
