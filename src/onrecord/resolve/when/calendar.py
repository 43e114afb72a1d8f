"""Periods on the calendar: days, weeks, months, quarters, years, with their TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.record.timex import Granularity, Interval

G = Granularity
_DAY = timedelta(days=1)
_MONTHS = {G.MONTH: 1, G.QUARTER: 3, G.SEASON: 3, G.HALF: 6, G.YEAR: 12, G.DECADE: 120, G.CENTURY: 1200}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The period of the given grain that begins on `start`. Make it with :meth:`of`.

    A winter begins in December and bears that year's number; seasons are those of the northern half of the
    earth, by whole months, as in TimeBank.
    """

    start: date
    grain: Granularity

    @classmethod
    def of(cls, day: date, grain: Granularity) -> Period:
        """Return the period that holds `day`; of a day in the week, the weekend that ends the week."""
        return cls(_start(day, grain), grain)

    @property
    def end(self) -> date:
        """The last day."""
        if self.grain is G.DAY:
            return self.start
        if self.grain in (G.WEEK, G.WEEKEND):
            return self.start + (6 if self.grain is G.WEEK else 1) * _DAY
        return _plus_months(self.start, _MONTHS[self.grain]) - _DAY

    def shift(self, count: int) -> Period | None:
        """Return the period `count` of its kind later, None beyond the years 1 to 9999."""
        try:
            if self.grain in (G.DAY, G.WEEK, G.WEEKEND):
                days = count if self.grain is G.DAY else 7 * count
                return Period(self.start + days * _DAY, self.grain)
            return Period(_plus_months(self.start, count * _MONTHS[self.grain]), self.grain)
        except (ValueError, OverflowError):
            return None

    @property
    def interval(self) -> Interval:
        """Its days."""
        return Interval(self.start.isoformat(), self.end.isoformat())

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        year = f"{self.start.year:04}"
        match self.grain:
            case G.CENTURY:
                return year[:2]
            case G.DECADE:
                return year[:3]
            case G.YEAR:
                return year
            case G.HALF:
                return f"{year}-H{self.start.month // 6 + 1}"
            case G.QUARTER:
                return f"{year}-Q{self.start.month // 3 + 1}"
            case G.SEASON:
                return f"{year}-{_SEASONS[self.start.month]}"
            case G.MONTH:
                return f"{year}-{self.start.month:02}"
            case G.WEEK | G.WEEKEND:
                week_year, week, _ = self.start.isocalendar()
                return f"{week_year:04}-W{week:02}" + ("-WE" if self.grain is G.WEEKEND else "")
        return self.start.isoformat()

    def within(self, grain: Granularity) -> Period:
        """Return the period of a coarser grain that holds this one's first day."""
        return Period.of(self.start, grain)


def day_of(year: int, month: int, day: int) -> Period | None:
    """Return the day, None where the calendar has none such."""
    try:
        return Period(date(year, month, day), G.DAY)
    except ValueError:
        return None


def year_of(year: int) -> Period | None:
    """Return the year, None outside of 1 to 9999."""
    return Period(date(year, 1, 1), G.YEAR) if 1 <= year <= 9999 else None


def month_of(year: int, month: int) -> Period:
    """Return the month; raises ValueError where there is none such."""
    return Period(date(year, month, 1), G.MONTH)


def _start(day: date, grain: Granularity) -> date:
    year, month = day.year, day.month
    match grain:
        case G.WEEK:
            return day - day.weekday() * _DAY
        case G.WEEKEND:
            return day + (5 - day.weekday()) * _DAY
        case G.MONTH:
            return day.replace(day=1)
        case G.QUARTER:
            return date(year, (month - 1) // 3 * 3 + 1, 1)
        case G.HALF:
            return date(year, 1 if month <= 6 else 7, 1)
        case G.SEASON:
            return date(year - 1, 12, 1) if month < 3 else date(year, month // 3 * 3, 1)
        case G.YEAR:
            return date(year, 1, 1)
        case G.DECADE:
            return date(max(year // 10 * 10, 1), 1, 1)
        case G.CENTURY:
            return date(max(year // 100 * 100, 1), 1, 1)
    return day


def _plus_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, day.day)
