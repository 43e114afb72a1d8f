"""The keys under which appearances meet: only those that share one are ever compared."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.record.actor import ActorKind
from onrecord.resolve.authority import Authority, Entry, EntryKind
from onrecord.resolve.identity.agreement import full_names
from onrecord.resolve.identity.bodies import body_keys, read_body, words_keys
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.open_names import open_name
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.profile import Profile
from onrecord.resolve.identity.sound import fold, skeleton

_RELATIVE = re.compile(r"(?i:his|her|its|their|our|my|your|whose|an?|another) (?!.*\b[^\W\d_a-z])")
"""What begins the words for a body that only their own document tells."""

_VAGUE = re.compile(r"(?:(?:the|all|some|many|most|several|various|numerous|a few) )+(?!of )", re.IGNORECASE)


def keys(profile: Profile, entry: Entry | None, authority: Authority) -> frozenset[str]:
    """Return the keys of an appearance that stands on its own: a full name, a body, a group, or one linked.

    A person's are the given name's first sound and the family name's consonants, for each reading and
    each half of a double name; so Bill and William Clinton share one, and so do Qaddafi and Gaddafi.
    """
    if entry is not None:
        called = (entry.name, *entry.aliases)
        named = full_keys(called) if entry.kind is EntryKind.PERSON else body_keys(called, authority)
        return named | {f"entry:{entry.id}"}
    if profile.appearance.kind is ActorKind.PERSON:
        return full_keys(full_names(profile))
    if profile.appearance.kind is ActorKind.ORGANISATION and not is_relative(profile.name):
        return _of_body(profile, authority) or frozenset({f"alone:{profile.id}"})
    if profile.appearance.kind is ActorKind.GROUP and is_specific(profile.name):
        return frozenset({f"group:{group_words(profile.name)}"})
    return frozenset({f"alone:{profile.id}"})


def _of_body(profile: Profile, authority: Authority) -> frozenset[str]:
    """Return the keys of a body's names; of those that may be a person's, the keys of a person's.

    Such a name meets no acronym that its own document does not give: blocks of persons and of acronyms stay apart.
    """
    if any(read_body(name, authority).acronym for name in profile.names):
        return body_keys(profile.names, authority)
    opened = {name: open_name(name) for name in profile.names}
    closed = tuple(name for name, words in opened.items() if words is None)
    return (
        body_keys(closed, authority)
        | full_keys(tuple(filter(None, opened.values())))
        | words_keys(profile.names, authority)
    )


def full_keys(names: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of full names of persons; those of names without a given name are none."""
    return frozenset().union(*map(_name_keys, names))


@lru_cache(maxsize=200_000)
def _name_keys(name: str) -> frozenset[str]:
    found: set[str] = set()
    for reading in read_person(name):
        given = reading.given[:2] if reading.given and len(reading.given[0]) == 1 else reading.given[:1]
        first = {letter for word in given for letter in _letters(word)}
        found.update(f"{letter}:{family}" for letter in first for family in _families(reading.family, reading.born))
    return frozenset(found)


def family_alone(name: str) -> str:
    """Return the key of a name without a given name, under which it meets the full names of its family."""
    readings = read_person(name)
    return skeleton("".join(readings[0].family)) if readings else ""


def _families(parts: tuple[str, ...], born: str | None) -> set[str]:
    return {skeleton(part) for part in (*parts, "".join(parts), born) if part}


def _letters(word: str) -> set[str]:
    """Return the first sounds that a given name or initial may be written with, its roots' among them."""
    return {skeleton(root)[:1] for root in (word, *lists().given.get(word, ()))}


def is_relative(name: str) -> bool:
    """Return whether the words for a body mean another one in every document: "his campaign", "the company"."""
    return _RELATIVE.match(name) is not None or lists().legal.issuperset(fold(name).split())


def is_specific(words: str) -> bool:
    """Return whether the words of a group name somebody or some place: a capital after the first word."""
    return any(word[:1].isupper() for word in words.split()[1:])


def group_words(words: str) -> str:
    """Return a group's words in the form in which they are compared."""
    return fold(without_quantity(words).replace(",", " "))


def without_quantity(words: str) -> str:
    """Return a group's words without article and vague quantity: "many Asel farmers" are "Asel farmers"."""
    return _VAGUE.sub("", words, count=1) if _VAGUE.match(words) else words
