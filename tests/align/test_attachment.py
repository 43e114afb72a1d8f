"""Statements that go where they are bound."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.align.attachment import attached

PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] < p[1]),
    st.integers(0, 100).map(lambda n: n / 100),
)
GROUPS = (("a", "b"), ("c", "d", "e"), ("f",), ("g",))


def sets(groups: list[list[str]]) -> set[frozenset[str]]:
    """Return groups without their order."""
    return set(map(frozenset, groups))


def test_who_quotes_another_occasion_goes_there():
    """A statement goes where it is bound, if nothing of its own occasion binds it as strongly."""
    bonds = {("a", "b"): 0.2, ("b", "c"): 0.6, ("c", "d"): 0.9}
    assert sets(attached(GROUPS[:2], bonds)) == {frozenset("a"), frozenset("bcde")}


def test_who_is_bound_at_home_stays():
    """Two statements that are each bound more strongly at home stay where they are."""
    bonds = {("a", "b"): 0.7, ("b", "c"): 0.6, ("c", "d"): 0.9}
    assert sets(attached(GROUPS[:2], bonds)) == sets([list(group) for group in GROUPS[:2]])


def test_only_one_of_two_goes():
    """Of two that nothing holds, the one of the smaller group goes, and they do not swap."""
    assert sets(attached(GROUPS[:2], {("b", "c"): 0.6})) == {frozenset("a"), frozenset("bcde")}


def test_what_is_alone_joins_an_occasion():
    """A statement of no occasion goes where it is bound."""
    assert sets(attached([("a", "b"), ("f",)], {("a", "f"): 0.5})) == {frozenset("abf")}


def test_two_that_are_alone_stay_so():
    """No occasion is made of two that the mean did not join."""
    assert sets(attached([("f",), ("g",)], {("f", "g"): 0.9})) == {frozenset("f"), frozenset("g")}


def test_a_weak_bond_moves_nothing():
    """Below the least bond the mean decides."""
    assert sets(attached(GROUPS[:2], {("b", "c"): 0.4})) == sets([list(group) for group in GROUPS[:2]])


@given(PAIRS, st.randoms(use_true_random=False))
def test_order_changes_nothing(bonds, rng: random.Random):
    """The same bonds and groups give the same in any order."""
    shuffled = list(bonds.items())
    rng.shuffle(shuffled)
    groups = [rng.sample(group, len(group)) for group in rng.sample(GROUPS, len(GROUPS))]
    assert sets(attached(groups, dict(shuffled))) == sets(attached(GROUPS, bonds))
