"""Conditions that an outlet's own words leave out or add."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import Difference, DifferenceKind, Form, Part, Told
from onrecord.text.differences import differences

PRICE = "if Tolmark lowers the price of water"


def told(words: str, *condition: str) -> Told:
    """Return what an outlet tells in its own words, on these conditions."""
    return Told(words, f"d {words}", None, None, None, Form.INDIRECT, (Part(words),), "said", condition=condition)


def named(fuller: Told, other: Told) -> list[Difference]:
    """Return the conditions that are among the differences."""
    return [each for each in differences(fuller, other) if each.kind is DifferenceKind.CONDITION]


def test_a_condition_that_is_left_out_is_told() -> None:
    """Who would sign on a condition did not say that he signs."""
    fuller = told(f"he would sign a treaty in May {PRICE}", PRICE)
    [one] = named(fuller, told("Verek promised to sign a treaty"))
    assert one.changes_meaning
    assert one.fuller is not None and fuller.words[slice(*one.fuller)] == PRICE and one.other is None
    assert one.reason == f"leaves out the condition “{PRICE}”, without which it was not said"


def test_a_condition_that_is_put_in_is_told() -> None:
    """Nor may a condition be added to what was said without one."""
    other = told(f"Verek will sign the treaty {PRICE}", PRICE)
    [one] = named(told("he would sign a treaty in May"), other)
    assert one.fuller is None and one.other is not None and other.words[slice(*one.other)] == PRICE


def test_a_condition_beside_the_content_has_no_place() -> None:
    """A condition that the sentence puts beside what is told is one all the same."""
    [one] = named(told("he would sign a treaty in May", PRICE), told("Verek promised to sign a treaty in spring"))
    assert one.fuller is None


@pytest.mark.parametrize(
    "words",
    [
        "a lower price of water would bring Verek to sign a treaty",
        "Verek signs no treaty unless he gets his way",
        "Verek signs a treaty while it is cheap",
    ],
)
def test_a_condition_in_other_words_is_none_that_is_missing(words: str) -> None:
    """It is told in whichever words, or another one is, which a reader can compare."""
    assert named(told(f"he would sign a treaty {PRICE}", PRICE), told(words)) == []


@pytest.mark.parametrize(
    "fuller",
    [
        f"the talks were frank. He would come back {PRICE}",
        f"the talks were frank, and he would come back {PRICE}",
        f"the talks were frank, {PRICE}, they could go on",
    ],
)
def test_a_condition_of_another_clause_is_not_missed(fuller: str) -> None:
    """What is told without it was said without it."""
    assert named(told(fuller, PRICE), told("Verek spoke of frank talks")) == []


def test_quoted_words_are_compared_word_by_word() -> None:
    """Where both quote the same words, a cut tells what it leaves out, and once."""
    words = f"we will sign the treaty in May {PRICE}"
    fuller = replace(told(words, PRICE), form=Form.DIRECT)
    other = replace(told("we will sign the treaty in May"), form=Form.DIRECT)
    assert len(named(fuller, other)) == 1
