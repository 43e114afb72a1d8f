"""Who told it first, as a line with a mark for each telling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from onrecord.present.web.tellings import Beside

WIDTH, LEFT, ROW = 720, 16, 24
"""Pixels of the line, of its margin on either side, and of a row of marks."""

APART = 26
"""Pixels that two marks of one row stand apart at least."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A telling on the line: its letter, its statement, and where the middle of its mark is."""

    letter: str
    statement_id: str
    title: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line from the first to the last telling: its marks, its height, and the days at its ends."""

    marks: tuple[Mark, ...]
    height: int
    first: str
    last: str
    width: int = WIDTH


def timeline(pairs: Sequence[Beside]) -> Line | None:
    """Return the line; None where fewer than two times of publication are known or all are the same."""
    told = [(time, each) for each in pairs if (time := _instant(each.telling.reported.published)) is not None]
    if len({time for time, _ in told}) < 2:
        return None
    begin, end = min(t for t, _ in told), max(t for t, _ in told)
    ends: list[float] = []
    marks = []
    for time, each in told:
        x = LEFT + (WIDTH - 2 * LEFT) * (time - begin) / (end - begin)
        row = next((at for at, last in enumerate(ends) if x - last >= APART), len(ends))
        ends[row : row + 1] = [x]
        heading = each.telling.reported.heading
        title = f"{each.letter}: {heading.outlet or heading.articles[0]}, {each.telling.relation.value}"
        marks.append(Mark(each.letter, each.telling.reported.id, title, round(x, 1), ROW * row + ROW / 2))
    first, last = told[0][1].telling.reported.published, told[-1][1].telling.reported.published
    return Line(tuple(marks), ROW * len(ends) + 8, first or "", last or "")


def _instant(value: str | None) -> float | None:
    """Return a time of publication as seconds; what has no zone is taken for UTC, a day or month for its end.

    That is the order of the list: an hour is the better witness than its day alone.
    """
    if not value:
        return None
    try:
        found = datetime.fromisoformat(value if len(value) > len("2031-03") else f"{value}-01"[:10])
    except ValueError:
        return None  # a year alone, or a time that is none: it stands in the list, not on the line
    if len(value) <= len("2031-03"):
        found = (found + timedelta(days=31)).replace(day=1)
    elif len(value) <= len("2031-03-04"):
        found += timedelta(days=1)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
