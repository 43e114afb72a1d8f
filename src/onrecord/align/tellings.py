"""Groups of statements → the occasion that they are of, or the utterance that they tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.align.addresses import first_told
from onrecord.align.prepared import Prepared
from onrecord.record import Form, Interval, Occasion, Part, Relation, SaidBasis, SettingKey, Telling, Told, Utterance
from onrecord.text.differences import relation

REMEMBERED = 10_000
"""Wordings and pairs of them that are remembered: one more telling of thirty has the relations of thirty told again."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of a statement, as which others count that have the same."""

    form: Form
    parts: tuple[Part, ...]
    told: Told = field(compare=False)


def occasion(told: Sequence[Told]) -> Occasion:
    """Return the occasion of statements: who speaks, when it was as the surest of them tell, the fullest setting."""
    speakers = {one.speaker for one in told if one.speaker is not None}
    ids = tuple(sorted(one.statement_id for one in told))
    return Occasion(tuple(sorted(speakers)), ids, first_told(told)[0], _interval(told), _setting(told))


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


def utterance(occasion_id: str, told: Sequence[Told], known_by: tuple[str, str]) -> Utterance:
    """Return the utterance that statements tell, each with what it is to the fullest of them, known by two of them."""
    wordings = [_Wording(one.form, one.parts, one) for one in told]
    full, *others = sorted(wordings, key=lambda one: (*_fullness(one), one.told.statement_id))
    tellings = [Telling(full.told.statement_id, Relation.FULL)]
    tellings += [Telling(one.told.statement_id, _relation(full, one)) for one in others]
    return Utterance(occasion_id, tuple(sorted(tellings)), known_by)


@lru_cache(maxsize=REMEMBERED)
def _fullness(one: _Wording) -> tuple[int, int]:
    """Return by what tellings are put in order: the most quoted words first, then the most words."""
    prepared = Prepared(one.told)
    return -len(prepared.quoted), -len(prepared.words)


@lru_cache(maxsize=REMEMBERED)
def _relation(full: _Wording, other: _Wording) -> Relation:
    return relation(full.told, other.told)
