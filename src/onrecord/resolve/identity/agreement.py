"""Whether two appearances are one actor: names and all other evidence together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from onrecord.record.actor import ActorKind
from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.bodies import compare_bodies
from onrecord.resolve.identity.compare import Names, compare_persons
from onrecord.resolve.identity.evidence import weigh
from onrecord.resolve.identity.open_names import open_name
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.profile import Profile


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two appearances agree: points (see `evidence`), the reasons, whether they can be one actor at all."""

    points: float
    reason: str
    possible: bool = True


OTHER_ROLES, OTHER_KIND, IMPOSSIBLE = -0.7, -1.5, -3.5
"""Points for roles without a noun in common, for a name taken for a person's here and for a body's there, and those
at which no company helps."""

_APART = Names(-9.0, "the names differ", possible=False)


def agreement(one: Profile, other: Profile, authority: Authority) -> Agreement:
    """Return how two appearances agree: of one kind, or of a name that may be a person's or a body's. Symmetric."""
    alike = one.appearance.kind is other.appearance.kind
    names = _names(one, other, authority) if alike else _of_two_kinds(one, other)
    if not names.possible:
        return Agreement(names.points, names.reason, possible=False)
    evidence = weigh(one, other)
    points = names.points + evidence.points
    reasons = [names.reason, *evidence.reasons]
    if _other_roles(one, other):
        points += OTHER_ROLES
        reasons.append("other roles")
    return Agreement(points, "; ".join(reasons), possible=points > IMPOSSIBLE)


def _other_roles(one: Profile, other: Profile) -> bool:
    """Return whether both have roles and no noun in common."""
    ours, theirs = (frozenset().union(*(role.nouns for role in p.roles if not role.kin)) for p in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _names(one: Profile, other: Profile, authority: Authority) -> Names:
    if one.appearance.kind is ActorKind.PERSON:
        ours, theirs = one.names, other.names
        if one.is_full and other.is_full:
            ours, theirs = full_names(one), full_names(other)
        found = (compare_persons(a, b) for a, b in product(ours, theirs))
        return max(found, key=lambda n: (n.possible, n.points, n.reason))
    return compare_bodies(one.names, other.names, authority)


def _of_two_kinds(one: Profile, other: Profile) -> Names:
    """Return how the names of a person and of what was taken for a body agree, by the names that may be either's."""
    if {one.appearance.kind, other.appearance.kind} != {ActorKind.PERSON, ActorKind.ORGANISATION}:
        return _APART
    ours, theirs = ([open_name(name) for name in profile.names] for profile in (one, other))
    found = [compare_persons(a, b) for a, b in product(ours, theirs) if a and b]
    best = max(found, key=lambda n: (n.possible, n.points, n.reason), default=_APART)
    return Names(best.points + OTHER_KIND, best.reason, best.possible)


def full_names(profile: Profile) -> tuple[str, ...]:
    """Return the forms of a person's name that hold a given name or initial."""
    return tuple(name for name in profile.names if any(reading.full for reading in read_person(name)))
