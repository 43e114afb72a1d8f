"""Whose a name is where several in the article may bear it: two of one surname, a person and a place of one name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.record import ActorKind
from onrecord.resolve.entity import Entity
from onrecord.resolve.forms import is_form
from onrecord.resolve.known import gender_in_office
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.names import Name
from onrecord.text.names import name_key

HALF_LIFE = 1500
"""Characters after which a mention counts half in the choice among people of one surname."""
TOPIC = 2.0
"""How much more who is named first counts: an article begins with whom it is about, and brings in the family behind."""
REACH, MOST = 15_000, 200
"""Characters before which, and mentions beyond which, none counts: they would weigh a thousandth."""

_OFFICES = frozenset({"sen", "rep", "gov", "gen", "col", "adm"})
"""Titles that are offices; "Mr." and "Dr." tell nothing of one."""
_AT_PLACE = re.compile(r"\b(?:in|at|near|outside|around|across|toward|towards|into)[ \u00a0]$")
_THE = re.compile(r"\b[Tt]he[ \u00a0]$")
_STATE_AFTER = re.compile(r",[ \u00a0](?:[A-Z][a-z]+\.|[A-Z]\.[A-Z]\.|D\.C)")


def owner(name: Name, text: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the entity whose name `name` is, in full or in short, None if it is nobody's yet.

    Of several, one with the very words goes first, then one met with the title ("Sen. Orlo"), then who
    has been spoken of most and last. "Mr." and "Mrs." part a couple; "Orlo" beside "Sam Orlo Jr." and
    "his wife, Mary Orlo" is neither of them where it stands before they are named.
    """
    if _may_be_person(name, text, entities):
        name = replace(name, kind=ActorKind.PERSON)
    fitting = [e for e in entities if is_form(name, e)]
    if len(name.key) == 1 and name.kind is not ActorKind.ORGANISATION:
        title = text[slice(*name.role)] if name.role else ""
        gender = title_gender(name, text) or (gender_in_office(name.words[0], title) if title else None)
        fitting = _met_with(title, [e for e in fitting if _may_be(name, e, gender)])
    exact = [e for e in fitting if e.key == name.key and e.suffix == name.suffix]
    for candidates in (exact, fitting):
        if candidates:
            topic = min(candidates, key=lambda e: e.first)
            return max(candidates, key=lambda e: (_weight(e, name.start) * (TOPIC if e is topic else 1.0), -e.first))
    return _by_given_name(name, entities)


def _met_with(title: str, entities: list[Entity]) -> list[Entity]:
    """Return those of `entities` that hold the office which the title before a name is, all if none does."""
    last = name_key(title.rsplit(" ", 1)[-1])
    if len(entities) < 2 or not last or last in listed("honorifics") - _OFFICES:
        return entities
    offices = lexicon().offices(last)
    return [e for e in entities if any(offices & held.heads for held in e.held)] or entities


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
    end = bisect_left(entity.mentions, (position + 1,))
    if not end:
        return -1.0 - (entity.first - position) * 1e-6
    start = max(bisect_left(entity.mentions, (position - REACH,)), end - MOST)
    return sum(float(0.5 ** ((position - first) / HALF_LIFE)) for first, _ in entity.mentions[start:end])


def _may_be_person(name: Name, text: str, entities: Sequence[Entity]) -> bool:
    """Return whether the name of a place is a person's of that surname here: "Washington said" of Booker Washington."""
    if name.kind is not ActorKind.ORGANISATION or len(name.key) != 1 or is_place(name.start, name.end, text):
        return False
    return any(e.kind is ActorKind.PERSON and len(e.key) > 1 and e.key[-1] == name_key(name.words[0]) for e in entities)


def is_placed(start: int, end: int, text: str) -> bool:
    """Return whether the words beside a name tell that it is no person: "the Lorn", "in Lorn", "Lorn, Neb."."""
    return bool(_THE.search(text, max(0, start - 5), start)) or is_place(start, end, text)


def is_place(start: int, end: int, text: str) -> bool:
    """Return whether the words beside a name tell that it is a place: "in Lorn", "Lorn, Neb."."""
    return bool(_AT_PLACE.search(text, max(0, start - 9), start) or _STATE_AFTER.match(text, end))
