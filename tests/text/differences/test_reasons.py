"""What a reader is told about a difference."""

from dataclasses import replace

import pytest
from tests.text.differences.tellings import telling

from onrecord.record import Interval
from onrecord.text.differences import differences


@pytest.mark.parametrize(
    ("fuller", "other", "reasons"),
    [
        ("Nobody was paid.", "Somebody was paid.", ["“Somebody” for “Nobody”: what is said becomes its opposite"]),
        ("They can no longer pay.", "They can pay.", ["drops “no longer”: what is said becomes its opposite"]),
        ("It isn't safe.", "It is safe.", ["drops “not”: what is said becomes its opposite"]),
        ("They've gone.", "They have gone.", ["“They have” for “They've”: the same, written otherwise"]),
        ("It's at 30 kph.", "It's at 30 kilometres per hour.",
         ["“kilometres per hour” for “kph”: the same, written otherwise"]),
        ("Five ships.", "5 ships.", ["“5” for “Five”: the same number"]),
        ("This is over, friend.", "THIS IS OVER, friend.",
         ["“THIS IS OVER” for “This is over”: capital letters alone differ"]),
        ("Sen. Lorn waits.", "Senator Lorn waits.", ["“Senator” for “Sen”: the same, written otherwise"]),
        ("General Lorn waits.", "Mr. Lorn waits.", ["“Mr” for “General”: another title"]),
        ("We wait, and see.", "We wait and see.", ["“,” behind “wait” is left out"]),
        ("We wait and see.", "We wait, and see.", ["“,” behind “wait” is put in"]),
        ("We wait; they see.", "We wait, they see.", ["“,” for “;”"]),
        ("Most ships wait.", "Ships wait.",
         ["the quotation leaves out “Most”, which limits it", "“Ships” for “ships”: capital letters alone differ"]),
        ("We agree in principle to it.", "We agree to it.",
         ["drops “in principle”, which limits what is said, without a mark of ellipsis"]),
        ("It is a war.", "It is a dispute.", ["“dispute” for “war”: another word within the quotation"]),
        ("Are we safe here?", "We are safe here.", ["“We are” for “Are we”: the words in another order"]),
        ("We go. They stay. Wait.", "We go. Wait.", ["drops “They stay” without a mark of ellipsis"]),
    ],
)  # fmt: skip
def test_a_difference_is_explained(fuller: str, other: str, reasons: list[str]) -> None:
    """The words of both, and what they do."""
    assert [d.reason for d in differences(telling(fuller), telling(other, "b"))] == reasons


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Interval("2018-04-20", "2018-04-20"), "on 2018-04-20"),
        (Interval("2016-01-01", "2016-12-31"), "in 2016"),
        (Interval("2018-04-09", "2018-04-15"), "between 2018-04-09 and 2018-04-15"),
    ],
)
def test_days_are_told_as_far_as_they_are_known(said: Interval, told: str) -> None:
    """A day, a year, or the days between two."""
    fuller = replace(telling("We wait."), said=Interval("2020-05-02", "2020-05-02"))
    (found,) = differences(fuller, replace(telling("We wait.", "b"), said=said))
    assert found.reason == f"said {told}, in the fuller telling on 2020-05-02"
