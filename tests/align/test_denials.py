"""What statements deny, and where one denies what another one claims."""

from __future__ import annotations

import pytest
from tests.align.telling import telling

from onrecord.align import align
from onrecord.align.denials import denied, doubted

CLAIM = "the northern harbour would be closed before the spring"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the harbour would not be closed", ["clos"]),
        ("he refused to sign and never paid", ["sign", "paid"]),
        ("not only closed but sold", []),
        ("the harbour would be closed", []),
    ],
)
def test_what_is_denied_is_the_first_telling_word_after_a_negation(text: str, expected: list[str]) -> None:
    """Words that tell nothing are passed over, and "not only" denies nothing."""
    assert list(denied(text.split())) == expected


def test_what_may_be_denied_reaches_further() -> None:
    """Not to be ready to support is not to support."""
    assert {"readi", "support"} <= set(doubted(["he", "is", "not", "ready", "to", "support", "the", "plan"]))


def test_a_claim_and_its_denial_are_kept_apart() -> None:
    """That the harbour would be closed and that it would not are two claims, however many words they share."""
    assert not align([telling(CLAIM, id="a"), telling("their harbour would not be closed", id="b")]).links


def test_a_denial_in_other_words_is_kept_apart() -> None:
    """Who will not close the harbour denies that he shuts it, and does not if he will not shut it either."""
    told = [telling("the harbour will not be closed", id="a"), telling("to shut the harbour", id="b")]
    assert not align(told).links
    assert align([told[0], telling("the harbour will not be shut", id="c")]).links


def test_two_denials_are_one_claim() -> None:
    """Not to be closed in other words is still not to be closed."""
    told = [telling(CLAIM.replace("be", "not be", 1), id="a"), telling("their harbour would never be closed", id="b")]
    assert align(told).links


def test_a_condition_may_turn_a_denial() -> None:
    """Not to open it unless they pay is to open it if they pay."""
    told = [
        telling("the harbour would not be opened unless the islands paid for the repair", id="a"),
        telling("the harbour would be opened if the islands paid for the repair", id="b"),
    ]
    assert align(told).links
