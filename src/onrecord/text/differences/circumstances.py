"""Differences in who spoke, to whom and when, told by what is known of two tellings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.record import Difference, DifferenceKind, Interval, SaidBasis, Told
from onrecord.text.differences.named import may_be_one

_DAY = 1
"""Days by which two inferred days may lie apart: articles of two time zones."""


def circumstances(fuller: Told, other: Told) -> Iterator[Difference]:
    """Yield the other speaker, addressee and date, where both tellings tell one."""
    if fuller.speaker and other.speaker and fuller.speaker != other.speaker and not _one(fuller, other):
        yield _of(DifferenceKind.SPEAKER, f"said by {_name(other)}, in the fuller telling by {_name(fuller)}")
    if fuller.addressee and other.addressee and not may_be_one(fuller.addressee, other.addressee):
        yield _of(DifferenceKind.ADDRESSEE, f"said to {other.addressee}, in the fuller telling to {fuller.addressee}")
    if _apart(fuller, other) > 0 and fuller.said and other.said:
        yield _of(DifferenceKind.DATE, f"said {_when(other.said)}, in the fuller telling {_when(fuller.said)}")


def _of(kind: DifferenceKind, reason: str) -> Difference:
    return Difference(kind, None, None, True, reason)


def _name(told: Told) -> str | None:
    return told.name or told.speaker


def _when(said: Interval) -> str:
    """Return the days in words: "on 2018-04-20", "in 2018", "between 2018-04-09 and 2018-04-15"."""
    if said.is_day:
        return f"on {said.start}"
    year = said.start[:4]
    if (said.start, said.end) == (f"{year}-01-01", f"{year}-12-31"):
        return f"in {year}"
    return f"between {said.start} and {said.end}"


def _one(fuller: Told, other: Told) -> bool:
    """Return whether the speakers may be one: one stands for the other, or is called by a shorter form of its name."""
    called = bool(fuller.name and other.name) and may_be_one(fuller.name or "", other.name or "")
    return called or bool(fuller.stands_for & other.stands_for)


def _apart(fuller: Told, other: Told) -> int:
    """Return by how many days more than is usual the two lie apart."""
    if fuller.said is None or other.said is None:
        return 0
    later, earlier = max(fuller.said.start, other.said.start), min(fuller.said.end, other.said.end)
    stated = fuller.said_basis is SaidBasis.STATED and other.said_basis is SaidBasis.STATED
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days - (0 if stated else _DAY)
