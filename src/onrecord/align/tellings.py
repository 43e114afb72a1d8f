"""Groups of statements → the occasion that they are of, or the utterance that they tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.align.prepared import Prepared
from onrecord.record import Interval, Occasion, Relation, SaidBasis, SettingKey, Telling, Told, Utterance
from onrecord.text.differences import relation


def occasion(told: Sequence[Told]) -> Occasion:
    """Return the occasion of statements: who speaks, when it was as the surest of them tell, the fullest setting."""
    speakers = {one.speaker for one in told if one.speaker is not None}
    ids = tuple(sorted(one.statement_id for one in told))
    return Occasion(tuple(sorted(speakers)), ids, _interval(told), _setting(told))


def _interval(told: Iterable[Told]) -> Interval | None:
    """Return the days that the surest of the statements tell: stated before inferred, then the shortest."""
    days = [(one.said_basis is not SaidBasis.STATED, one.said) for one in told if one.said is not None]
    if not days:
        return None
    stated = min(first for first, _ in days)
    narrow = [said for first, said in days if first == stated and said.is_day]
    kept = narrow or [said for first, said in days if first == stated]
    return Interval(min(said.start for said in kept), max(said.end for said in kept))


def _setting(told: Iterable[Told]) -> SettingKey | None:
    """Return the key of which most is told, the most frequent of those, the least of these."""
    keys = [one.setting for one in told if one.setting is not None]
    return min(set(keys), key=lambda key: (-sum(map(bool, key)), -keys.count(key), key), default=None)


def utterance(occasion_id: str, told: Sequence[Told]) -> Utterance:
    """Return the utterance that statements tell, each with what it is to the fullest of them."""
    prepared = sorted((Prepared(one) for one in told), key=_fullness)
    full, others = prepared[0], prepared[1:]
    tellings = [Telling(full.told.statement_id, Relation.FULL)]
    tellings += [Telling(one.told.statement_id, relation(full.told, one.told)) for one in others]
    return Utterance(occasion_id, tuple(sorted(tellings)))


def _fullness(one: Prepared) -> tuple[int, int, str]:
    """Return by what tellings are put in order: the most quoted words first, then the most words, then the id."""
    return -len(one.quoted), -len(one.words), one.told.statement_id
