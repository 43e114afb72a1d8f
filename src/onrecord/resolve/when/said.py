"""When statements were said: by the time beside the cue, else by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.record import Act, ActorKind, Attribution, Document, RegionKind, Statement
from onrecord.record.timex import Granularity, Interval, Said, SaidBasis, Timex, TimexKind
from onrecord.resolve.when.clause import NEAR, beside, day_before, is_just_said, is_standing, outside
from onrecord.resolve.when.published import published
from onrecord.resolve.when.sentences import sentence_around
from onrecord.resolve.when.words import word_set

IN_CLAUSE = "the time beside the cue"
IN_SENTENCE = "the time in the cue's sentence"
IN_PARAGRAPH = "the last time before it in the paragraph"
SAME_SPEAKER = "what the speaker said before"
OPENING = "the day that the article opens with"
PASSAGE = "the day that the passage opens with"

_LATE = timedelta(days=1)
"""What is told as said may be as much later than publication: time zones, and pages brought up to date."""
_NEWS = timedelta(days=4)
"""A day farther from publication than this is no day of the news: other statements are not of it."""
_OPENING = 1500
"""Characters of the body in which the day that an article tells of is named."""
_CROWD = word_set(
    "some others many most officials sources people experts analysts critics scholars observers diplomats economists "
    "researchers historians commentators supporters opponents insiders advisers advisors lawyers aides"
)
"""Words for several whom nobody names, without an office or party that would speak as one."""


def said(document: Document, attribution: Attribution, times: Sequence[Timex]) -> Said | None:
    """Return when the attribution's content was said, None where the text does not let one know.

    `times` are the document's, as :func:`onrecord.resolve.when.times` returns them. What the cue's clause tells is
    stated; the rest is inferred: from the sentence, from the paragraph, from publication. What somebody has long
    said, or only thinks, was said on no day that one knows.
    """
    usable = _usable(document, times)
    told = _by_time(document, attribution, usable, outside(document, [attribution], usable))
    return told if told is not None or is_standing(document, attribution) else published(document)


def said_all(document: Document, statements: Sequence[Statement], times: Sequence[Timex]) -> tuple[Said | None, ...]:
    """Return when each statement was said, as :func:`said` does, with what the other statements tell taken in.

    A statement told without a time is of the same occasion as the speaker's last one that has one; else of the day
    that the article opens with, or of a later one that heads a sentence before it ("On Tuesday he said"); else about
    of the day of publication. What several whom nobody names ("analysts", "officials") say without a time was said
    on no day that one knows.
    """
    usable = _usable(document, times)
    around = outside(document, [statement.attribution for statement in statements], usable)
    told = [_by_time(document, statement.attribution, usable, around) for statement in statements]
    opening = _opening(document, statements, told) or published(document)
    by_actor: dict[str, Said] = {}
    for index in sorted(range(len(statements)), key=lambda i: statements[i].attribution.start):
        statement, own = statements[index], told[index]
        actor = statement.speaker.id if statement.speaker else ""
        if own is None:
            told[index] = _without_time(document, statement, by_actor.get(actor) if actor else None, opening)
        elif _is_news(document, statement, own):
            by_actor[actor] = own
            opening = _of_passage(document, own, opening)
    return tuple(told)


def _without_time(document: Document, statement: Statement, before: Said | None, opening: Said | None) -> Said | None:
    """Return when a statement was said that no time tells, whose speaker spoke `before`; None for what is standing.

    The perfect tells the news in an article's lead ("has admitted"); elsewhere what may have been said long ago.
    """
    attribution = statement.attribution
    if is_standing(document, attribution) and not (
        _is_lead(document, attribution) and is_just_said(document, attribution)
    ):
        return None
    if before is not None:
        return _inferred(before, SAME_SPEAKER)
    return None if _is_crowd(statement) else opening


def _usable(document: Document, times: Sequence[Timex]) -> list[Timex]:
    """Return the expressions at whose time something may have been said: those on the calendar, not ahead."""
    kinds = (TimexKind.DATE, TimexKind.TIME)
    on_calendar = [t for t in times if t.interval is not None and t.kind in kinds]
    if document.published is None:
        return on_calendar
    last = (date.fromisoformat(document.published.iso[:10]) + _LATE).isoformat()
    return [t for t in on_calendar if t.interval is not None and t.interval.start <= last]


def _by_time(
    document: Document, attribution: Attribution, times: Sequence[Timex], around: Sequence[Timex]
) -> Said | None:
    """Return when it was said by a time in its sentence or, unless it is standing, by one `around` in its paragraph."""
    if attribution.act is Act.THOUGHT:
        return None
    found = beside(document, attribution, times)
    if found is not None:
        stated = found.distance <= NEAR
        basis = SaidBasis.STATED if stated else SaidBasis.INFERRED
        return _at(document, found.timex, basis, IN_CLAUSE if stated else IN_SENTENCE)
    if is_standing(document, attribution):
        return None
    timex = day_before(document, attribution, around)
    return _at(document, timex, SaidBasis.INFERRED, IN_PARAGRAPH) if timex else None


def _at(document: Document, timex: Timex, basis: SaidBasis, reason: str) -> Said | None:
    """Return the time of an expression as when something was said; of "this week" the days up to publication."""
    interval = timex.interval
    if interval is None:
        return None
    day = document.published.iso[:10] if document.published else interval.end
    if interval.start <= day < interval.end and not _has_name(timex):
        interval = Interval(interval.start, day)
    return Said(interval, _edtf(timex, interval), basis, reason, timex.span)


def _has_name(timex: Timex) -> bool:
    """Return whether its days are a month or year, which EDTF writes as such."""
    return timex.granularity in (Granularity.MONTH, Granularity.YEAR) and "/" not in (timex.value or "/")


def _edtf(timex: Timex, interval: Interval) -> str:
    about = "~" if timex.modifier == "APPROX" else ""
    if interval.is_day:
        return interval.start + about
    return f"{timex.value}{about}" if _has_name(timex) else f"{interval.start}/{interval.end}"


def _opening(document: Document, statements: Sequence[Statement], told: Sequence[Said | None]) -> Said | None:
    """Return the first day of the news that the article's opening gives for a statement."""
    body = next((r.start for r in document.regions if r.kind in (RegionKind.STANDFIRST, RegionKind.BODY)), 0)
    stated = [
        (statement.attribution.start, found)
        for statement, found in zip(statements, told, strict=True)
        if found is not None and found.reason in (IN_CLAUSE, IN_SENTENCE) and _is_news(document, statement, found)
    ]
    start, first = min(stated, key=lambda item: item[0], default=(0, None))
    return _inferred(first, OPENING) if first is not None and start - body <= _OPENING else None


def _of_passage(document: Document, found: Said, opening: Said | None) -> Said | None:
    """Return the day that heads a sentence ("On Tuesday he said") where it is later than `opening`, else that.

    Earlier ones tell what led to the news: an article comes back from them without naming its day again.
    """
    if found.span is None or found.basis is not SaidBasis.STATED:
        return opening
    start, _ = sentence_around(document.text, found.span.start, found.span.end)
    heads = document.text[start : found.span.start].strip().casefold() in ("", "on")
    later = opening is not None and found.interval.start > opening.interval.end
    return _inferred(found, PASSAGE) if heads and later else opening


def _is_news(document: Document, statement: Statement, found: Said) -> bool:
    """Return whether it is one day, near to publication, and no time before that of the story: "had said on Monday"."""
    if document.published is None or not found.interval.is_day or is_standing(document, statement.attribution):
        return False
    day = date.fromisoformat(document.published.iso[:10])
    return abs(date.fromisoformat(found.interval.start) - day) <= _NEWS


def _is_lead(document: Document, attribution: Attribution) -> bool:
    """Return whether it stands in the headline, the standfirst or the first paragraph."""
    first = next((region for region in document.regions if region.kind is RegionKind.BODY), None)
    return first is not None and attribution.start < first.end


def _inferred(found: Said, reason: str) -> Said:
    return replace(found, basis=SaidBasis.INFERRED, reason=reason, edtf=f"{found.edtf.rstrip('~')}~")


def _is_crowd(statement: Statement) -> bool:
    """Return whether the speakers are several whom nobody names."""
    speaker = statement.speaker
    if speaker is None or speaker.kind not in (ActorKind.UNNAMED, ActorKind.GROUP):
        return False
    return not _CROWD.isdisjoint(speaker.name.casefold().split())
