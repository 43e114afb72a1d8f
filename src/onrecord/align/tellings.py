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

NEARLY = 0.9
"""The share of the most words from which a telling may be the fullest: one put in or left out tells no more or less."""


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
    full = _fullest(wordings)
    relations = ((one, Relation.FULL if one is full else _relation(full, one)) for one in wordings)
    tellings = sorted(Telling(one.told.statement_id, found) for one, found in relations)
    return Utterance(occasion_id, tuple(tellings), known_by)


def _fullest(wordings: Sequence[_Wording]) -> _Wording:
    """Return the telling with which the others are compared.

    Of those that quote nearly the most words, and have nearly the most, it is the one that fewest others contradict:
    who puts a word into a quotation is not to make all others look as if they had dropped it. Where as many contradict
    several, it is the first of these that was published, and where nobody contradicts them the longest.
    """
    near = _nearly([(_lengths(one)[1], one) for one in _nearly([(_lengths(one)[0], one) for one in wordings])])
    altered = [sum(other != one and _relation(one, other) is Relation.ALTERED for other in wordings) for one in near]
    first = {each: place for place, each in enumerate(first_told(one.told for one in near))}
    places = [first[one.told.statement_id] for one in near]
    lengths = [tuple(-length for length in _lengths(one)) for one in near]
    ranked = zip(altered, places, lengths, near, strict=True)
    return min(ranked, key=lambda each: (each[0], each[1] if each[0] else 0, each[2], each[1]))[3]


def _nearly(found: Sequence[tuple[int, _Wording]]) -> list[_Wording]:
    """Return the tellings of nearly the greatest length."""
    most = max(length for length, _ in found)
    return [one for length, one in found if length >= NEARLY * most]


@lru_cache(maxsize=REMEMBERED)
def _lengths(one: _Wording) -> tuple[int, int]:
    """Return how many words a telling quotes and has."""
    prepared = Prepared(one.told)
    return len(prepared.quoted), len(prepared.words)


@lru_cache(maxsize=REMEMBERED)
def _relation(full: _Wording, other: _Wording) -> Relation:
    return relation(full.told, other.told)
