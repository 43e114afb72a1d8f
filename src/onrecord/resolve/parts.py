"""Those who are spoken of by number alone: "some", "others", "each", "both", "the two nations", "another"."""

from __future__ import annotations

import re

from onrecord.record import ActorKind
from onrecord.resolve.cast import Cast
from onrecord.resolve.common import opens_sentence
from onrecord.resolve.entity import Entity
from onrecord.resolve.known import country_of
from onrecord.resolve.lexicon import is_a_place, lexicon, listed
from onrecord.resolve.reference import Reference

_PAIR = re.compile(
    r"(?:each|both)$|(?:the |both |these )?two (?:sides|parties|\w+)$|both (?:sides|parties|\w+)$", re.IGNORECASE
)
_PLURAL = re.compile(
    r"\b(?:(?P<before>[A-Z]?[\w-]+) )?(?P<noun>[A-Za-z][a-z-]+s|people)\b(?P<after> (?:in|from|at|of) (?:the )?[\w-]+)?"
)
_REACH = 400


def several(cast: Cast, reference: Reference) -> Entity | None:
    """Return the actor for which a word of number stands, None where it says of whom it is or nobody is met."""
    words = reference.span.words
    if _PAIR.match(words) and (pair := _pair(cast, reference)):
        return pair
    if words.casefold() not in listed("more"):
        return None
    return _same_text(cast, reference) or _of_many(cast, reference)


def _pair(cast: Cast, reference: Reference) -> Entity | None:
    """Return the two who were named last, as one group: nations for "the two nations", persons for "both men"."""
    head, start = reference.head, reference.span.start
    kinds = (
        {ActorKind.ORGANISATION}
        if head in listed("states")
        else {ActorKind.PERSON}
        if head in listed("pairs")
        else set()
    )
    if not kinds and head not in ("each", "both"):
        return None
    found: list[Entity] = []
    for entity in reversed(cast.people.between(max(0, start - _REACH), start)):
        if head in listed("states") and not _is_state(entity):
            continue
        if entity not in found and (not kinds or entity.kind in kinds) and (not found or entity.kind is found[0].kind):
            found.append(entity)
        if len(found) == 2:
            group = cast.describe(reference.span, ActorKind.GROUP)
            group.name = " and ".join(entity.name for entity in reversed(found))
            return group
    return None


def _is_state(entity: Entity) -> bool:
    """Return whether a name is a country's, or may be one's that nobody knows: one word, not all in capitals."""
    return country_of(entity.name) is not None or (
        len(entity.key) == 1 and not entity.name.isupper() and not is_a_place(entity.name)
    )


def _same_text(cast: Cast, reference: Reference) -> Entity | None:
    """Return who spoke last, where that was by a text of which this is another: "one question … another"."""
    near = cast.last is not None and reference.span.start - cast.last_end < _REACH
    return cast.last if near and lexicon().is_work(cast.last_head) else None


def _of_many(cast: Cast, reference: Reference) -> Entity | None:
    """Return the group that "some" are of: the first people in the plural, from the sentence before on."""
    start = cast.sentences.at(reference.span.start)[0]
    start = cast.sentences.at(max(0, start - 3))[0] if start else 0
    known = lexicon().unnamed_heads | lexicon().epithets
    for match in _PLURAL.finditer(cast.text, start, reference.span.start):
        noun = match["noun"].casefold()
        if noun in listed("honorifics"):
            continue
        if noun in known or lexicon().is_role(noun.removesuffix("s")):
            kind = ActorKind.UNNAMED if noun in lexicon().unnamed_heads else ActorKind.GROUP
            group = cast.describe(reference.span, kind, noun, several=True)
            phrase = (noun if opens_sentence(cast.text, match.start("noun")) else match["noun"]) + (
                match["after"] or ""
            )
            group.name = f"{reference.span.words} {phrase}" if reference.head != "others" else f"other {phrase}"
            return group
    return None
