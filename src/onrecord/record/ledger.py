"""The ledger: what became of every input of every run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of an input. Each input has exactly one."""

    STORED = "stored"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One input's line in the ledger: where it lay, what became of it and why.

    `capture_id` is None where no capture could be made. `reason` is in words, None for stored.
    """

    locator: str
    outcome: Outcome
    capture_id: str | None = None
    reason: str | None = None
