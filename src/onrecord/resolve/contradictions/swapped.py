"""Dates whose day and month stand in another order than elsewhere on the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.record import Document, RegionKind
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.resolve.contradictions.days import Figures, Written, figures, latest, written
from onrecord.resolve.contradictions.past import told_as_past
from onrecord.resolve.phrases import Sentences

_NEWS, _FAR = 7, 60
"""Days before publication within which news is, and from which a date is not of the news that the page opens with."""


def swapped(document: Document) -> Iterator[Anomaly]:
    """Yield a flag for figures of both orders on one page, and for dates in letters that were read the other way round.

    Of the latter, one in the page's first sentence counts where it lies far from publication and its
    figures the other way round within a week before; any other one where the page has those figures,
    and they are a day of that week: 1/9 and "January 9" in an article of 2 September.
    """
    pairs = list(figures(document))
    yield from _both_orders(document, pairs)
    today = latest(document)
    if today is None:
        return
    sentences = Sentences.of(document)
    opening = next((sentences.at(r.start) for r in document.regions if r.kind is RegionKind.BODY), (0, 0))
    for day in written(document):
        if day.year is not None or not _is_turned(day, today):
            continue
        same = next((p for p in pairs if (p.first, p.second) == (day.month, day.day)), None)
        opens = opening[0] <= day.start < opening[1] and told_as_past(document.text, opening, day.start, day.end)
        if same is not None or opens:
            yield _turned(document, day, today, same)


def _both_orders(document: Document, pairs: list[Figures]) -> Iterator[Anomaly]:
    firsts = [pair for pair in pairs if pair.day_first is True]
    seconds = [pair for pair in pairs if pair.day_first is False]
    if firsts and seconds:
        spans = sorted(document.span(pair.start, pair.end) for pair in (firsts[0], seconds[0]))
        reason = f"one of {spans[0].words} and {spans[1].words} has its day first, the other its month"
        yield Anomaly(document.id, AnomalyKind.DAY_MONTH, tuple(spans), reason)


def _is_turned(day: Written, today: date) -> bool:
    """Return whether the day is far from `today`, and its figures the other way round are one of the last days."""
    other = day.swapped(today.year)
    near = min((abs((d - today).days) for y in (-1, 0, 1) if (d := day.on(today.year + y))), default=0)
    return other is not None and 0 <= (today - other).days <= _NEWS and near > _FAR


def _turned(document: Document, day: Written, today: date, same: Figures | None) -> Anomaly:
    other = day.swapped(today.year)
    spans = [document.span(day.start, day.end), *([document.span(same.start, same.end)] if same else [])]
    reason = f"read day first, the same figures are {other}, right before the page was published on {today}"
    return Anomaly(document.id, AnomalyKind.DAY_MONTH, tuple(sorted(spans)), reason)
