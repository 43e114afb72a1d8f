"""Things that pairs tie together."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.text.groups import groups

PAIRS = [("b", "a"), ("c", "b"), ("e", "d")]


@pytest.mark.parametrize("pairs", list(permutations(PAIRS)))
def test_pairs_in_any_order_make_the_same_groups(pairs: list[tuple[str, str]]) -> None:
    """What is tied by others is one group too, sorted."""
    assert groups("abcdef", pairs) == [["a", "b", "c"], ["d", "e"]]


def test_what_no_pair_holds_is_a_group_of_its_own_if_asked_for() -> None:
    """With a least size of one nothing is left out."""
    assert groups("abcdef", PAIRS, least=1)[-1] == ["f"]


def test_pairs_with_strangers_do_not_count() -> None:
    """Only the things given are grouped."""
    assert groups("ab", [("a", "x"), ("x", "b")]) == []
