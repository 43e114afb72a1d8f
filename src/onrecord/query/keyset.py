"""Lists page by page: each page begins behind the last row of the one before, however many rows there are."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, tuple_

from onrecord.errors import SettingsError

Key = tuple[str | int, ...]
"""A row's place in the order of its list."""

Row = TypeVar("Row")

_NONE = "the cursor is none that this list gave; begin with its first page"
_LARGEST = 2**63 - 1
"""The largest number that SQLite holds."""


def rows_after(
    connection: Connection, query: Select[Any], order: Sequence[ColumnElement[Any]], after: Key | None, size: int
) -> tuple[Sequence[Any], str | None]:
    """Return the first `size` rows of `query` behind the place `after` by `order`, and the cursor of what follows.

    `order` tells every two rows apart; its columns are added to the rows. The cursor is None behind the last row.
    """
    if after is not None:
        _check_sendable(after)
        query = query.where(tuple_(*order) > tuple_(*after))
    found = connection.execute(query.add_columns(*order).order_by(*order).limit(size + 1)).all()
    more = len(found) > size
    return found[:size], cursor(tuple(found[size - 1])[-len(order) :]) if more else None


def cursor(key: Sequence[str | int]) -> str:
    """Return a place in the order as text that is safe in an address."""
    return base64.urlsafe_b64encode(json.dumps(list(key), separators=(",", ":")).encode()).decode().rstrip("=")


def place(text: str | None, kinds: Sequence[type[str] | type[int]]) -> Key | None:
    """Return the place that a cursor tells, its parts of these `kinds`; None without a cursor.

    Raises SettingsError for what :func:`cursor` did not make.
    """
    if text is None:
        return None
    try:
        key = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True))
    except (ValueError, RecursionError, binascii.Error):
        key = None
    if not isinstance(key, list) or [type(each) for each in key] != list(kinds):
        raise SettingsError(_NONE)
    if any(isinstance(each, int) and abs(each) > _LARGEST for each in key):
        raise SettingsError(_NONE)
    return tuple(key)


def every(ask: Callable[[str | None], tuple[Sequence[Row], str | None]], limit: int | None = None) -> Iterator[Row]:
    """Yield the rows of all pages of a list, no more than `limit`; a page is asked for when the one before is used up.

    `ask` returns the page behind a cursor, the first one behind None, with the cursor of what follows.
    """
    after, left = None, limit
    while left is None or left > 0:
        rows, after = ask(after)
        yield from rows[:left]
        left = None if left is None else left - len(rows)
        if after is None:
            return


def _check_sendable(key: Key) -> None:
    """Raise SettingsError for half surrogate pairs, which no key of a table has and SQLite cannot be asked for."""
    try:
        "".join(each for each in key if isinstance(each, str)).encode()
    except UnicodeEncodeError as error:
        raise SettingsError(_NONE) from error
