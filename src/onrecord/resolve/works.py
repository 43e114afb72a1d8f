"""Whose a text is that speaks: "the lawsuit says", "one question asks", "a report in the Kurn Post"."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.record import ActorKind, RegionKind
from onrecord.resolve.cast import Cast
from onrecord.resolve.entity import Entity
from onrecord.resolve.lexicon import is_a_place, lexicon
from onrecord.resolve.reference import Reference

_AUTHORED = frozenset({"’s", "by", "from", "in", "of"})
_BY = re.compile(r" (?:by|from|of) (?:the )?$")
_REPORTED = re.compile(r"\b(?:reported|reports)(?P<by> by)?\b")


def author(cast: Cast, reference: Reference, owner: Entity | None) -> Entity | None:
    """Return who speaks in the text that `reference` names, None where the article does not tell.

    It is whose it is said to be ("Lorn's memo", "a report by the council", "a Kurn Post count"); else, of
    a definite one, whose it was said to be where it came up, who was cited there, or whose such texts are.
    `owner` is the actor of the words that say whose it is.
    """
    found = _of_words(cast, reference, owner)
    if found is not None:
        return found
    if reference.head in ("report", "reports") and _in_headline(cast, reference):
        return _reporter(cast)
    return _told_elsewhere(cast, reference) if reference.definite or _is_one_of_many(reference) else None


def _is_one_of_many(reference: Reference) -> bool:
    """Return whether it is one of the questions that somebody asks: "one question", "another question"."""
    first = reference.span.words.split(" ", 1)[0].casefold()
    return reference.partly or (first in ("one", "another", "a") and "question" in lexicon().works_like(reference.head))


def _of_words(cast: Cast, reference: Reference, owner: Entity | None) -> Entity | None:
    """Return the actor whom the words themselves name as the author."""
    if owner is not None and reference.link in _AUTHORED and _may_own(reference, owner):
        return owner
    for entity, start in cast.people.starting(reference.end, min(reference.end + 7, reference.span.end)):
        if not cast.text[reference.end : start].strip()[:1].islower():
            # "a speech Mrs. Lorn gave"
            return entity
    return cast.people.find(reference.name) if reference.name is not None else None


def _may_own(reference: Reference, owner: Entity) -> bool:
    """Return whether "of" and "in" tell the author: "a study of the council", but not "a poll in Lorn"."""
    if reference.link == "of":
        return owner.kind is not ActorKind.PERSON
    return reference.link != "in" or (owner.kind is ActorKind.ORGANISATION and not is_a_place(owner.name))


def _told_elsewhere(cast: Cast, reference: Reference) -> Entity | None:
    names, position = lexicon().works_like(reference.head), reference.span.start
    before = [*_nouns(names).finditer(cast.text, 0, position)]
    if lexicon().is_filing(reference.head):
        return _who_filed(cast, names, position)
    if lexicon().is_utterance(reference.head):
        return next(filter(None, (_beside(cast, m) or _cited_at(cast, m) for m in reversed(before))), None)
    after = _nouns(names).finditer(cast.text, position)
    beside = (_beside(cast, match) for match in (*reversed(before), *after))
    return next(filter(None, beside), None) or next(filter(None, (_cited_at(cast, m) for m in reversed(before))), None)


def _who_filed(cast: Cast, names: frozenset[str], position: int) -> Entity | None:
    """Return whose a suit is said to be where it first comes up, or who stands first in that sentence."""
    for match in _first(names).finditer(cast.text, 0, position):
        named = cast.people.between(cast.sentences.at(match.start())[0], match.start())
        found = _beside(cast, match) or next(iter(named), None)
        if found is not None:
            return found
    return None


def _cited_at(cast: Cast, match: re.Match[str]) -> Entity | None:
    return cast.cited_in(*cast.sentences.at(match.start()))


def _beside(cast: Cast, match: re.Match[str]) -> Entity | None:
    """Return whose the text is where its noun stands: "Lorn's memo", "a memo from Lorn"."""
    owned = _OWNED_BEFORE.search(cast.text, max(0, match.start() - 40), match.start())
    if owned is not None and (owner := cast.people.at(owned.start() - 1, owned.start() + 1)):
        return owner
    if (before := cast.people.at(match.start() - 2, match.start() - 1)) and not is_a_place(before.name):
        return before
    named = cast.people.starting(max(cast.sentences.at(match.start())[0], match.start() - 120), match.start())
    for entity, start in reversed(named):
        if _MADE.match(cast.text, cast.people.end_of(start), match.start()):
            return entity
    for entity, start in cast.people.starting(match.end(), match.end() + 40):
        if _BY.match(cast.text[match.end() : start]):
            return entity
    return None


_MADE = re.compile(
    r"(?: \w+){0,2} (?:submitted|sent|issued|published|released|wrote|written|drafted|prepared|posted|filed|made|gave|"
    r"given|provides|provided|poses|posed|delivered|signed|produced|compiled|has|have)(?: [\w-]+){0,8} $"
)
_OWNED_BEFORE = re.compile(r"[’']s? (?:\w+ ){0,3}$")


def _in_headline(cast: Cast, reference: Reference) -> bool:
    region = cast.document.region_at(reference.span.start)
    return region is not None and region.kind is RegionKind.HEADLINE


def _reporter(cast: Cast) -> Entity | None:
    """Return the body that the article says reported first."""
    for match in _REPORTED.finditer(cast.text):
        near = cast.people.at(match.end() + 1, match.end() + 12) if match["by"] else None
        near = near or cast.people.at(max(0, match.start() - 8), match.start())
        if near is not None and near.kind is ActorKind.ORGANISATION:
            return near
    return None


@lru_cache(maxsize=256)
def _nouns(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(names)})\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def _first(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(names)}|sue[sd]?|suing)\b", re.IGNORECASE)


def _either(names: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, names)))
