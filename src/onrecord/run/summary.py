"""What a run did, in numbers that add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.record import Entry, Outcome


@dataclass(slots=True)
class Summary:
    """The count of inputs by outcome, the statements written, and the entries that were not stored as asked.

    `statements` counts those of the documents this run wrote.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    statements: int = 0
    left_out: list[Entry] = field(default_factory=list)

    @property
    def inputs(self) -> int:
        """How many inputs the run has accounted for."""
        return self.outcomes.total()

    def count(self, entry: Entry, statements: int) -> None:
        """Leave `entry` and its document's statements counted."""
        self.outcomes[entry.outcome] += 1
        self.statements += statements
        if entry.outcome in (Outcome.FAILED, Outcome.SKIPPED):
            self.left_out.append(entry)


class Interrupted(KeyboardInterrupt):
    """The user ended a run; `summary` tells what was done, all of which is in the record."""

    def __init__(self, summary: Summary) -> None:
        super().__init__("interrupted")
        self.summary = summary
