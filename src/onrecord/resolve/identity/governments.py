"""A country as a speaker is its government: by its name, its capital, "the French government", "Abe's government"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.resolve.authority import Authority, Entry, EntryKind, OfficeKind
from onrecord.resolve.identity.lookups import by_surname, country, find
from onrecord.resolve.identity.places import places_in
from onrecord.text.folding import fold_name

_NOUNS = frozenset({"government", "administration", "cabinet"})
_HEADS = frozenset({OfficeKind.HEAD_OF_STATE, OfficeKind.HEAD_OF_GOVERNMENT})
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")


def government(code: str, authority: Authority) -> Entry | None:
    """Return the government of a territory: the authority's entry, else one made of the territory's adjective."""
    known = _governments(authority).get(code)
    territory = authority.territory(code)
    if known is not None or territory is None:
        return known
    adjective = territory.demonyms[0] if territory.demonyms else territory.name
    identifier = f"onrecord:government-{code}"
    return Entry(identifier, f"{adjective} government", EntryKind.GOVERNMENT, country=code, source=territory.source)


@cache
def _governments(authority: Authority) -> dict[str, Entry]:
    found = (entry for entry in authority.entries if entry.kind is EntryKind.GOVERNMENT and entry.country)
    return {entry.country: entry for entry in reversed(list(found)) if entry.country}


def government_named(name: str, day: str | None, authority: Authority) -> Entry | None:
    """Return the government that an organisation's name means, None if it means none or one of several.

    A country or capital alone; a country or its adjective before "government"; the name of who heads a
    state or government on `day` before it.
    """
    bare = name.removeprefix("the ").removeprefix("The ")
    territory = country(bare, authority)
    if territory is not None:
        adjective = fold_name(bare) in map(fold_name, territory.demonyms)
        return None if adjective else government(territory.code, authority)
    words = [word for word in _WORD.findall(bare) if word.casefold() not in ("s", "of", "the", "federal")]
    nouns = [word for word in (words[:1] + words[-1:]) if word.casefold() in _NOUNS]
    if len(words) < 2 or not nouns:
        return None
    rest = [word for word in words if word is not nouns[0]]
    codes, taken = places_in(rest, authority)
    if len(codes) == 1 and len(taken) == len(rest):
        return government(min(codes), authority)
    return _headed(rest, day, authority)


def _headed(words: list[str], day: str | None, authority: Authority) -> Entry | None:
    """Return the government that the person named heads on `day`."""
    if not words or day is None:
        return None
    persons = find(" ".join(words), authority) or by_surname(words[-1], authority)
    codes = {o.country for p in persons for o in p.offices if o.kind in _HEADS and o.held(day)}
    return government(codes.pop(), authority) if len(codes) == 1 else None
