"""Which bodies "the company" may be: those with a name that are no public body, union, university or place."""

from __future__ import annotations

import re

from onrecord.record import ActorKind
from onrecord.resolve.cast import Cast
from onrecord.resolve.common import opens_sentence
from onrecord.resolve.entity import Entity
from onrecord.resolve.known import country_of
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.text.names import BODIES

_IN = re.compile(r"\b(?:in|near|around|across|outside)[ \u00a0]$")

MOST = 20
"""Mentions of a body that are looked at: of who is spoken of oftener, the first ones tell."""


def companies(cast: Cast, noun: str) -> list[Entity]:
    """Return the bodies with names that the noun for a company, or for any private body, may stand for."""
    public = lexicon().places | BODIES | {"court", "parliament", "congress", "senate", "police", "army"}
    if noun not in listed("societies"):
        public = public | listed("memberships") | listed("learned")
    bodies = (e for e in cast.of_kind(ActorKind.ORGANISATION) if e.named and e.name.casefold() not in public)
    return [e for e in bodies if not public & set(e.key) and country_of(e.name) is None and _is_met(cast.text, e)]


def _is_met(text: str, entity: Entity) -> bool:
    """Return whether a name does more than say where, or whose something is: of "St Ann's hospital" it is a saint's.

    A word that stands once and opens its sentence may be any noun.
    """
    mentions = entity.mentions[:MOST]
    owning = {start for start, end in mentions if text[end : end + 1] in ("’", "'")}
    bare = [s for s, _ in mentions if not (s in owning or _IN.search(text, max(0, s - 9), s))]
    return len(bare) > 1 or any(len(entity.key) > 1 or not opens_sentence(text, start) for start in bare)
