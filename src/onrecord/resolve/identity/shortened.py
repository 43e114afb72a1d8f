"""A body under the first word of its name: "Lumenta" where the same document names Lumenta Biologics."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.record.actor import Actor, ActorKind
from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.lookups import country, find
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.surnames import is_place
from onrecord.text.names import name_key


def lengthened(actor: Actor, actors: Iterable[Actor], text: str, authority: Authority) -> str | None:
    """Return the full name of a body that its document also calls by the first word, None where that is unsure.

    It is the only body among the document's actors that begins with the word. A word that the authority knows, or
    that is a place in the text, is its own: "Verek" is not Verek University.
    """
    if actor.kind is not ActorKind.ORGANISATION or " " in actor.name or not actor.name[:1].isupper():
        return None
    if find(actor.name, authority) or country(actor.name, authority):
        return None
    if any(is_place(span.start, span.end, text) for span in actor.mentions):
        return None
    names = {other.name for other in actors if other.kind is ActorKind.ORGANISATION and _begins(other.name, actor.name)}
    return names.pop() if len(names) == 1 else None


def _begins(name: str, first: str) -> bool:
    """Return whether a name is a word and others after it, none of which go with a place before them."""
    words = name.split()
    rest = {name_key(word) for word in words[1:]}
    return bool(rest) and words[0].casefold() == first.casefold() and not rest & lexicon().organisations
