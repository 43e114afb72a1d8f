"""An office that somebody held, and on which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

UNKNOWN = "?"
"""A start of which only that it lies in the past is known; after an end: whether and when it ended later is unknown."""

_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


class OfficeKind(StrEnum):
    """What kind of office: the first three answer "who was ... of X on day D", the others are for news."""

    HEAD_OF_STATE = "head-of-state"
    HEAD_OF_GOVERNMENT = "head-of-government"
    FOREIGN_MINISTER = "foreign-minister"
    VICE_PRESIDENT = "vice-president"
    MINISTER = "minister"
    LEGISLATIVE_LEADER = "legislative-leader"
    HEAD_OF_ORGANISATION = "head-of-organisation"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Office:
    """One term of an office: its kind, its short English title ("Prime Minister"), whose it is, since when, until when.

    `country` is the code of the territory ("ru"), or the id of an entry for an organisation's office.
    `start` and `end` are ISO days, the first and the last one in office; a month (YYYY-MM) or year
    (YYYY) is as exact as it is known. `end` None: still held at the data's date. "2025-06?": still
    held then, and nothing is known of later; "?" alone: no such day is known. Raises ValueError for
    anything else, and for an end before its start.
    """

    kind: OfficeKind
    title: str
    country: str
    start: str
    end: str | None = None
    source: str = ""

    def __post_init__(self) -> None:
        """Check the dates."""
        if self.start != UNKNOWN and not _is_day(self.start):
            raise ValueError(f"the start {self.start!r} is no day: write YYYY-MM-DD, YYYY-MM, YYYY or {UNKNOWN!r}")
        if self.end in (None, UNKNOWN):
            return
        end = str(self.end).removesuffix(UNKNOWN)
        if not _is_day(end):
            raise ValueError(f"the end {self.end!r} is no day: write YYYY-MM-DD, YYYY-MM, YYYY, with or without a ?")
        shorter = min(len(self.start), len(end))
        if self.start != UNKNOWN and end[:shorter] < self.start[:shorter]:
            raise ValueError(f"the end {self.end} lies before the start {self.start}")

    @property
    def open_ended(self) -> bool:
        """Whether it is unknown until when the office was held."""
        return self.end is not None and self.end.endswith(UNKNOWN)

    def held(self, day: str) -> bool | None:
        """Return whether the office was held in this term on `day` (YYYY-MM-DD), None where the dates do not tell.

        The first and the last day count. A day after the data's date is told as if nothing had changed.
        """
        begun = _reached(self.start, day)
        over = False if self.end is None else _passed(self.end, day)
        if begun is False or over:
            return False
        return None if begun is None or over is None else True


def _is_day(text: str) -> bool:
    """Return whether `text` is a day of the calendar, a month or a year."""
    if not _DAY.fullmatch(text):
        return False
    if len(text) < len("YYYY-MM-DD"):
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _reached(start: str, day: str) -> bool | None:
    """Return whether `start` lies on or before `day`."""
    if start == UNKNOWN:
        return None
    begun = day[: len(start)]
    return None if begun == start and len(start) < len(day) else begun >= start


def _passed(end: str, day: str) -> bool | None:
    """Return whether `end` lies before `day`."""
    known = end.removesuffix(UNKNOWN)
    over = day[: len(known)]
    if known != end:
        return False if known and over <= known else None
    return None if over == end and len(end) < len(day) else over > end
