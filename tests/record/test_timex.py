"""Time expressions and when something was said, as nouns."""

import pytest

from onrecord.errors import InternalError
from onrecord.record import Span
from onrecord.record.timex import Granularity, Interval, Reading, Timex, TimexKind


@pytest.mark.parametrize(
    ("start", "end"), [("2018-04-19", "2018-04-18"), ("2018-04-31", "2018-05-01"), ("soon", "later")]
)
def test_an_interval_is_two_days_in_order(start: str, end: str) -> None:
    """Days that the calendar does not have, or in the wrong order, are refused."""
    with pytest.raises(InternalError):
        Interval(start, end)


def test_an_interval_contains_its_days() -> None:
    """An interval holds itself and what lies within, and no more."""
    month, day = Interval("2018-04-01", "2018-04-30"), Interval("2018-04-19", "2018-04-19")
    assert month.contains(month)
    assert month.contains(day)
    assert not day.contains(month)


@pytest.mark.parametrize(("end", "is_day"), [("2018-04-19", True), ("2018-04-20", False)])
def test_a_day_is_an_interval_of_one(end: str, is_day: bool) -> None:
    """An interval is a day where it begins and ends on the same."""
    assert Interval("2018-04-19", end).is_day is is_day


def test_days_without_a_value_are_refused() -> None:
    """An expression of no known value covers no days."""
    with pytest.raises(InternalError):
        Timex("d", Span(0, 3, "now"), TimexKind.DATE, None, "basis", interval=Interval("2018-04-19", "2018-04-19"))


def test_readings_may_stand_without_a_value() -> None:
    """Where nothing decides between two readings, both are kept and neither is the value."""
    readings = (Reading("2018-03-04"), Reading("2018-04-03"))
    timex = Timex("d", Span(0, 3, "3/4"), TimexKind.DATE, None, "ambiguous", others=readings)
    assert timex.others == readings


def test_the_id_depends_on_the_place_alone() -> None:
    """Another value of the same words leaves the id as it is."""
    one = Timex("d", Span(0, 3, "May"), TimexKind.DATE, "2018-05", "basis", Granularity.MONTH)
    assert one.id == Timex("d", Span(0, 3, "May"), TimexKind.DATE, "2019-05", "basis").id
