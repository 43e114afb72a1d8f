"""What speaks for or against two appearances being one actor, besides the name: in points and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record.actor import ActorKind
from onrecord.resolve.identity.lookups import folded
from onrecord.resolve.identity.profile import Profile
from onrecord.resolve.identity.roles import Role, trades_agree

SAME, DIFFERENT = 2.0, -1.0
"""Points from which on two appearances are one actor, and up to which they are two; between them is doubt."""

OFFICE, NOUN, BODY, TRADE, COUNTRY = 3.0, 1.8, 1.2, 0.7, 0.8
"""Points for the same office of the same country or body, the same noun of office, a body named in
both roles, the same trade, the same country."""

OTHER_OFFICE, OTHER_BODY, EXCLUSIVE, UNLIKE, ABROAD = -5.0, -1.5, -5.0, -1.6, -3.5
"""Points for one kind of office in two countries, or of two bodies; trades that exclude each other, unlike ones;
different countries. Half of those for trades and bodies where the years between leave room for a change."""

GENDER, SAME_DOCUMENT, BESIDE, LIFETIME, GENERATION = -5.0, -3.5, -4.5, -7.0, -1.5
"""Points for a man and a woman, two actors of one document, one whose very name the other's document gives somebody
else, 60 and 40 years between the documents."""

COMPANY, SAME_DAYS, SAME_OUTLET = (0.0, 0.8, 2.0, 2.6), 0.5, 0.2
"""Points for none, one, two, three or more others named in both documents; half if they lie over 60 days apart."""

_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points and the reasons for them, in words, the weightiest first."""

    points: float
    reasons: tuple[str, ...]


def weigh(one: Profile, other: Profile) -> Evidence:
    """Return what roles, countries, dates, outlet and company say. Symmetric; 0 points say nothing."""
    found = [item for item in _findings(one, other) if item[0]]
    found.sort(key=lambda item: (-abs(item[0]), item[1]))
    return Evidence(sum(points for points, _ in found), tuple(reason for _, reason in found))


def _findings(one: Profile, other: Profile) -> Iterator[tuple[float, str]]:
    apart = _days_apart(one, other)
    yield _roles(one, other, apart)
    yield _countries(one, other)
    if one.gender and other.gender and one.gender != other.gender:
        yield GENDER, "a man and a woman"
    if one.appearance.document_id == other.appearance.document_id:
        if not _is_short_for(one, other):
            yield SAME_DOCUMENT, "told apart in one document"
        return
    if {folded(one.name)} & other.company or {folded(other.name)} & one.company:
        yield BESIDE, "each named beside the other"
    yield _dates(apart)
    yield _company(one, other, apart)
    if one.appearance.outlet and one.appearance.outlet == other.appearance.outlet:
        yield SAME_OUTLET, "the same outlet"


def _is_short_for(one: Profile, other: Profile) -> bool:
    """Return whether two actors of one document are a body, once under its full name and once under a short one."""
    return one.appearance.kind is ActorKind.ORGANISATION is other.appearance.kind and one.name == other.name


def _days_apart(one: Profile, other: Profile) -> int | None:
    return None if one.day is None or other.day is None else abs(one.day - other.day)


def _dates(apart: int | None) -> tuple[float, str]:
    if apart is None:
        return 0.0, ""
    years = apart / _YEAR
    if years >= 40:
        return (LIFETIME if years >= 60 else GENERATION), f"{int(years)} years apart"
    return (SAME_DAYS, "published in the same week") if apart <= 7 else (0.0, "")


def _company(one: Profile, other: Profile, apart: int | None) -> tuple[float, str]:
    shared = one.company & other.company
    if not shared:
        return 0.0, ""
    points = COMPANY[min(len(shared), 3)] * (0.5 if apart is not None and apart > 60 else 1.0)
    return points, f"named together with {', '.join(sorted(shared)[:3])}"


def _countries(one: Profile, other: Profile) -> tuple[float, str]:
    if not one.countries or not other.countries:
        return 0.0, ""
    if one.countries & other.countries:
        return COUNTRY, "of one country"
    return ABROAD, "of different countries"


def _roles(one: Profile, other: Profile, apart: int | None) -> tuple[float, str]:
    """Return the best that two roles of the two have in common; without any, what their trades say."""
    told = [role for role in one.roles if role.nouns and not role.kin]
    against = [role for role in other.roles if role.nouns and not role.kin]
    pairs = [_pair(a, b) for a in told for b in against]
    best = max(pairs, default=(0.0, ""))
    if best[0] > 0:
        return best
    worst = min(pairs, default=(0.0, ""))
    later = 0.5 if apart is None or apart > 4 * _YEAR or _any_former(told, against) else 1.0
    agreement = trades_agree(one.trades, other.trades)
    if agreement < 0:
        points = (EXCLUSIVE if agreement < -1 else UNLIKE) * later
        return points, "trades that exclude each other" if agreement < -1 else "unlike trades"
    if worst[0] < 0:
        return worst[0] * (later if worst[0] > OTHER_OFFICE else 1.0), worst[1]
    return (TRADE, "of one trade") if agreement > 0 else (0.0, "")


def _any_former(*groups: list[Role]) -> bool:
    return any(role.former for group in groups for role in group)


def _pair(one: Role, other: Role) -> tuple[float, str]:
    """Return what two roles have in common, in points: an office, a noun, a body; negative for one office of two."""
    nouns = one.nouns & other.nouns
    bodies = _share(one.bodies, other.bodies)
    if not nouns:
        return (BODY, f"of one body: {', '.join(sorted(bodies))}") if bodies else (0.0, "")
    noun = ", ".join(sorted(nouns))
    if bodies or (one.countries & other.countries and one.words == other.words):
        return OFFICE, f"the same office: {noun}"
    if one.countries and other.countries and not one.countries & other.countries:
        return OTHER_OFFICE, f"“{noun}” of different countries"
    if one.bodies and other.bodies:
        return OTHER_BODY, f"“{noun}” of different bodies"
    return (NOUN, f"the same role: {noun}") if one.words == other.words else (TRADE, f"like roles: {noun}")


def _share(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """Return the words that both have, an adjective and its noun counting as one: Sarnovian, Sarnovia."""
    return frozenset(min(a, b, key=len) for a in ours for b in theirs if a == b or _stem(a, b))


def _stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and len(long) - len(short) <= 3 and long.startswith(short[:-1])
