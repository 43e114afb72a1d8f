"""Pairs gathered into occasions."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.align.clusters import clusters

PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] < p[1]),
    st.integers(0, 100).map(lambda n: n / 100),
)


def test_the_mean_decides_not_one_pair():
    """A chain of sure pairs does not join two groups that disagree on the whole."""
    sure = {("a", "b"): 0.9, ("b", "c"): 0.6, ("c", "d"): 0.9, ("a", "c"): 0.1, ("a", "d"): 0.1, ("b", "d"): 0.1}
    assert clusters(sure, 0.5) == [("a", "b"), ("c", "d")]


def test_a_bond_makes_up_for_a_mean_somewhat_too_low():
    """Two groups that share a passage are one though the mean alone would not say so."""
    pairs = {("a", "b"): 0.9, ("a", "c"): 0.45, ("b", "c"): 0.45}
    assert clusters(pairs, 0.5) == [("a", "b")]
    assert clusters(pairs | {("a", "c"): 0.6}, 0.55, bonds={("a", "c"): 0.6}) == [("a", "b", "c")]


def test_what_is_left_alone_joins_where_it_is_bound():
    """A statement that was compared with one of many joins it by a strong bond."""
    many = {(a, b): 0.9 for a in "abcd" for b in "abcd" if a < b} | {("a", "z"): 0.7}
    assert clusters(many, 0.5) == [("a", "b", "c", "d")]
    assert clusters(many, 0.5, bonds={("a", "z"): 0.69}) == [("a", "b", "c", "d", "z")]


def test_what_little_finds_is_not_apart_from_the_rest():
    """An undated statement is of the occasion of those that were compared with it; a dated one would be apart."""
    many = {(a, b): 0.9 for a in "abcd" for b in "abcd" if a < b} | {("a", "z"): 0.7}
    assert clusters(many, 0.5, undated={"z"}) == [("a", "b", "c", "d", "z")]
    assert clusters(many | {("b", "z"): 0.2}, 0.5, undated={"z"}) == [("a", "b", "c", "d")]


def test_forced_pairs_are_joined_whatever_their_chance():
    """What people judged to be the same is of one occasion."""
    assert clusters({("a", "b"): 0.01}, 0.5, forced=[("a", "b"), ("c", "d")]) == [("a", "b"), ("c", "d")]


@given(PAIRS, st.randoms(use_true_random=False))
def test_order_changes_nothing(pairs, rng: random.Random):
    """The same pairs give the same clusters in any order."""
    shuffled = list(pairs.items())
    rng.shuffle(shuffled)
    assert clusters(dict(shuffled), 0.5) == clusters(pairs, 0.5)


@given(PAIRS)
def test_clusters_share_no_member(pairs):
    """Nothing is of two occasions."""
    members = [one for group in clusters(pairs, 0.5) for one in group]
    assert len(members) == len(set(members))


@pytest.mark.parametrize("extra", [{("x", "y"): 0.95}, {("x", "y"): 0.2}])
def test_an_unrelated_pair_changes_nothing_else(extra):
    """Statements of others leave clusters as they are."""
    pairs = {("a", "b"): 0.9, ("b", "c"): 0.7, ("a", "c"): 0.7}
    assert clusters(pairs, 0.5)[0] == clusters(pairs | extra, 0.5)[0] == ("a", "b", "c")
