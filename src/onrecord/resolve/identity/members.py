"""A body under the name of those whose it is: "the federation" is the "rail workers' federation" of its document."""

from __future__ import annotations

import re

from onrecord.record.actor import Actor, ActorKind
from onrecord.resolve.lexicon import listed
from onrecord.resolve.roles import is_body_noun
from onrecord.text.folding import fold_name

_BARE = re.compile(r"(?:the |their )?(?P<noun>[a-z-]+)", re.IGNORECASE)
_MEMBERS = r"\b(?:[a-z][a-z-]{0,20} )?[a-z][a-z-]{0,20}s[’']"
_SUBJECT = re.compile(
    r"(?:^|\n|[.!?][”’\"']? )(?P<who>[A-Z][a-z-]*(?: [a-z][a-z-]*)?(?<=[a-z]s))\b[^.!?\n]{0,120}?"
    r" (?:are|were|have|had|will|would|did|do|can|could|may|might|must|want|fear|say|said)\b"
)
_REACH = 300
"""Characters before "their union" in which the sentence about its members begins."""


def of_members(actor: Actor, text: str) -> str | None:
    """Return a body's name with whose it is, None where the text does not tell or tells of several.

    "The federation" is the only "rail workers' federation" of the text; "their association" that of the many of whom
    the sentence before or its own tells: "Family doctors are furious".
    """
    match = _BARE.fullmatch(actor.name) if actor.kind is ActorKind.ORGANISATION and actor.mentions else None
    noun = match["noun"].casefold() if match is not None else ""
    joined = noun in listed("memberships")
    if not (joined or is_body_noun(noun)):
        return None
    if actor.name.casefold().startswith("their "):
        who = _before(actor.mentions[0].start, text) if joined else None
        return f"{who}’ {noun}" if who else None
    found = {fold_name(m[0]): m[0] for m in re.finditer(rf"{_MEMBERS} {noun}\b", text)}
    return next(iter(found.values())) if len(found) == 1 else None


def _before(position: int, text: str) -> str | None:
    """Return the plural noun that is the subject of the last sentence that has one before a place of the text."""
    found = [*_SUBJECT.finditer(text, max(0, position - _REACH), position)]
    return found[-1]["who"].lower() if found else None
