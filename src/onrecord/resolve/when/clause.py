"""The time that stands beside a cue and tells when something was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.record import Act, Attribution, Document, Span
from onrecord.record.timex import Timex
from onrecord.resolve.when.sentences import paragraph_around, sentence_around

NEAR = 90
"""Characters between a cue and the time of its own clause, each comma counted as `_COMMA` more."""
_COMMA = 25
_COARSE_REACH = 45
"""Characters: a month or year farther from the cue than this belongs to what is told, not to the telling."""
_STANDING_REACH = 20
"""Characters: so near beside "has said" a time still tells when."""
_LONGEST_WORD = 20
_NOT_THEN = re.compile(
    r"\b(?:since|until|till|by|from|before|after|for|than|ahead of|of)\s+(?:the\s+)?$", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s\b")
_WITHIN = re.compile(r"\b(?:in|at|during|on)\s+(?:the\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(r"[,;–—]\s*(?:\w+\s+of\s+)?(?:who|whose|whom|which|where)\b[^,;–—]*$", re.IGNORECASE)
_CLAUSE = 200
"""Characters before a time in which its clause begins."""
_PERFECT = re.compile(r"\b(?:has|have|had|'ve|’ve)(?:\s+\w{2,12}){0,2}\s*$", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:had|long|often|always|repeatedly|usually|never|regularly|previously)\b", re.IGNORECASE)
_HABIT = re.compile(
    r"\b(?:has|have|had|'ve|’ve|long|often|always|repeatedly|usually|never|regularly|previously)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A time in the sentence of a cue, and how far from the cue it stands."""

    timex: Timex
    distance: int


def beside(document: Document, attribution: Attribution, times: Sequence[Timex]) -> Beside | None:
    """Return the time nearest to the cue in its own sentence and outside of what was said, None without one."""
    text = document.text
    spans = [*attribution.cue, *attribution.source] or [attribution.content[0]]
    first, last = sentence_around(text, min(s.start for s in spans), max(s.end for s in spans))
    found = [
        Beside(timex, _distance(text, attribution, timex.span))
        for timex in times[_index(times, first) : _index(times, last)]
        if not _is_content(text, attribution, timex.span)
    ]
    reach = _STANDING_REACH if is_standing(document, attribution) else None
    fitting = [b for b in found if _fits(b, text, reach)]
    return min(fitting, key=lambda b: (b.distance, b.timex.span.start), default=None)


def day_before(document: Document, attribution: Attribution, times: Sequence[Timex]) -> Timex | None:
    """Return the last day of `times` told before the attribution in its paragraph, None without one."""
    position = attribution.start
    first, _ = paragraph_around(document.text, position)
    for timex in reversed(times[_index(times, first) : _index(times, position)]):
        if timex.span.end <= position and timex.interval is not None and timex.interval.is_day:
            return timex
    return None


def is_standing(document: Document, attribution: Attribution) -> bool:
    """Return whether it tells of what was thought, or said at times or up to now: "has long said", "had said"."""
    if attribution.act is Act.THOUGHT:
        return True
    if not attribution.cue:
        return False
    start = attribution.cue[0].start
    words = " ".join(span.words for span in attribution.cue)
    return bool(_HABIT.search(words) or _PERFECT.search(document.text[max(start - 40, 0) : start]))


def is_just_said(document: Document, attribution: Attribution) -> bool:
    """Return whether a standing cue may tell the news: "has admitted", not "has long said" or "had said"."""
    if attribution.act is Act.THOUGHT or not attribution.cue:
        return False
    start = attribution.cue[0].start
    before = _PERFECT.search(document.text[max(start - 40, 0) : start])
    words = [before.group() if before else "", *(span.words for span in attribution.cue)]
    return not _EARLIER.search(" ".join(words))


def outside(document: Document, attributions: Iterable[Attribution], times: Sequence[Timex]) -> list[Timex]:
    """Return the times that none of the attributions has within what was said: they tell of what it is about."""
    told = {
        index
        for attribution in attributions
        for part in attribution.content
        for index in range(_index(times, part.start), _index(times, part.end))
        if _is_content(document.text, attribution, times[index].span)
    }
    return [timex for index, timex in enumerate(times) if index not in told]


def _index(times: Sequence[Timex], position: int) -> int:
    return bisect_left(times, position, key=lambda timex: timex.span.start)


def _fits(found: Beside, text: str, reach: int | None) -> bool:
    """Return whether a time may be that of the telling: near enough, not "since Monday" or "Sunday's election"."""
    interval, start = found.timex.interval, found.timex.span.start
    if _POSSESSIVE.match(text, found.timex.span.end) and not _WITHIN.search(
        text[max(start - _LONGEST_WORD, 0) : start]
    ):
        return False
    if interval is None or (reach is not None and found.distance > reach):
        return False
    if not interval.is_day and found.distance > _COARSE_REACH:
        return False
    return not _NOT_THEN.search(text[max(start - _LONGEST_WORD, 0) : start])


def _distance(text: str, attribution: Attribution, span: Span) -> int:
    """Return how far a time is from the cue: characters and commas between, source and content left out.

    "Verek, who resigned on Monday, said" tells it as far away: that day is no more than likely.
    """
    cue = attribution.cue or attribution.source or attribution.content[:1]
    nearest = min(cue, key=lambda s: max(s.start - span.end, span.start - s.end))
    low, high = sorted((nearest, span), key=lambda s: s.start)
    between = text[low.end : high.start]
    told = sum(
        max(min(part.end, high.start) - max(part.start, low.end), 0)
        for part in (*attribution.content, *attribution.source)
    )
    aside = "," in between and _RELATIVE.search(text[max(span.start - _CLAUSE, 0) : span.start]) is not None
    return max(len(between) - told, 0) + _COMMA * between.count(",") + NEAR * aside


def _is_content(text: str, attribution: Attribution, span: Span) -> bool:
    """Return whether a time is part of what was said; "said [Tuesday that …]" is not."""
    part = next((p for p in attribution.content if p.start <= span.start < p.end), None)
    if part is None:
        return False
    leads = span.start - part.start <= len("on ") and bool(re.match(r",? that\b", text[span.end : span.end + 7]))
    return not leads
