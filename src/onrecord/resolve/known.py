"""What is known of names beyond the article: countries and their demonyms, well-known persons and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.record import ActorKind, Document
from onrecord.resolve.authority import Entry, EntryKind, OfficeKind, authority
from onrecord.resolve.lexicon import listed

_SHORTEST = 4
"""Letters that words must have in common to count for one country where the authority knows neither."""
_STATE, _GOVERNMENT = OfficeKind.HEAD_OF_STATE, OfficeKind.HEAD_OF_GOVERNMENT
_OFFICES = {
    **dict.fromkeys(("president", "king", "queen", "emperor", "sultan", "emir"), (_STATE,)),
    **dict.fromkeys(("premier", "chancellor", "prime minister"), (_GOVERNMENT,)),
    **dict.fromkeys(("foreign minister", "state secretary"), (OfficeKind.FOREIGN_MINISTER,)),
    **dict.fromkeys(("leader", "head of state", "dictator", "ruler"), (_STATE, _GOVERNMENT)),
}


@lru_cache(maxsize=4096)
def country_of(words: str) -> str | None:
    """Return the code of the one country that a name, demonym or capital stands for, None if there is none."""
    found = authority().country(words)
    return found.code if found else None


def is_demonym(words: str) -> bool:
    """Return whether `words` are an adjective of origin that is no country's name: "South Korean"."""
    found = authority().country(words)
    return found is not None and any(words.casefold() == demonym.casefold() for demonym in found.demonyms)


def same_country(one: str, other: str) -> bool:
    """Return whether two words name one country or its people: "russia", "russian".

    Words that begin alike but for their endings count for countries that nobody knows.
    """
    if (code := country_of(one)) is not None and (second := country_of(other)) is not None:
        return code == second
    least = min(len(one), len(other))
    return least >= _SHORTEST and one[: max(_SHORTEST, least - 1)] == other[: max(_SHORTEST, least - 1)]


@lru_cache(maxsize=4096)
def kind_and_gender(words: str) -> tuple[ActorKind | None, str | None]:
    """Return what a name is for everybody, and its gender: "Putin" a person, "m"; None where it is not known."""
    entries = _bearers(words)
    kinds = {_kind(entry) for entry in entries}
    genders = {entry.gender for entry in entries}
    kind = next(iter(kinds)) if len(kinds) == 1 else None
    return kind, next(iter(genders)) if len(genders) == 1 and kind is ActorKind.PERSON else None


def _kind(entry: Entry) -> ActorKind:
    return ActorKind.PERSON if entry.kind is EntryKind.PERSON else ActorKind.ORGANISATION


def countries_in(words: Sequence[str]) -> frozenset[str]:
    """Return the codes of the countries named by `words` in order, by name, demonym or capital: one to three words."""
    found, index = set(), 0
    while index < len(words):
        for length in (3, 2, 1):
            code = country_of(" ".join(words[index : index + length]))
            if code is not None:
                found.add(code)
                index += length - 1
                break
        index += 1
    return frozenset(found)


@lru_cache(maxsize=1024)
def held_offices(name: str) -> frozenset[tuple[OfficeKind, str]]:
    """Return the offices, each with its country, that well-known bearers of `name` have held."""
    return frozenset((office.kind, office.country) for entry in _bearers(name) for office in entry.offices)


@lru_cache(maxsize=1024)
def gender_in_office(surname: str, title: str) -> str | None:
    """Return the gender of the well-known bearers of `surname` who have held the office `title`, None if unknown.

    Where the title is no office of a state, all bearers count.
    """
    *before, head = title.casefold().split() or [""]
    kinds = offices_of(head, frozenset(before))
    held = (e for e in _bearers(surname) if not kinds or any(office.kind in kinds for office in e.offices))
    genders = {entry.gender for entry in held}
    return next(iter(genders)) if len(genders) == 1 else None


def _bearers(name: str) -> tuple[Entry, ...]:
    return authority().find(name) or (authority().by_surname(name) if " " not in name else ())


def is_state_office(title: str) -> bool:
    """Return whether `title` is an office of a state whose holders the authority knows: "prime minister"."""
    *before, head = title.casefold().split() or [""]
    return bool(offices_of(head, frozenset(before)))


def offices_of(head: str, modifiers: frozenset[str]) -> tuple[OfficeKind, ...]:
    """Return the offices of a state that "president", "prime minister" or "leader" may be, none for any other noun."""
    compound = next((f"{word} {head}" for word in ("prime", "foreign", "state") if word in modifiers), head)
    return () if modifiers & (listed("lesser") - {"former"}) else _OFFICES.get(compound, ())


def holder(document: Document, offices: Sequence[OfficeKind], country: str | None) -> Entry | None:
    """Return who held the first of `offices` in `country` on the day of publication, None if that is not sure.

    Without a country it is that of the outlet, where the authority knows it.
    """
    if document.published is None:
        return None
    outlets = authority().find(document.outlet) if document.outlet and country is None else ()
    country = country or (outlets[0].country if len(outlets) == 1 else None)
    if country is None:
        return None
    for office in offices:
        found = authority().holders(office, country, document.published.iso[:10])
        if len(found) == 1:
            return found[0]
    return None
