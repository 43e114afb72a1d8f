"""Pairs of tellings of our own, harmless and not: ``pairs.txt``."""

from pathlib import Path

import pytest
from tests.text.differences.tellings import telling

from onrecord.text.differences import differences

LINES = (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines()
PAIRS = [tuple(part.strip() for part in line.split(" | ")) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("expected", "fuller", "other"), PAIRS)
def test_what_changes_the_meaning_is_named_and_what_does_not_is_harmless(
    expected: str, fuller: str, other: str
) -> None:
    """The kinds of the differences that change the meaning are those that a careful reader names."""
    found = differences(telling(fuller), telling(other, "b"))
    assert [d.kind.value for d in found if d.changes_meaning] == (
        [] if expected == "harmless" else expected.split(", ")
    )
