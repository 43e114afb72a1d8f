"""What a time expression may be relative to: the day of publication, and the expressions before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from onrecord.record.timex import Granularity
from onrecord.resolve.when.calendar import G, Period, day_of
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import TO_ANOTHER, TO_PUBLICATION, UNANCHORED, UNDATED, Meaning, at, unknown
from onrecord.resolve.when.tense import Tense, tense_beside

_AGAINST_TENSE = 200
"""Days: so much farther away may the day to which the verb looks be than the one to which it does not.

Of 120, 160, 200, 250 and 300, 250 and more lose values of TimeBank, 160 and less phrases of our own
(`python -m eval.timex`, `python -m eval.times`).
"""
_NAMES_QUARTER = frozenset({"quarter", "adjective_quarter", "qn"})


def _open_order() -> bool | None:
    return None


@dataclass(slots=True)
class Context:
    """Where a document stands in time while its expressions are read in order.

    `today` is the day of publication and `now` its time, where known. `mentioned` is the last place on the calendar
    that the text named, `day` the last day, `quarter` the last quarter that is over, and `quarter_at` where it was
    named. `day_first` tells how 3/4 is read, None where both readings are open; it is asked only when needed.
    """

    today: Period | None
    now: datetime | None = None
    day_first: Callable[[], bool | None] = _open_order
    mentioned: Period | None = None
    day: Period | None = None
    quarter: Period | None = None
    quarter_at: int = 0

    @classmethod
    def of(cls, published: str | None, day_first: Callable[[], bool | None] = _open_order) -> Context:
        """Return the context of an article published at an ISO 8601 date or date-time, or one knows not when."""
        if published is None:
            return cls(None, None, day_first)
        moment = datetime.fromisoformat(published) if len(published) > 10 else None
        day = moment.date() if moment else date.fromisoformat(published)
        return cls(Period(day, G.DAY), moment, day_first)

    def tense(self, match: Match) -> Tense:
        """Return which way the verb beside the expression looks."""
        return tense_beside(match.tokens, match.first, match.last)

    def note(self, meaning: Meaning, match: Match) -> None:
        """Take in what an expression meant, for those that come after it.

        What is told as before another expression is an aside: the text goes on from that other one. Companies
        report on quarters that are over, so those to come are asides too.
        """
        period = meaning.period
        if period is None or match.rule.startswith("year_ago") or match.has("ago", "earlier"):
            return
        self.mentioned = period
        if period.grain is G.DAY:
            self.day = period
        over = self.today is None or period.end <= self.today.start
        if match.rule in _NAMES_QUARTER and (over or self.quarter is None):
            self.quarter, self.quarter_at = period, match.start

    def from_today(self, find: Callable[[Period], Period | None], modifier: str | None = None) -> Meaning | None:
        """Return the place that `find` names, given the day of publication; unknown without one."""
        return at(find(self.today), TO_PUBLICATION, modifier) if self.today is not None else unknown(UNDATED)

    def relative(self, grain: Granularity, count: int, modifier: str | None = None) -> Meaning | None:
        """Return the period of `grain` that lies `count` after that of publication."""
        return self.from_today(lambda today: today.within(grain).shift(count), modifier)

    def from_mentioned(self, find: Callable[[Period], Period | None], anchor: Period | None) -> Meaning | None:
        """Return the place that `find` names, given an expression before; of publication where there is none."""
        if anchor is not None:
            return at(find(anchor), TO_ANOTHER)
        return self.from_today(find) if self.today is not None else unknown(UNANCHORED)

    def weekday(self, weekday: int, tense: Tense) -> Period | None:
        """Return the nearest such weekday, looking as `tense` does, the day of publication included."""
        if self.today is None:
            return None
        ahead = (weekday - self.today.start.weekday()) % 7
        return self.today.shift(ahead if tense is Tense.FUTURE or ahead == 0 else ahead - 7)

    def month_day(self, month: int, day: int, tense: Tense) -> Period | None:
        """Return the day of that name nearest to publication; where two are near, the one the verb looks to."""
        if self.today is None:
            return None
        today = self.today.start
        days = [found for shift in (-1, 0, 1) if (found := day_of(today.year + shift, month, day))]
        return min(days, key=lambda found: distance((found.start - today).days, tense), default=None)

    def month(self, month: int, tense: Tense) -> Period | None:
        """Return the month of that name: the last one or this month, unless the verb looks ahead."""
        if self.today is None:
            return None
        ahead = (month - self.today.start.month) % 12
        return self.today.within(G.MONTH).shift(ahead if tense is Tense.FUTURE or ahead == 0 else ahead - 12)


def distance(days: int, tense: Tense) -> int:
    """Return how far away a day is, farther on the other side of publication than the verb looks to."""
    against = (tense is Tense.PAST and days > 0) or (tense is Tense.FUTURE and days < 0)
    return abs(days) + _AGAINST_TENSE * against
