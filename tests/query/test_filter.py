"""Filters are checked when they are made."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.errors import SettingsError
from onrecord.query import Filter


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "soon"},
        {"until": "2031-3-4"},
        {"since": "2031-03-04T10:00"},
        {"limit": 0},
        {"form": "shouted"},
        {"act": "dreamt"},
        {"min_confidence": 1.01},
        {"min_confidence": -0.1},
        {"min_confidence": float("nan")},
    ],
)
def test_a_condition_without_valid_value_is_told(wrong: dict[str, Any]) -> None:
    """A day, a form, an act or a number that is none raises."""
    with pytest.raises(SettingsError, match=next(iter(wrong))):
        Filter(**wrong)


@pytest.mark.parametrize("day", ["2031", "2031-03", "2031-03-04"])
def test_days_may_be_coarse(day: str) -> None:
    """A year or a month will do."""
    assert Filter(since=day, until=day).since == day
