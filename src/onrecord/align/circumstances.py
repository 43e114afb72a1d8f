"""What two statements' circumstances say of whether they are one act of saying: who spoke, when and where."""

from __future__ import annotations

from datetime import date

from onrecord.align.lists import lists
from onrecord.record import ActorKind, Interval, SaidBasis, SettingKey, Told

GOVERNMENT = "onrecord:government-"
"""How the keys of governments begin (`Told.stands_for`)."""

COARSE = 27
"""Days from the first to the last of an interval from which on it is a month or more."""

_VAGUE = frozenset({ActorKind.GROUP, ActorKind.UNNAMED, None})


def speakers(one: Told, other: Told) -> str:
    """Return how two speakers stand to each other.

    "same"; "voice" where one may speak for the other's government, "officer" where for another body; "vague" where one
    is a group or unnamed, and so may be the other; else "other". Two persons never stand for one another.
    """
    if one.speaker is not None and one.speaker == other.speaker:
        return "same"
    shared = one.stands_for & other.stands_for
    if shared and not one.speaker_kind == other.speaker_kind == ActorKind.PERSON:
        return "voice" if any(key.startswith(GOVERNMENT) for key in shared) else "officer"
    return "vague" if one.speaker_kind in _VAGUE or other.speaker_kind in _VAGUE else "other"


def days(one: Told, other: Told) -> str:
    """Return how the days on which two statements may have been made lie to each other.

    "unknown"; "same" where they overlap, "same sure" where both texts state them; "next" and "next sure" where a day
    lies between; else "far", "far coarse" where one is a month or more, "far sure".
    """
    a, b = one.said or _published(one), other.said or _published(other)
    if a is None or b is None:
        return "unknown"
    sure = " sure" if is_sure(one) and is_sure(other) else ""
    apart = max(0, _days(a.end, b.start), _days(b.end, a.start))
    if apart > 1:
        return "far coarse" if is_coarse(a) or is_coarse(b) else f"far{sure}"
    return f"{'next' if apart else 'same'}{sure}"


def is_sure(told: Told) -> bool:
    """Return whether the text states the day."""
    return told.said is not None and told.said_basis is SaidBasis.STATED and told.said.is_day


def is_coarse(interval: Interval) -> bool:
    """Return whether an interval is a month or more."""
    return _days(interval.start, interval.end) >= COARSE


def _published(told: Told) -> Interval | None:
    return Interval(told.published, told.published) if told.published else None


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def setting(told: Told) -> SettingKey | None:
    """Return the key of the setting, one of its kind alone where only the cue tells the medium."""
    if told.setting is not None:
        return told.setting
    kinds = [lists().cues[word] for word in told.cue.casefold().split() if word in lists().cues]
    return (kinds[0], "", "", "", "") if kinds else None


def settings(one: SettingKey | None, other: SettingKey | None) -> str:
    """Return how two settings stand to each other: none, one-sided, equal, like or other."""
    if one is None and other is None:
        return "none"
    if one is None or other is None:
        return "one-sided"
    ours, theirs = ({value for value in key[1:3] if value} for key in (one, other))
    if ours & theirs:
        return "equal"
    if one[0] == other[0]:
        return "other" if ours and theirs else "equal"
    media = lists().media
    return "like" if media.get(one[0]) == media.get(other[0]) else "other"
