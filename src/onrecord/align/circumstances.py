"""What two statements' circumstances say of whether they are one act of saying: who spoke, when and where."""

from __future__ import annotations

from datetime import date

from onrecord.align.lists import lists
from onrecord.record import Interval, SaidBasis, SettingKey, Told

FURTHEST = 9
"""Days apart from which two days are simply far apart."""


def speakers(one: Told, other: Told) -> str:
    """Return how two speakers stand to each other: same, stands, relay, unknown or other."""
    if one.speaker is None or other.speaker is None:
        return "unknown"
    if one.speaker == other.speaker:
        return "same"
    if one.stands_for & other.stands_for:
        return "stands"
    if one.relay == other.speaker or other.relay == one.speaker:
        return "relay"
    return "other"


def days_apart(one: Told, other: Told) -> int | None:
    """Return how many days lie between what is told of when they were said, 0 where they overlap; None if unknown."""
    a, b = one.said or _published(one), other.said or _published(other)
    if a is None or b is None:
        return None
    return min(FURTHEST, max(0, _days(a.end, b.start), _days(b.end, a.start)))


def is_sure(told: Told) -> bool:
    """Return whether the text states the day."""
    return told.said is not None and told.said_basis is SaidBasis.STATED and told.said.is_day


def _published(told: Told) -> Interval | None:
    return Interval(told.published, told.published) if told.published else None


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def settings(one: SettingKey | None, other: SettingKey | None) -> str:
    """Return how two settings stand to each other: none, one-sided, equal, like or other."""
    if one is None and other is None:
        return "none"
    if one is None or other is None:
        return "one-sided"
    if one[0] == other[0]:
        clash = any(a and b and a != b for a, b in ((one[1], other[1]), (one[2], other[2])))
        return "other" if clash else "equal"
    media = lists().media
    return "like" if media.get(one[0]) == media.get(other[0]) else "other"


def medium(key: SettingKey | None) -> str:
    """Return the kind of a setting, "" without one."""
    return key[0] if key else ""
