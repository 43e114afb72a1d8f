"""Points in time in order."""

from __future__ import annotations

import pytest

from onrecord.text.moment import LATEST, instant


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025-06-09", "2025-06-10"),
        ("2025-06-09T23:30:00", "2025-06-09"),
        ("2025-06-10T01:30:00+09:00", "2025-06-09T20:00:00-04:00"),
        ("2025-06-09T10:00:00+02:00", "2025-06-09T09:00:00Z"),
        ("2025-06-30", "2025-06"),
        ("2025-06-10", None),
        ("2025-06-10", ""),
    ],
)
def test_times_are_put_in_order(earlier: str, later: str | None) -> None:
    """In UTC; a day or month alone stands at its end, no time at all last."""
    assert instant(earlier) < instant(later)


def test_no_time_is_the_latest() -> None:
    """What bears no time stands behind all that do."""
    assert instant(None) == LATEST


def test_the_first_day_of_the_calendar_is_no_error() -> None:
    """Where another zone has no such day, the time is taken as it stands."""
    assert instant("0001-01-01T00:00:00+09:00") == "0001-01-01T00:00:00"
