"""From a document and its actors to appearances: what is compared across documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.record.actor import Actor, ActorKind
from onrecord.record.document import SPOKEN_REGIONS, Document
from onrecord.record.identity import Appearance
from onrecord.resolve.authority import authority
from onrecord.resolve.identity.members import of_members
from onrecord.resolve.identity.possessed import possessed
from onrecord.resolve.identity.posts import Bodies, posts
from onrecord.resolve.identity.shortened import lengthened
from onrecord.resolve.identity.sound import fold
from onrecord.resolve.lexicon import lexicon

_RUN = re.compile(r"\b[^\W\d_a-z][^\W\d_]+(?:[ -](?:[^\W\d_a-z]\.|[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?)){1,5}")
_ACRONYM = re.compile(r",? \((?:the )?[“\"]?([^\W\d_a-z]{2,8})[”\"]?\)")


def appearances(document: Document, actors: Iterable[Actor]) -> tuple[Appearance, ...]:
    """Return the document's actors as appearances, in their order, each once.

    Company are the document's other actors and the names of two words or more in its text.
    """
    found = {actor.id: actor for actor in actors}
    named = {actor.name for actor in found.values() if actor.kind is not ActorKind.UNNAMED} | set(_named(document))
    day = document.published.iso[:10] if document.published else None
    known, cast = authority(), list(found.values())
    called = {
        actor.id: possessed(actor, cast, sorted(named), day, known)
        or lengthened(actor, cast, document.text, known)
        or of_members(actor, document.text)
        or actor.name
        for actor in cast
    }
    bodies = Bodies.of(cast, called, known)
    return tuple(
        Appearance(
            actor_id=actor.id,
            document_id=document.id,
            kind=actor.kind,
            name=called[actor.id],
            names=tuple(dict.fromkeys(_forms(actor, document.text))) + (actor.name,) * (called[actor.id] != actor.name),
            roles=tuple(dict.fromkeys(posts(actor, bodies, document.text))),
            outlet=document.outlet,
            day=day,
            language=document.language,
            company=company_of(actor.name, named),
        )
        for actor in found.values()
    )


def company_of(name: str, named: Iterable[str]) -> frozenset[str]:
    """Return those of the names in a document that are others than `name`."""
    return frozenset(other for other in named if not _same_words(other, name))


def _named(document: Document) -> Iterator[str]:
    """Yield the runs of capitalised words of the text that may be names, titles before them left out."""
    for region in document.regions:
        if region.kind not in SPOKEN_REGIONS:
            continue
        for match in _RUN.finditer(document.text, region.start, region.end):
            words = match[0].split()
            last = max((i for i, word in enumerate(words[:-1]) if lexicon().is_role(word)), default=-1)
            words = words[last + 1 :]
            if len(words) > 1 and words[0].casefold() not in lexicon().not_names:
                yield " ".join(words)


def _forms(actor: Actor, text: str) -> Iterator[str]:
    """Yield the other forms of an actor's name among its mentions, and an acronym in brackets after one."""
    if actor.kind in (ActorKind.UNNAMED, ActorKind.GROUP):
        return
    own, seen = set(fold(actor.name).split()), {actor.name}
    for mention in actor.mentions:
        words = mention.words.removesuffix("’s").removesuffix("'s")
        for form in (words if _is_form(words, own) else "", _acronym(actor, mention.end, text)):
            if form and form not in seen:
                seen.add(form)
                yield form


def _is_form(words: str, own: set[str]) -> bool:
    """Return whether a mention is a name of its own worth: two words of the name or more, or an acronym."""
    if words.replace(".", "").isupper() and 2 <= len(words) <= 8:
        return True
    parts = words.split()
    return len(parts) > 1 and parts[0][:1].isupper() and len(own.intersection(fold(words).split())) > 1


def _acronym(actor: Actor, end: int, text: str) -> str:
    if actor.kind is not ActorKind.ORGANISATION:
        return ""
    match = _ACRONYM.match(text, end)
    return match[1] if match else ""


def _same_words(name: str, other: str) -> bool:
    """Return whether one of two names holds all words of the other."""
    ours, theirs = set(fold(name).split()), set(fold(other).split())
    return ours <= theirs or theirs <= ours
