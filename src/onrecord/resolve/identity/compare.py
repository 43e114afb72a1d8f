"""Two persons' names compared: what speaks for one person, what against, in points and in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.personal import PersonName, is_given, read_person
from onrecord.resolve.identity.sound import likeness, skeleton

EQUAL, NICKNAME, VARIANT, MIDDLE, INITIAL, ONE_GIVEN, NO_GIVEN = 3.0, 1.9, 1.9, 1.8, 1.0, -0.5, 0.0
"""Points for given names that are equal, forms of one name, spellings of one, a middle name used as the
first, an initial, given on one side only, on neither; the family name agreeing. Set by hand on the pairs
of `eval/gold/names.jsonl`; run `python -m eval.names` before changing one."""

FREQUENT, SPELLING, HALF, SAME_MIDDLE = -1.5, -0.3, -1.2, 1.0
"""Points added for a frequent family name, another spelling of it, one half of a double name, equal middle names."""

_GENERATION = {"jr": -3.0, "sr": -3.4, "ii": -1.0, "iii": -0.6, "iv": -0.6, "v": -0.6}
"""Points for a suffix on one side only: "III" is often left out, "Jr." is what tells a son from his father."""

VARIANT_LIKENESS, SHORT_LIKENESS = 0.7, 0.8
"""Least likeness of sound of two spellings of one name that share their consonants, and of short given names."""


@dataclass(frozen=True, slots=True)
class Names:
    """How two names agree: points, the reason in words, and whether they can be one person's at all."""

    points: float
    reason: str
    possible: bool = True


_APART = Names(-9.0, "the family names differ", possible=False)


@lru_cache(maxsize=200_000)
def compare_persons(one: str, other: str) -> Names:
    """Return how two persons' names agree, in the best of their readings. Symmetric."""
    if other < one:
        return compare_persons(other, one)
    pairs = product(read_person(one), read_person(other))
    return max((_compare(a, b) for a, b in pairs), key=lambda n: (n.possible, n.points, n.reason), default=_APART)


def _compare(one: PersonName, other: PersonName) -> Names:
    family = _families(one, other)
    if family is None:
        return _APART
    points, reason = _given(one, other)
    frequent = frequency(one, other)
    suffix, why = _generations(one, other)
    total = points + family + frequent + suffix
    spelled = {0.0: "", SPELLING: "another spelling of the family name"}.get(family, "part of the family name")
    reasons = filter(None, (reason, spelled, "a frequent name" if frequent else "", why))
    return Names(total, ", ".join(reasons), possible=points > -5 and suffix > -5)


def frequency(one: PersonName, other: PersonName) -> float:
    """Return the points of a family name that many bear; a rare given name beside it makes up for most."""
    if not set(one.family) & set(other.family) & lists().frequent:
        return 0.0
    given = (one.given or other.given)[:1]
    return FREQUENT if not given or len(given[0]) == 1 or is_given(given[0]) else FREQUENT / 3


def _families(one: PersonName, other: PersonName) -> float | None:
    """Return the points of two family names, None if they are not of one."""
    if one.family == other.family:
        return 0.0
    if one.born in other.family or other.born in one.family:
        return HALF
    ours, theirs = "".join(one.family), "".join(other.family)
    if ours == theirs or (skeleton(ours) == skeleton(theirs) and likeness(ours, theirs) >= VARIANT_LIKENESS):
        return SPELLING
    shared = set(one.family) & set(other.family)
    return HALF if shared and (shared == set(one.family) or shared == set(other.family)) else None


def _generations(one: PersonName, other: PersonName) -> tuple[float, str]:
    ours, theirs = one.generation, other.generation
    if ours == theirs:
        return 0.0, ""
    if ours and theirs:
        return -9.0, f"“{ours}” against “{theirs}”"
    suffix = ours or theirs or ""
    return _GENERATION[suffix], f"“{suffix}” on one side only"


def _given(one: PersonName, other: PersonName) -> tuple[float, str]:
    if not one.given and not other.given:
        return NO_GIVEN, "family names alone"
    if not one.given or not other.given:
        return ONE_GIVEN, "only one has a given name"
    first, reason = given_names(one.given[0], other.given[0])
    middle, theirs = one.given[1:], other.given[1:]
    if first < 0:
        crossed = [(name, other.given[0]) for name in middle] + [(one.given[0], name) for name in theirs]
        if any(given_names(*pair)[0] >= VARIANT for pair in crossed):
            return MIDDLE, "a middle name is used as the first"
        return first, reason
    if not middle or not theirs:
        return first, reason
    agreement = _middles(*sorted((middle, theirs), key=len))
    if agreement is None:
        return -9.0, "the middle names differ"
    return first + agreement, f"{reason} and middle names agree"


def _middles(short: tuple[str, ...], long: tuple[str, ...]) -> float | None:
    """Return the points of middle names, None if they are of two persons.

    "W." and "H. W." are two men; "Manuel" beside "Manuel López" is one man told shorter.
    """
    if len(short) == len(long):
        agree = all(given_names(a, b)[0] > 0 for a, b in zip(short, long, strict=True))
        return SAME_MIDDLE if agree else None
    within = all(any(given_names(a, b)[0] > 0 for b in long) for a in short)
    initials = all(len(word) == 1 for word in (*short, *long))
    return 0.0 if within and not initials else None


@lru_cache(maxsize=200_000)
def given_names(one: str, other: str) -> tuple[float, str]:
    """Return the points of two folded given names, negative if they are of two names, and the reason."""
    if one == other:
        return (EQUAL, "equal names") if len(one) > 1 else (INITIAL, "equal initials")
    if len(one) == 1 or len(other) == 1:
        return (INITIAL, "an initial that fits") if one[0] == other[0] else (-9.0, "the initials differ")
    roots = lists().given
    if roots.get(one, frozenset({one})) & roots.get(other, frozenset({other})):
        return NICKNAME, "forms of one given name"
    ours, theirs = one.replace("-", ""), other.replace("-", "")
    if ours == theirs:
        return EQUAL, "equal names"
    if {one, other} & {"jr", "sr"} or _other_gender(one, other):
        return -9.0, "the given names differ"
    enough = VARIANT_LIKENESS if min(len(ours), len(theirs)) > 4 else SHORT_LIKENESS
    if skeleton(ours) == skeleton(theirs) and likeness(ours, theirs) >= enough:
        return VARIANT, "spellings of one given name"
    if _initials(ours, one, theirs, other):
        return INITIAL, "initials that fit"
    return -9.0, "the given names differ"


def _initials(ours: str, one: str, theirs: str, other: str) -> bool:
    """Return whether one name is the initials of the other's parts: "jp" or "j-p" of "jean-pierre"."""
    first = ["".join(part[:1] for part in name.split("-")) for name in (one, other)]
    return ("-" in one and theirs == first[0]) or ("-" in other and ours == first[1])


def _other_gender(one: str, other: str) -> bool:
    """Return whether two given names tell a man from a woman: by the list, or by "Ivan" against "Ivana"."""
    genders = {lists().gender_of(one), lists().gender_of(other)} - {None}
    if len(genders) == 2:
        return True
    return one[-1] != other[-1] and "a" in (one[-1], other[-1]) and skeleton(one) == skeleton(other)
