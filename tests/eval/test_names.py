"""The hard pairs of names."""

import pytest
from eval.names import Pair, answer, read, share_right


def test_there_are_enough_pairs_of_every_kind() -> None:
    """At least 220 pairs, and every answer occurs."""
    pairs = list(read())
    assert len(pairs) >= 220
    assert {pair.answer for pair in pairs} == {"same", "different", "doubt"}


def test_at_least_97_in_100_are_right() -> None:
    """The share of right answers is what the issue asks for."""
    assert share_right()["right"] >= 0.97


@pytest.mark.parametrize("pair", list(read())[::20], ids=lambda pair: f"line {pair.line}")
def test_an_answer_is_one_of_three(pair: Pair) -> None:
    """Whatever the pair, the answer is same, different or doubt."""
    assert answer(pair) in ("same", "different", "doubt")
