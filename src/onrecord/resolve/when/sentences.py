"""Where the sentence around a place begins and ends."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"”’')\]]{0,2}(?=\s)|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|Prof|Rev|No|vs|Inc|Corp|Co|Ltd|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[a-zA-Z])|[ap]\.m)\.$"
)


def sentence_around(text: str, start: int, end: int, reach: int = 600) -> tuple[int, int]:
    """Return the range of the sentences that hold ``[start, end)``, within `reach` characters each way."""
    first = max(start - reach, 0)
    before = [m for m in _END.finditer(text, first, start) if not _abbreviates(text, m)]
    after = next(
        (m for m in _END.finditer(text, max(end - 1, 0), min(end + reach, len(text))) if not _abbreviates(text, m)),
        None,
    )
    return (before[-1].end() if before else first), (after.end() if after else min(end + reach, len(text)))


def paragraph_around(text: str, position: int) -> tuple[int, int]:
    """Return the range of the line that holds `position`: the paragraph, in a document's text."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, end if end >= 0 else len(text)


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    if match.group()[0] != ".":
        return False
    return bool(_ABBREVIATION.search(text, max(match.start() - 6, 0), match.start() + 1))
