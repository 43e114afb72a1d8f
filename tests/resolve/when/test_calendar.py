"""Periods on the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.timex import Granularity
from onrecord.resolve.when.calendar import Period
from onrecord.resolve.when.feasts import easter

CALENDAR = [grain for grain in Granularity if grain not in (Granularity.PART, Granularity.MINUTE)]


@pytest.mark.parametrize(
    ("grain", "value", "end"),
    [
        (Granularity.DAY, "2018-04-19", "2018-04-19"),
        (Granularity.WEEK, "2018-W16", "2018-04-22"),
        (Granularity.WEEKEND, "2018-W16-WE", "2018-04-22"),
        (Granularity.MONTH, "2018-04", "2018-04-30"),
        (Granularity.QUARTER, "2018-Q2", "2018-06-30"),
        (Granularity.SEASON, "2018-SP", "2018-05-31"),
        (Granularity.HALF, "2018-H1", "2018-06-30"),
        (Granularity.YEAR, "2018", "2018-12-31"),
        (Granularity.DECADE, "201", "2019-12-31"),
        (Granularity.CENTURY, "20", "2099-12-31"),
    ],
)
def test_values(grain: Granularity, value: str, end: str) -> None:
    """A day lies in one period of each grain, with its TIMEX3 value and last day."""
    period = Period.of(date(2018, 4, 19), grain)
    assert (period.value, period.interval.end) == (value, end)


def test_the_first_days_of_a_year_may_be_of_the_last_years_week() -> None:
    """Weeks are those of ISO 8601."""
    assert Period.of(date(2021, 1, 1), Granularity.WEEK).value == "2020-W53"


def test_a_winter_bears_the_year_in_which_it_begins() -> None:
    """January belongs to the winter of the year before."""
    assert Period.of(date(2019, 1, 15), Granularity.SEASON).value == "2018-WI"


@given(st.dates(date(200, 1, 1), date(9700, 1, 1)), st.sampled_from(CALENDAR))
def test_periods_follow_one_another_without_gap(day: date, grain: Granularity) -> None:
    """The next period begins on the day after the last one's end; weekends a week after one another."""
    period = Period.of(day, grain)
    following = period.shift(1)
    assert following is not None
    gap = timedelta(days=6 if grain is Granularity.WEEKEND else 1)
    assert following.start == period.end + gap
    assert following.shift(-1) == period


def test_beyond_the_calendar_there_is_nothing() -> None:
    """Two thousand years before 1990 there is no period."""
    assert Period.of(date(1990, 1, 1), Granularity.YEAR).shift(-2000) is None


@pytest.mark.parametrize(
    ("year", "day"), [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31))]
)
def test_easter(year: int, day: date) -> None:
    """Easter Sunday is the western churches'."""
    assert easter(year) == day
