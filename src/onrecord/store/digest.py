"""One number that says whether two records hold the same."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sqlalchemy import select

from onrecord.record import sha256_hex
from onrecord.store.schema import PROPER
from onrecord.store.store import Store

_PASSING = {"fetched_at"}
"""Columns that tell when something was done, not what the record holds."""


def record_digest(store: Store) -> str:
    """Return the SHA-256 over all rows of the record proper, in order of their keys.

    Bytes count by their content, however they are compressed; times of runs and of fetching do not
    count. Two records of the same inputs have the same digest.
    """
    digest = hashlib.sha256()
    with store.reading() as connection:
        for table in PROPER:
            digest.update(f"{table.name}\n".encode())
            columns = [column for column in table.columns if column.name not in _PASSING]
            for row in connection.execute(select(*columns).order_by(*table.primary_key)):
                digest.update(json.dumps([*map(_plain, row)], separators=(",", ":")).encode() + b"\n")
    return digest.hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 (whatever a column holds)
    return sha256_hex(value) if isinstance(value, bytes) else value
