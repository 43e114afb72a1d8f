"""Whose a name is where several in the article may bear it: two of one surname, a person and a place of one name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.record import ActorKind
from onrecord.resolve.entity import Entity
from onrecord.resolve.forms import is_form
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.names import Name
from onrecord.text.names import name_key

HALF_LIFE = 1500
"""Characters after which a mention counts half in the choice among people of one surname."""

_AT_PLACE = re.compile(r"\b(?:in|at|near|from|to|outside|around|across|toward|towards|into)[ \u00a0]$")
_STATE_AFTER = re.compile(r",[ \u00a0](?:[A-Z][a-z]+\.|[A-Z]\.[A-Z]\.|D\.C)")


def owner(name: Name, text: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the entity whose name `name` is, in full or in short, None if it is nobody's yet.

    Of several, one with the very words goes first, then who has been spoken of most and last. "Mr."
    and "Mrs." part a couple; "Trump" beside "Donald Trump Jr." and "his wife, Melania Trump" is
    neither of them where it stands before they are named.
    """
    if _may_be_person(name, text, entities):
        name = replace(name, kind=ActorKind.PERSON)
    fitting = [e for e in entities if is_form(name, e)]
    if len(name.key) == 1 and name.kind is not ActorKind.ORGANISATION:
        gender = title_gender(name, text)
        fitting = [e for e in fitting if _may_be(name, e, gender)]
    exact = [e for e in fitting if e.key == name.key and e.suffix == name.suffix]
    for candidates in (exact, fitting):
        if candidates:
            return max(candidates, key=lambda e: (_weight(e, name.start), -e.first))
    return _by_given_name(name, entities)


def _by_given_name(name: Name, entities: Sequence[Entity]) -> Entity | None:
    """Return the only person met in full whose given name stands alone, None if there are none or several."""
    if len(name.key) > 1 or name.kind is ActorKind.ORGANISATION:
        return None
    found = [e for e in entities if e.kind is ActorKind.PERSON and len(e.key) > 1 and e.key[0] == name.key[0]]
    return found[0] if len(found) == 1 and lexicon().gender_of_name(name.words[0]) else None


def _may_be(name: Name, entity: Entity, gender: str | None) -> bool:
    """Return whether a surname alone may be an entity's: no title speaks against it, and no other is meant."""
    if gender and entity.gender and gender != entity.gender:
        return False
    if len(entity.key) == 1 or entity.kind is not ActorKind.PERSON:
        return True
    known = any(start < name.start for start, _ in entity.mentions)
    return known or not (entity.is_kin or (entity.suffix == "jr" and not name.suffix))


def title_gender(name: Name, text: str) -> str | None:
    """Return "m" or "f" where a title before the name tells."""
    if name.role is None:
        return None
    return lexicon().gender_of_title(text[slice(*name.role)].split()[-1])


def _weight(entity: Entity, position: int) -> float:
    """Return how much an entity has been spoken of before `position`; less than 0 where it was not."""
    before = [start for start, _ in entity.mentions if start <= position]
    if not before:
        return -1.0 - (entity.first - position) * 1e-6
    return sum(0.5 ** ((position - start) / HALF_LIFE) for start in before)


def _may_be_person(name: Name, text: str, entities: Sequence[Entity]) -> bool:
    """Return whether the name of a place is a person's of that surname here: "Washington said" of Booker Washington."""
    if name.kind is not ActorKind.ORGANISATION or len(name.key) != 1 or is_place(name, text):
        return False
    return any(e.kind is ActorKind.PERSON and len(e.key) > 1 and e.key[-1] == name_key(name.words[0]) for e in entities)


def is_place(name: Name, text: str) -> bool:
    """Return whether the words beside a name tell that it is a place: "in Lorn", "Lorn, Neb."."""
    before = _AT_PLACE.search(text, max(0, name.start - 9), name.start)
    return bool(before or _STATE_AFTER.match(text, name.end))
