"""What two statements' circumstances say of whether they are one act of saying: who spoke, when and where."""

from __future__ import annotations

from datetime import date

from onrecord.align.lists import lists
from onrecord.record import ActorKind, Interval, SaidBasis, SettingKey, Told

GOVERNMENT = "onrecord:government-"
"""How the keys of governments begin (`Told.stands_for`)."""

COARSE = 27
"""Days from the first to the last of an interval from which on it is a month or more."""

WRITTEN = "written"
"""The kind of setting of what somebody "wrote", where no more is told: in a letter, a post, a statement."""

_PERFECT = frozenset({"has", "have", "had", "repeatedly", "often", "always", "long"})

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


def relayed(one: Told, other: Told) -> bool:
    """Return whether a person relays one of two statements and not the other: they may tell of another occasion."""
    relays = [{each.relay} if each.relay_kind is ActorKind.PERSON else set() for each in (one, other)]
    return relays[0] != relays[1] and not (relays[0] | relays[1]) & {one.speaker, other.speaker}


def days(one: Told, other: Told) -> str:
    """Return how the days on which two statements may have been made lie to each other.

    "unknown" where one text lets nobody know, "both unknown"; "same" where they overlap, "next" where they follow one
    another, else "far", each with "coarse" behind it if one is a month or more, else with "half" if one text states its
    day, with "sure" if both do.
    """
    a, b = one.said, other.said
    if a is None or b is None:
        return "both unknown" if a is b else "unknown"
    apart = max(0, _days(a.end, b.start), _days(b.end, a.start))
    sure = " coarse" if is_coarse(a) or is_coarse(b) else ("", " half", " sure")[is_sure(one) + is_sure(other)]
    return ("far" if apart > 1 else "next" if apart else "same") + sure


def too_late(one: Told, other: Told) -> bool:
    """Return whether one of two statements was made, as its text states, after the other's document was published."""
    return any(
        is_sure(a) and a.said is not None and b.published is not None and a.said.start > b.published
        for a, b in ((one, other), (other, one))
    )


def topic(one: Told, other: Told) -> float:
    """Return how much of what one of the articles is about the other is about too, 0 to 1."""
    return len(one.about & other.about) / (min(len(one.about), len(other.about)) or 1)


def is_perfect(told: Told) -> bool:
    """Return whether the cue leaves open when it was said: "has denied", "have long argued"."""
    return bool(_PERFECT & set(told.cue.casefold().split()))


def is_sure(told: Told) -> bool:
    """Return whether the text states the day."""
    return told.said is not None and told.said_basis is SaidBasis.STATED and told.said.is_day


def is_coarse(interval: Interval) -> bool:
    """Return whether an interval is a month or more."""
    return _days(interval.start, interval.end) >= COARSE


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def setting(told: Told) -> SettingKey | None:
    """Return the key of the setting: a post on a platform; one of its kind alone where only the cue tells it."""
    if told.setting is not None:
        platform = lists().platforms.intersection(told.setting[1:3])
        return ("post", min(platform), "", "", "") if platform else told.setting
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
    media = {lists().media.get(key[0]) for key in (one, other)}
    return "like" if len(media) == 1 or (WRITTEN in (one[0], other[0]) and "spoken" not in media) else "other"
