"""From a pronoun to who it stands for."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.record import ActorKind, Span
from onrecord.resolve.cast import Cast
from onrecord.resolve.entity import Entity
from onrecord.resolve.lexicon import is_a_place, lexicon, listed

_NEAR = 80
"""Characters before a relative pronoun in which the noun it follows ends."""
_WHEN = re.compile(
    r" (?:(?:this|last|next) \w+|(?:(?:a few|several|some|two|three|four|five|six|\d\d?) \w+s|(?:an?|one) \w+)"
    r" (?:earlier|before|ago|later)),? ?$"
)
_ANOTHER_PART = re.compile(r"[,;:%\d]")
_MANY = ("ers", "ors", "ists", "ees")
"""Endings of nouns for people in the plural."""
_WORD = re.compile(r"[\w’'.&-]+")


def of_person(cast: Cast, span: Span, gender: str, *, cited: bool) -> Entity | None:
    """Return whom "he" or "she" stands for, None if nobody who fits was spoken of before.

    A cited pronoun goes to who was cited last, where that paragraph names nobody else in between.
    """
    others = cast.quoting(span.start)
    fitting = [e for e in cast.people.persons() if e.gender in (gender, None) and e not in others]
    unnamed = [e for e in cast.of_kind(ActorKind.UNNAMED) if e.gender in (gender, None) and is_one(e)]
    cited_last = cited and cast.last is not None and cast.last in (*fitting, *unnamed)
    if cited_last and cast.undisturbed(span.start, cast.people.persons()):
        return _settled(cast.last, gender)
    return _settled(cast.salience.best([*fitting, *unnamed], span.start, gender), gender)


def is_one(entity: Entity) -> bool:
    """Return whether a description is of one person: "a spokesman", but not "the article"."""
    return not entity.several and _is_people(entity.key[0])


def _settled(entity: Entity | None, gender: str) -> Entity | None:
    if entity is not None and entity.gender is None:
        entity.gender = gender
    return entity


def of_several(cast: Cast, span: Span, *, cited: bool) -> Entity | None:
    """Return whom "they" stands for: several, else a body."""
    several = [e for e in cast.of_kind(ActorKind.GROUP, ActorKind.UNNAMED) if e.several]
    if cited and cast.last in several and "\n" not in cast.text[cast.last_end : span.start]:
        return cast.last
    return cast.salience.best(several, span.start) or cast.salience.best(
        cast.of_kind(ActorKind.ORGANISATION), span.start
    )


def of_thing(cast: Cast, span: Span, *, cited: bool) -> Entity | None:
    """Return which body "it" stands for; as a source, one that has been cited goes first, but not one cited aside."""
    bodies = [e for e in cast.of_kind(ActorKind.ORGANISATION) if not is_a_place(e.name) or cast.acts(e)]
    if cited and cast.last in bodies and not cast.last_aside and "\n" not in cast.text[cast.last_end : span.start]:
        return cast.last
    return cast.salience.best(bodies, span.start)


def antecedent(cast: Cast, span: Span) -> Entity | Span | None:
    """Return what a relative pronoun follows: an actor, or the words of a description; None if there is neither.

    "Ada Lorn, who", "the council, which"; of "experts in Tern, who" and "the head of the Kurn Council,
    who" it is the noun for people, before the name that only says where they are or whose.
    """
    of_people = span.words.casefold() in ("who", "whom", "whose")
    first = span.start - _NEAR
    start = max(cast.sentences.at(span.start)[0], cast.text.find(" ", first) if first > 0 else 0)
    when = _WHEN.search(cast.text, start, span.start)
    words = list(_WORD.finditer(cast.text, start, when.start() if when else span.start))
    end = words[-1].end() if words else start
    near = cast.people.at(words[-1].start(), end) if words else None
    if near is not None and (not of_people or near.kind in (ActorKind.PERSON, ActorKind.GROUP)):
        return near
    fits = _is_people if of_people else _is_thing
    while words and not fits(words[-1][0]):
        words = words[:-1]
    while len(words) > 2 and words[-2][0].casefold() in listed("links") and fits(words[-3][0]):
        words = words[:-2]
    if not words:
        return near
    met = cast.people.at(words[-1].start(), words[-1].end())
    if _ANOTHER_PART.search(cast.text, words[-1].end(), end):
        end = words[-1].end()
    return met or cast.document.span(_phrase_start(words), end)


def _is_people(word: str) -> bool:
    key = word.casefold()
    known = lexicon().unnamed_heads | lexicon().people
    return (
        key in listed("uncounted")
        or key.endswith(_MANY)
        or any(form in known or lexicon().is_role(form) for form in (key, key.removesuffix("s")))
    )


def _is_thing(word: str) -> bool:
    key = word.casefold()
    return key in lexicon().organisation_nouns or lexicon().is_work(key)


def _phrase_start(words: list[re.Match[str]]) -> int:
    """Return where the noun phrase that ends with the last of `words` begins: at its article, else at the noun."""
    for after, before in pairwise(reversed(words[-6:])):
        if after.start() - before.end() != 1 or before[0].casefold() in listed("links"):
            break
        if before[0].casefold() in listed("articles"):
            return before.start()
    return words[-1].start()
