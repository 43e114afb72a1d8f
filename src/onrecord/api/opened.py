"""What every part of an open record works with."""

from __future__ import annotations

from datetime import UTC, datetime

from onrecord.settings import Settings
from onrecord.store import Store


class Opened:
    """An open record's store and settings."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store, self.settings = store, settings


def now() -> str:
    """Return the time as judgements are dated, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
