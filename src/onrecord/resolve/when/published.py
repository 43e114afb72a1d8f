"""The day of publication as about when something was said that is told without a time."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.record import Document
from onrecord.record.timex import Interval, Said, SaidBasis

PUBLISHED = "the day of publication"
DAY_BEFORE = "the day before, as it was published in the morning"
ONE_OF_TWO = "the day of publication or the one before, as it was published in the morning"

_MIDNIGHT = "00:00"
"""The time of what is dated by a day alone, as many pages write it."""
_PAPERS = "08:00"
"""Published before this, an article tells of the day before: nothing was said to the press that morning yet."""
_MORNING = "10:00"
"""Published before this, it tells of the day before or of that morning."""


def published(document: Document) -> Said | None:
    """Return the day of publication, of what was published in the morning the day before; None where not known.

    The clock is that of the date of publication, in whatever zone it is written. The limits follow from when papers
    are printed and people speak; `python -m eval.tellings` measures them.
    """
    if document.published is None:
        return None
    day, clock = document.published.iso[:10], document.published.iso[11:16]
    if not _MIDNIGHT < clock < _MORNING:
        return _about(Interval(day, day), PUBLISHED)
    before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    if clock < _PAPERS:
        return _about(Interval(before, before), DAY_BEFORE)
    return _about(Interval(before, day), ONE_OF_TWO)


def _about(interval: Interval, reason: str) -> Said:
    edtf = interval.start if interval.is_day else f"{interval.start}/{interval.end}"
    return Said(interval, f"{edtf}~", SaidBasis.INFERRED, reason)
