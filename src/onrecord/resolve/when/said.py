"""When a statement was said: by the time beside its cue, else by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.record import Act, ActorKind, Attribution, Document, RegionKind, Span, Statement
from onrecord.record.timex import Granularity, Interval, Said, SaidBasis, Timex, TimexKind
from onrecord.resolve.when.sentences import paragraph_around, sentence_around
from onrecord.resolve.when.words import word_set

IN_CLAUSE = "the time beside the cue"
IN_SENTENCE = "the time in the cue's sentence"
IN_PARAGRAPH = "the last time before it in the paragraph"
SAME_SPEAKER = "what the speaker said before"
OPENING = "the day that the article opens with"
PUBLISHED = "the day of publication"

_LATE = timedelta(days=1)
"""What is told as said may be as much later than publication: time zones, and pages brought up to date."""
_NEAR = 90
"""Characters between a cue and the time that tells of it, commas counted as `_COMMA` each."""
_COMMA = 25
_NOT_THEN = re.compile(
    r"\b(?:since|until|till|by|from|before|after|for|than|ahead of|of)\s+(?:the\s+)?$", re.IGNORECASE
)
_PERFECT = re.compile(r"\b(?:has|have|had|'ve|’ve)(?:\s+\w{2,12}){0,2}\s*$", re.IGNORECASE)
_HABIT = re.compile(
    r"\b(?:has|have|had|'ve|’ve|long|often|always|repeatedly|usually|never|regularly|previously)\b", re.IGNORECASE
)
_COARSE_REACH = 45
"""Characters: a month or year farther from the cue than this belongs to what is told, not to the telling."""


@dataclass(frozen=True, slots=True)
class _Found:
    timex: Timex
    distance: int


def said(document: Document, attribution: Attribution, times: Sequence[Timex]) -> Said | None:
    """Return when the attribution's content was said, None where the text does not let one know.

    `times` are the document's, as :func:`onrecord.resolve.when.times` returns them. What the cue's clause tells is
    stated; the rest is inferred: from the sentence, from the paragraph, from publication.
    """
    usable = [t for t in times if _tells_when(t, document)]
    told = by_time(document, attribution, usable)
    if told is not None or is_standing(document, attribution):
        return told
    return published(document)


def said_all(document: Document, statements: Sequence[Statement], times: Sequence[Timex]) -> tuple[Said | None, ...]:
    """Return when each statement was said, as :func:`said` does, with what the other statements tell taken in.

    A statement told without a time is of the same occasion as the speaker's last one that has one; else of the day
    that the article opens with; else about of the day of publication. What a plural of unnamed people ("analysts",
    "officials") say without a time is of no day that one knows.
    """
    usable = [t for t in times if _tells_when(t, document)]
    told = [by_time(document, statement.attribution, usable) for statement in statements]
    opening = _opening(document, statements, told) or published(document)
    order = sorted(range(len(statements)), key=lambda i: statements[i].attribution.start)
    by_actor: dict[str, Said] = {}
    for index in order:
        statement, own = statements[index], told[index]
        actor = statement.speaker.id if statement.speaker else None
        if own is None and not is_standing(document, statement.attribution):
            before = by_actor.get(actor) if actor else None
            told[index] = _inferred(before, SAME_SPEAKER) if before else None if _is_crowd(statement) else opening
        elif own is not None and actor and own.interval.is_day and _is_news(document, own):
            by_actor[actor] = own
    return tuple(told)


_CROWD = word_set(
    "some others many most officials sources people experts analysts critics scholars observers diplomats economists "
    "researchers historians commentators supporters opponents insiders advisers advisors lawyers aides"
)
"""Words for several whom nobody names, without an office or party that would speak as one."""


def _is_crowd(statement: Statement) -> bool:
    """Return whether the speakers are several whom nobody names."""
    speaker = statement.speaker
    if speaker is None or speaker.kind not in (ActorKind.UNNAMED, ActorKind.GROUP):
        return False
    return not _CROWD.isdisjoint(speaker.name.casefold().split())


def _inferred(said: Said, reason: str) -> Said:
    return replace(said, basis=SaidBasis.INFERRED, reason=reason, edtf=f"{said.edtf.rstrip('~')}~")


def _is_news(document: Document, said: Said) -> bool:
    """Return whether the day lies near to publication."""
    if document.published is None:
        return False
    day = date.fromisoformat(document.published.iso[:10])
    return abs((date.fromisoformat(said.interval.start) - day).days) <= _NEWS_DAYS


_NEWS_DAYS = 4
_OPENING = 1500
"""Characters of the body in which the day that an article tells of is named."""


def _opening(document: Document, statements: Sequence[Statement], told: Sequence[Said | None]) -> Said | None:
    """Return the first day near to publication that the article's opening gives for a statement."""
    body = next((r.start for r in document.regions if r.kind in (RegionKind.STANDFIRST, RegionKind.BODY)), 0)
    stated = [
        (statement.attribution.start, said)
        for statement, said in zip(statements, told, strict=True)
        if said is not None and said.interval.is_day and said.basis is SaidBasis.STATED and _is_news(document, said)
    ]
    start, first = min(stated, key=lambda item: item[0], default=(0, None))
    return _inferred(first, OPENING) if first is not None and start - body <= _OPENING else None


def by_time(document: Document, attribution: Attribution, times: Sequence[Timex]) -> Said | None:
    """Return when the attribution was said by a time in its sentence or, unless it is standing, in its paragraph."""
    if attribution.act is Act.THOUGHT:
        return None
    found = beside(document, attribution, times)
    if found is not None:
        stated = found.distance <= _NEAR
        basis = SaidBasis.STATED if stated else SaidBasis.INFERRED
        return said_at(found.timex, basis, IN_CLAUSE if stated else IN_SENTENCE)
    return None if is_standing(document, attribution) else in_paragraph(document, attribution, times)


def _tells_when(timex: Timex, document: Document) -> bool:
    """Return whether a past statement may have been made at that time."""
    if timex.interval is None or timex.kind not in (TimexKind.DATE, TimexKind.TIME) or document.published is None:
        return False
    limit = date.fromisoformat(document.published.iso[:10]) + _LATE
    return date.fromisoformat(timex.interval.start) <= limit


def beside(document: Document, attribution: Attribution, times: Sequence[Timex]) -> _Found | None:
    """Return the time nearest to the cue in its own sentence and outside of what was said."""
    spans = [*attribution.cue, *attribution.source] or [attribution.content[0]]
    start, end = spans[0].start, max(s.end for s in spans)
    start = min(s.start for s in spans)
    first, last = sentence_around(document.text, start, end)
    candidates = [
        _Found(timex, _distance(document.text, attribution, timex.span))
        for timex in times[bisect_left(times, first, key=lambda t: t.span.start) :]
        if timex.span.start < last and not _is_content(document.text, attribution, timex.span)
    ]
    near = [c for c in candidates if c.timex.interval and (c.timex.interval.is_day or c.distance <= _COARSE_REACH)]
    fitting = [
        c for c in near if not _NOT_THEN.search(document.text[max(c.timex.span.start - 20, 0) : c.timex.span.start])
    ]
    return min(fitting, key=lambda c: (c.distance, c.timex.span.start), default=None)


def _distance(text: str, attribution: Attribution, span: Span) -> int:
    """Return how far a time is from the cue: characters and commas between, what was said left out."""
    cue = attribution.cue or attribution.source or attribution.content[:1]
    nearest = min(cue, key=lambda s: _gap(s, span))
    low, high = sorted((nearest, span), key=lambda s: s.start)
    between = text[low.end : high.start]
    told = sum(
        max(min(part.end, high.start) - max(part.start, low.end), 0)
        for part in (*attribution.content, *attribution.source)
    )
    return max(len(between) - told, 0) + _COMMA * between.count(",")


def _gap(one: Span, two: Span) -> int:
    return max(one.start - two.end, two.start - one.end, 0)


def _is_content(text: str, attribution: Attribution, span: Span) -> bool:
    """Return whether a time is part of what was said; "said [Tuesday that …]" is not."""
    part = next((p for p in attribution.content if p.start <= span.start < p.end), None)
    if part is None:
        return False
    leads = span.start - part.start <= 3 and bool(re.match(r",? that\b", text[span.end : span.end + 7]))
    return not leads


def is_standing(document: Document, attribution: Attribution) -> bool:
    """Return whether the cue tells of what was said at times, or up to now: "has long said", "had said"."""
    if attribution.act is Act.THOUGHT:
        return True
    if not attribution.cue:
        return False
    start = attribution.cue[0].start
    words = " ".join(span.words for span in attribution.cue)
    return bool(_HABIT.search(words) or _PERFECT.search(document.text[max(start - 40, 0) : start]))


def in_paragraph(document: Document, attribution: Attribution, times: Sequence[Timex]) -> Said | None:
    """Return the last day told before the statement in its paragraph."""
    position = attribution.start
    first, _ = paragraph_around(document.text, position)
    last = bisect_left(times, position, key=lambda t: t.span.start)
    for timex in reversed(times[:last]):
        if timex.span.start < first:
            return None
        if timex.span.end <= position and timex.interval and timex.interval.is_day:
            return said_at(timex, SaidBasis.INFERRED, IN_PARAGRAPH)
    return None


def published(document: Document) -> Said | None:
    """Return the day of publication as about when something was said that is told without a time."""
    if document.published is None:
        return None
    day = document.published.iso[:10]
    return Said(Interval(day, day), f"{day}~", SaidBasis.INFERRED, PUBLISHED)


def said_at(timex: Timex, basis: SaidBasis, reason: str) -> Said | None:
    """Return the time of an expression as when something was said."""
    if timex.interval is None:
        return None
    return Said(timex.interval, edtf(timex), basis, reason, timex.span)


def edtf(timex: Timex) -> str:
    """Return the days of an expression as EDTF: a day, month or year where it is one, an interval else."""
    interval = timex.interval
    if interval is None:
        raise ValueError(f"{timex.span.words!r} has no days")
    about = "~" if timex.modifier == "APPROX" else ""
    if interval.is_day:
        return interval.start + about
    if timex.granularity in (Granularity.MONTH, Granularity.YEAR) and timex.value and "/" not in timex.value:
        return timex.value + about
    return f"{interval.start}/{interval.end}"
