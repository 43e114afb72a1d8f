"""Whether one name is another form of the same: shorter, with a nickname, an initial, as an acronym."""

from __future__ import annotations

from onrecord.record import ActorKind
from onrecord.resolve.entity import Entity
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.names import Name
from onrecord.text.names import BODIES

_SMALL = frozenset({"of", "for", "on", "the", "and", "&"})


def is_form(name: Name, entity: Entity) -> bool:
    """Return whether `name` is the entity's name or another form of it."""
    if name.key == entity.key and _suffixes_fit(name.suffix, entity.suffix):
        return True
    if len(name.key) > 1 and len(entity.key) > 1 and name.key[-1] != entity.key[-1] and name.key[0] != entity.key[0]:
        # Neither a surname nor a first word in common: only another order of the words is left.
        return sorted(_content(name.key)) == sorted(_content(entity.key))
    if entity.kind is ActorKind.ORGANISATION or name.kind is ActorKind.ORGANISATION:
        both = entity.kind is not ActorKind.PERSON and name.kind is not ActorKind.PERSON
        return both and same_body(name.key, entity.key)
    if len(entity.key) < 2 or not _suffixes_fit(name.suffix, entity.suffix):
        return False
    if len(name.key) > 1:
        return ActorKind.PERSON in (entity.kind, name.kind) and same_person(name.key, entity.key)
    return entity.kind is ActorKind.PERSON and _is_short(name, entity)


def _suffixes_fit(one: str, other: str) -> bool:
    return one == other or not one


def _is_short(name: Name, entity: Entity) -> bool:
    """Return whether one word is a person's surname; "Xi" and "Kim" come first.

    A given name alone is too often somebody else's.
    """
    word = name.key[0]
    if word == entity.key[-1]:
        return True
    if word != entity.key[0]:
        return False
    return lexicon().gender_of_name(word) is None or bool(name.suffix)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names of several words may be one person's: "Don Tarn", "Donald F. Tarn"."""
    short, full = sorted((one, other), key=len)
    if short[-1] != full[-1]:
        # "Kim Jong-un": the surname comes first, and hyphens come and go.
        return "".join(short) == "".join(full)
    given, first = short[0], full[0]
    inner = [part for part in full[:-1] if len(part) > 1]
    fits = first == given or given in inner or given in lexicon().forms_of(first) or _initial_of(given, first)
    return fits and _middles_fit(short[1:-1], full[1:-1])


def _initial_of(given: str, first: str) -> bool:
    return (len(given) == 1 or len(first) == 1) and given[0] == first[0]


def _middles_fit(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether each middle name of the shorter stands in the longer too: not H. W. and W."""
    if not short or not full:
        return True
    return all(any(part.startswith(other) or other.startswith(part) for other in full) for part in short)


def same_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names may be one organisation's: an acronym, a last word, "Department of Justice"."""
    short, full = sorted((_content(one), _content(other)), key=len)
    if sorted(short) == sorted(full):
        return True
    if len(short) == 1:
        return (
            _acronym(short[0], full)
            or (len(full) > 1 and short[0] == full[-1] and _is_noun(short[0]))
            or (short[0] == full[0] and all(word in listed("corporate") for word in full[1:]))
        )
    party = short[0] == full[0] and {short[-1], full[-1]} <= listed("party_bodies") and "party" in (short[-1], full[-1])
    return party or (full[: len(short)] == short and all(word in listed("corporate") for word in full[len(short) :]))


def _content(key: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in key if word not in _SMALL)


def _is_noun(word: str) -> bool:
    return word in lexicon().organisations or word in BODIES


def _acronym(short: str, full: tuple[str, ...]) -> bool:
    return len(full) > 1 and len(short) == len(full) and all(map(str.startswith, full, short))
