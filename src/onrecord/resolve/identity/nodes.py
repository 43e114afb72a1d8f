"""Appearances that are one actor beyond question, taken together: the units of clustering."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from dataclasses import dataclass, field

from onrecord.record.actor import ActorKind
from onrecord.resolve.authority import Authority, Entry
from onrecord.resolve.identity.bodies import read_body
from onrecord.resolve.identity.keys import group_words, is_relative, is_specific
from onrecord.resolve.identity.linking import NOBODY, Link
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.profile import Profile
from onrecord.resolve.identity.sound import fold

REPRESENTATIVES = 3
"""Profiles of a node that are compared: the earliest ones. More of them moved no pair of `eval/gold/names.jsonl`."""

_ERA = 25 * 366
"""Days: equal names farther apart than this are compared, not taken together."""


@dataclass(slots=True, eq=False)
class Node:
    """Appearances of one signature. `profiles` are in order of their day and id, those without a day last.

    A node read from a record may hold its first profiles only; `more` is how many others there are.
    """

    signature: str
    keys: frozenset[str]
    link: Link = NOBODY
    profiles: list[Profile] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    roles: dict[str, set[str]] = field(default_factory=dict)
    more: int = 0

    @property
    def size(self) -> int:
        """How many appearances there are."""
        return len(self.profiles) + self.more

    def add(self, profile: Profile, link: Link) -> None:
        """Take in one more appearance; the earliest one's link gives the reason and candidates."""
        insort(self.profiles, profile, key=founding)
        if self.profiles[0] is profile:
            self.link = link
        self.names[profile.name] += 1
        for role in profile.appearance.roles:
            days = self.roles.setdefault(role, set())
            if profile.appearance.day:
                days.add(profile.appearance.day)

    @property
    def entry(self) -> Entry | None:
        """The authority's entry that all its appearances stand for."""
        return self.link.entry

    @property
    def reason(self) -> str:
        """Why the authority's entry is meant."""
        return self.link.reason

    @property
    def representatives(self) -> list[Profile]:
        """The profiles that are compared with those of other nodes."""
        return self.profiles[:REPRESENTATIVES]

    @property
    def founder(self) -> Profile:
        """The earliest appearance."""
        return self.profiles[0]

    @property
    def kind(self) -> ActorKind:
        """What kind of actor the founder is."""
        return self.founder.appearance.kind


def founding(profile: Profile) -> tuple[str, str]:
    """Return what appearances are put in order by: their day, then the local actor's id."""
    return profile.appearance.day or "9999", profile.id


def signature(profile: Profile, entry: Entry | None, authority: Authority) -> str:
    """Return what appearances share that are taken together without comparison.

    That is the authority's entry; a telling name with trade, country, gender and quarter of a century;
    a body's name that no other country's body has; a specific group's words. Others stay by themselves.
    """
    if entry is not None:
        return f"entry:{entry.id}"
    kind, name = profile.appearance.kind, profile.name
    names = sorted(map(fold, profile.names))
    if kind is ActorKind.GROUP and is_specific(name):
        return f"group:{group_words(name)}"
    if kind is ActorKind.ORGANISATION and _is_telling_body(profile, authority):
        return f"body:{names}"
    if kind is ActorKind.PERSON and _is_telling(profile):
        traits = (sorted(profile.trades), sorted(profile.countries), profile.gender, (profile.day or 0) // _ERA)
        bodies = sorted({word for role in profile.roles for word in role.bodies})
        return f"person:{names}:{traits}:{bodies}"
    return f"alone:{profile.id}"


def _is_telling(profile: Profile) -> bool:
    """Return whether a person's name is full and no frequent one."""
    reading = next(iter(read_person(profile.name)), None)
    if reading is None or not reading.given or len(reading.given[0]) == 1:
        return False
    return not lists().frequent.intersection(reading.family)


def _is_telling_body(profile: Profile, authority: Authority) -> bool:
    """Return whether a body's name is a long one, and tells the country where each country has such a body."""
    if is_relative(profile.name):
        return False
    body = read_body(profile.name, authority)
    return bool(body.words) and (bool(body.countries) or not lists().state.intersection(body.words))
