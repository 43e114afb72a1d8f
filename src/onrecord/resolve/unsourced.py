"""Who speaks where the text names no source beside the words: whom a reader would supply, or why nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.record import ActorKind, Attribution, RegionKind
from onrecord.resolve.cast import Cast
from onrecord.resolve.entity import Entity
from onrecord.text.names import name_key

NO_SOURCE = "the text names no source"
PASSIVE = "the passive names nobody"
HEARSAY = "the cue tells that others say so"
GOES_ON = "the quotation goes on"
TOLD_BELOW = "the article tells whose words these are"

_HEARSAY = re.compile(
    r"\b(?:reportedly|reports?|reported|rumou?r(?:s|ed)|(?:is|are|was|were|been) (?:widely )?"
    r"(?:said|thought|believed|understood|reported|alleged|rumou?red))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being) (?:\w+ly )?(?:told|asked|informed|warned|urged|advised|quoted|\w+ed)\b"
)
_WORD = re.compile(r"\w+")
_SHARED = 4
"""Words in a row that a headline and the article must share for the headline's words to be the article's speaker's."""

Heard = Sequence[tuple[Attribution, Entity | None]]
"""Attributions with the actors found for them."""


def reader_supplies(cast: Cast, attribution: Attribution, heard: Heard) -> tuple[Entity | None, str]:
    """Return who speaks words that have no source, and what that rests on; None with the reason.

    The last speaker, where nothing stands between his quotation and this one; in a headline, who says
    the same words below; others who stay unnamed, where the cue tells of them ("reportedly").
    """
    cue = attribution.cue[0] if attribution.cue else None
    if cue is not None and _HEARSAY.search(cue.words):
        return cast.describe(cue, ActorKind.UNNAMED, several=True), HEARSAY
    for found, basis in (
        (_going_on(cast, attribution, heard), GOES_ON),
        (_below(cast, attribution, heard), TOLD_BELOW),
    ):
        if found is not None:
            return found, basis
    return None, PASSIVE if cue is not None and _PASSIVE.search(cue.words) else NO_SOURCE


def _going_on(cast: Cast, attribution: Attribution, heard: Heard) -> Entity | None:
    """Return the speaker of the words right before, with no word but the cue's between."""
    if attribution.cue:
        return None
    before = [
        (max(s.end for s in a.spans), a, e) for a, e in heard if a.start < attribution.start and a is not attribution
    ]
    ends = [item for item in before if item[0] <= attribution.start]
    if not ends:
        return None
    end, _, entity = max(ends, key=lambda item: item[0])
    return entity if not _WORD.search(cast.text, end, attribution.start) else None


def _below(cast: Cast, attribution: Attribution, heard: Heard) -> Entity | None:
    """Return the one actor below a headline in whose words a run of the headline's words stands."""
    region = cast.document.region_at(attribution.start)
    if region is None or region.kind is not RegionKind.HEADLINE:
        return None
    runs = _runs(attribution)
    found = {id(e): e for a, e in heard if e is not None and a.start >= region.end and runs & _runs(a)}
    return next(iter(found.values())) if len(found) == 1 else None


def _runs(attribution: Attribution) -> set[tuple[str, ...]]:
    """Return the runs of `_SHARED` words in the content, case folded."""
    words = [name_key(w) for span in attribution.content for w in _WORD.findall(span.words)]
    return {tuple(words[i : i + _SHARED]) for i in range(len(words) - _SHARED + 1)}
