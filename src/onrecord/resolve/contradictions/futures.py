"""A date after publication that is told as past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.record import Document, RegionKind
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.record.timex import Timex, TimexKind
from onrecord.resolve.contradictions.days import Figures, figures, latest
from onrecord.resolve.contradictions.past import told_as_past
from onrecord.resolve.phrases import Sentences

LATER = timedelta(days=1)
"""How much later than publication a day may be: time zones, and pages brought up to date."""
SOON = timedelta(days=45)
"""How long after publication a day without a year may be: farther ones that are told as past are of the year before."""
_APART, _YEAR = 3, 183
"""Days after the day that an undated article opens with, from which and to which another one is later."""


def futures(document: Document, times: Sequence[Timex]) -> Iterator[Anomaly]:
    """Yield a flag for each day after publication that is told as past; a bare weekday is of whichever week fits.

    Of a page that tells no date of publication, a day in figures is compared with the one that its first
    sentence tells as past: such a page is of that day or the next ones.
    """
    today, sentences = latest(document), Sentences.of(document)
    if today is None:
        yield from _undated(document, sentences)
        return
    for timex in times:
        dated = timex.kind in (TimexKind.DATE, TimexKind.TIME) and any(c.isdigit() for c in timex.span.words)
        if not dated or timex.interval is None or not timex.interval.is_day:
            continue
        day = date.fromisoformat(timex.interval.start)
        place = sentences.at(timex.span.start)
        soon = str(day.year) in timex.span.words or day <= today + SOON
        if soon and day > today + LATER and told_as_past(document.text, place, timex.span.start, timex.span.end):
            reason = f"told as past, but {day.isoformat()} is {(day - today).days} days after {today.isoformat()}"
            yield Anomaly(document.id, AnomalyKind.FUTURE, (timex.span,), f"{reason}, when the page was published")


def _undated(document: Document, sentences: Sentences) -> Iterator[Anomaly]:
    found = list(figures(document))
    order = {pair.day_first for pair in found} - {None}
    opening = next((r for r in document.regions if r.kind is RegionKind.BODY), None)
    if len(order) != 1 or opening is None:
        return
    day_first, last = bool(order.pop()), sentences.at(opening.start)[1]
    first = next((pair for pair in found if opening.start <= pair.start < last), None)
    if first is None:
        return
    for pair in found:
        later = _days_between(first, pair, day_first=day_first)
        past = told_as_past(document.text, sentences.at(pair.start), pair.start, pair.end)
        if _APART < later < _YEAR and past:
            spans = (document.span(first.start, first.end), document.span(pair.start, pair.end))
            reason = f"told as past, but {later} days after {spans[0].words}, the day with which the page opens as news"
            yield Anomaly(document.id, AnomalyKind.FUTURE, spans, reason)


def _days_between(first: Figures, pair: Figures, *, day_first: bool) -> int:
    """Return how many days after `first` the day of `pair` is, in a year without a leap day; -1 for no days."""
    days = [figure.on(2001, day_first=day_first) for figure in (first, pair)]
    return (days[1] - days[0]).days if days[0] and days[1] else -1
