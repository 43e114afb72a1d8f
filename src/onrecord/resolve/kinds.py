"""What the words beside a name tell of its kind: "Lorn, who", "Lorn, which", "Lorn said its", "two million Lorns"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.record import ActorKind
from onrecord.resolve.lexicon import listed
from onrecord.resolve.roles import Place

_WHO = re.compile(r",[ \u00a0]who\b")
_WHICH = re.compile(r",[ \u00a0]which\b")
_SAYS = re.compile(
    r"[ \u00a0](?:(?:has|had|have)[ \u00a0])?(?P<cue>[a-z]+)"
    r"(?:[ \u00a0](?:in|on)[ \u00a0][\w ]{1,40}?)?(?:[ \u00a0]that)?[ \u00a0]"
    r"(?:its|it[ \u00a0](?:has|had|would|will|plans?|expects?|intends?)[ \u00a0]"
    r"(?!be\b|been\b|not[ \u00a0]be\b|take\b|become\b))"
)
"""What tells of a body: "said in a statement that its offer", "said it had found"; not "said it would be"."""
_COUNTED = re.compile(r"(?:\d|million|thousand|hundred|dozen|many|most|some|few|fellow)[ \u00a0]$")
_BEHIND = re.compile(r"\b(\w+)[ \u00a0](?:the[ \u00a0])?$")
_FAR = 80


def told_kind(places: Iterable[Place], text: str) -> ActorKind | None:
    """Return what the words right beside the mentions of a name tell it is, None where they tell nothing or both."""
    found = {kind for start, end in places if (kind := _told(start, end, text)) is not None}
    return next(iter(found)) if len(found) == 1 else None


def _told(start: int, end: int, text: str) -> ActorKind | None:
    if text[end - 1] == "s" and _COUNTED.search(text, max(0, start - 9), start):
        return ActorKind.GROUP
    if _WHO.match(text, end):
        # "Experts in Kurn, who", "the head of Kurn, who": the experts and the head.
        behind = _BEHIND.search(text, max(0, start - 12), start)
        return None if behind and behind[1].casefold() in listed("prepositions") else ActorKind.PERSON
    says = _SAYS.match(text, end, end + _FAR)
    return ActorKind.ORGANISATION if _WHICH.match(text, end) or (says and says["cue"] in listed("saying")) else None
