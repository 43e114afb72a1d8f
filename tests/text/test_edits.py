"""Words that were dropped, added or changed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.edits import MOST, edits


def told(before: str, after: str) -> list[tuple[str, str]]:
    """Return the words of each edit, before and after."""
    return [(before[slice(*each.before)], after[slice(*each.after)]) for each in edits(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("We will not go.", "We will go.", [("not", "")]),
        ("We will go.", "We will surely go.", [("", "surely")]),
        ("Thirty-one boats", "Thirty-three boats", [("Thirty-one", "Thirty-three")]),
        ('"We go," he said, adding more.', "“We go,” he said.", [(", adding more", "")]),
        ("", "We go.", [("", "We go.")]),
        ("the same", "the same", []),
    ],
)
def test_edits(before: str, after: str, found: list[tuple[str, str]]) -> None:
    """What differs is told in words of both texts."""
    assert told(before, after) == found


@given(st.text(), st.text())
def test_lead_from_one_to_the_other(before: str, after: str) -> None:
    """Ranges lie in their texts, in order, and touch nothing twice."""
    last = (0, 0)
    for each in edits(before, after):
        assert last[0] <= each.before[0] <= each.before[1] <= len(before)
        assert last[1] <= each.after[0] <= each.after[1] <= len(after)
        last = each.before[1], each.after[1]


def test_long_texts() -> None:
    """Texts too long to be compared word by word are one edit, told at once."""
    before = "a b " * MOST
    begun = time.perf_counter()
    assert told(before, before + "c") == [(before, before + "c")]
    assert edits(before, before) == ()
    assert time.perf_counter() - begun < 0.5
