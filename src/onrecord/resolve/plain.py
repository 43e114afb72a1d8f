"""Who is named beside a description and told of in no other way: "The chairman of Kurn denied it … Ivo Tarn said"."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.record import ActorKind
from onrecord.resolve.cast import Cast
from onrecord.resolve.entity import Entity
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.reference import Reference

REACH = 500
"""Characters behind a description in which who is meant is named, if at all."""
_TOLD_BEHIND = re.compile(r",|[ \u00a0](?:of|from|at|for|with)\b|[ \u00a0]?\(")
_TOLD_BEFORE = re.compile(r"(?P<word>[\w’'-]+)[ \u00a0]$")


def named_beside(cast: Cast, reference: Reference) -> Entity | None:
    """Return who is the next to be cited by a full name, where nobody else is named between and no role is told of him.

    News introduces its speakers: one who is given without a word of who that is, right behind a description
    that leads to nobody, is who was described; so is who is named behind the same words where they first came up:
    "The chairman of Kurn is calm. ... Ivo Tarn said. ..., the chairman of Kurn said".
    """
    span = reference.span
    if reference.plural or span.words[:4].casefold() != "the " or not _is_office(reference.head):
        return None
    found = _named_behind(cast, span.start, span.end)
    if found is None and (first := _first(cast.text, span.words[1:], span.start)) >= 0:
        found = _named_behind(cast, first, first + len(span.words))
    return found


def _first(text: str, rest: str, end: int) -> int:
    """Return where the words "The" or "the" and `rest` first stand before `end`, -1 if nowhere."""
    places = (text.find(f"{letter}{rest} ", 0, end) for letter in "Tt")
    return min((place for place in places if place >= 0), default=-1)


def _named_behind(cast: Cast, start: int, end: int) -> Entity | None:
    named = [(e, at) for e, at in cast.people.starting(end, end + REACH) if e.kind is ActorKind.PERSON]
    if not named:
        return None
    entity, at = named[0]
    index = bisect_right(cast.sources, start, key=lambda source: source.start)
    following = next((s for s in cast.sources[index:] if s.words.casefold() not in listed("pronouns")), None)
    if following is None or following.start != at or len(entity.key) < 2:
        return None
    met = any(before < start and cast.view(before) == before for before, _ in entity.mentions)
    return entity if not met and is_plain(cast, entity) else None


def _is_office(head: str) -> bool:
    known = lexicon()
    return (known.is_role(head) or len(known.offices(head)) > 1) and head not in known.kin | known.epithets


def is_plain(cast: Cast, entity: Entity) -> bool:
    """Return whether a person is named without a word of who that is, wherever that is."""
    if any(held.heads - listed("honorifics") for held in entity.held):
        return False
    full = [place for place in entity.mentions if " " in cast.text[slice(*place)]]
    return not any(_is_told(cast.text, start, end) for start, end in full)


def _is_told(text: str, start: int, end: int) -> bool:
    before = _TOLD_BEFORE.search(text, max(0, start - 24), start)
    small = lexicon().not_names | listed("saying")
    trade = before is not None and before["word"].islower() and before["word"] not in small
    return trade or _TOLD_BEHIND.match(text, end) is not None
