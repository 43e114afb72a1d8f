"""An appearance made ready for comparison: its names, roles, trades, countries, company."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.record.actor import ActorKind
from onrecord.record.identity import Appearance
from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.lookups import country, folded
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.roles import Role, read_role
from onrecord.resolve.identity.sound import fold
from onrecord.resolve.lexicon import lexicon

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of an appearance. `names` are its forms, the fullest first; `day` is a day's ordinal.

    `company` are the folded names of whom the document names besides; `places` are the codes of the
    territories among them, which are not part of it. `gender` is "m", "f" or None.
    """

    appearance: Appearance
    names: tuple[str, ...]
    roles: tuple[Role, ...]
    trades: frozenset[str]
    countries: frozenset[str]
    gender: str | None
    day: int | None
    company: frozenset[str]
    places: frozenset[str]

    @property
    def id(self) -> str:
        """The local actor's id."""
        return self.appearance.actor_id

    @property
    def name(self) -> str:
        """The fullest form of the name in the document."""
        return self.appearance.name

    @property
    def iso_day(self) -> str | None:
        """The publication day, None where only a month or year is known: an office may change within it."""
        return self.appearance.day if self.day is not None else None

    @property
    def is_full(self) -> bool:
        """Whether a given name or initial is known."""
        return any(reading.full for name in self.names for reading in read_person(name))


def profile(appearance: Appearance, authority: Authority) -> Profile:
    """Return `appearance` made ready for comparison with others."""
    roles = tuple(read_role(words, authority) for words in appearance.roles)
    titles = _titles(appearance.name)
    if titles:
        roles += (read_role(titles, authority),)
    own = {folded(name) for name in (appearance.name, *appearance.names)}
    places = {name: place for name in appearance.company if (place := country(name, authority)) is not None}
    company = frozenset(folded(name) for name in appearance.company - places.keys()) - own - {""}
    return Profile(
        appearance=appearance,
        names=tuple(dict.fromkeys((appearance.name, *appearance.names))),
        roles=roles,
        trades=frozenset().union(*(role.trades for role in roles)),
        countries=frozenset().union(*(role.countries for role in roles)),
        gender=_gender(appearance),
        day=ordinal(appearance.day),
        company=company,
        places=frozenset(place.code for place in places.values()),
    )


def ordinal(day: str | None) -> int | None:
    """Return the ordinal of an ISO day, None where only a month or year or nothing is known."""
    return date.fromisoformat(day).toordinal() if day is not None and _DAY.fullmatch(day) else None


def _titles(name: str) -> str:
    """Return the words of a name that are titles before it: "President" of "President Ilan Verek"."""
    words = name.split()
    kept = [word for word in words[:-1] if lexicon().is_role(fold(word))]
    return " ".join(kept)


def _gender(appearance: Appearance) -> str | None:
    """Return whether titles or the given name tell a man or a woman, None where they do not or contradict."""
    if appearance.kind is not ActorKind.PERSON:
        return None
    words = [word for role in (*appearance.roles, appearance.name) for word in role.split()]
    titles = {lexicon().gender_of_title(word) for word in words} - {None}
    if len(titles) == 1:
        return titles.pop()
    given = {lists().gender_of(r.given[0]) for r in read_person(appearance.name)[:1] if r.given} - {None}
    return given.pop() if len(given) == 1 and not titles else None
