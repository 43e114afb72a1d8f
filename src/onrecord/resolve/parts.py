"""Those who are spoken of by number alone: "some", "others", "each", "both", "the two nations", "another"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

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
    tests: tuple[Callable[[Entity], bool], ...]
    if head in listed("states"):
        tests = (lambda entity: country_of(entity.name) is not None, _may_be_state)
    elif head in listed("pairs"):
        tests = (lambda entity: entity.kind is ActorKind.PERSON,)
    elif head in ("each", "both"):
        tests = (lambda entity: True,)
    else:
        return None
    named = cast.people.between(max(0, start - _REACH), start)
    return next((_group(cast, reference, two) for fits in tests if (two := _last_two(named, fits))), None)


def _last_two(named: Sequence[Entity], fits: Callable[[Entity], bool]) -> list[Entity]:
    """Return the last two of one kind that fit, in order; nothing if there are fewer."""
    found: list[Entity] = []
    for entity in reversed(named):
        if fits(entity) and entity not in found and (not found or entity.kind is found[0].kind):
            found.append(entity)
        if len(found) == 2:
            return found[::-1]
    return []


def _group(cast: Cast, reference: Reference, members: Sequence[Entity]) -> Entity:
    group = cast.describe(reference.span, ActorKind.GROUP)
    group.name = " and ".join(entity.name for entity in members)
    return group


def _may_be_state(entity: Entity) -> bool:
    """Return whether a name may be that of a country which nobody knows: one word, not all in capitals."""
    body = entity.kind is ActorKind.ORGANISATION and len(entity.key) == 1
    return country_of(entity.name) is not None or (body and not entity.name.isupper() and not is_a_place(entity.name))


def _same_text(cast: Cast, reference: Reference) -> Entity | None:
    """Return who spoke last, where that was by a text of which this is another: "one question … another"."""
    near = cast.last is not None and reference.span.start - cast.last_end < _REACH
    return cast.last if near and lexicon().is_work(cast.last_head) else None


def _of_many(cast: Cast, reference: Reference) -> Entity | None:
    """Return the group that "some" are of: the first people in the plural, from the sentence before on."""
    start = cast.sentences.at(reference.span.start)[0]
    start = cast.sentences.at(max(0, start - 3))[0] if start else 0
    known = lexicon().unnamed_heads | lexicon().people
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
            return _named_after(group, reference, phrase)
    last = cast.last
    if last is None or last.named or not last.several or reference.span.start - cast.last_end > _REACH:
        return None
    # "Some analysts say no, officials said. But others …": of those who were spoken of by number last.
    first, _, phrase = last.name.partition(" ")
    if first.casefold() not in listed("more") or not phrase:
        return None
    return _named_after(cast.describe(reference.span, ActorKind.GROUP, last.key[0], several=True), reference, phrase)


def _named_after(group: Entity, reference: Reference, phrase: str) -> Entity:
    group.name = f"{reference.span.words} {phrase}" if reference.head != "others" else f"other {phrase}"
    return group
