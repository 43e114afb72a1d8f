"""Links gathered into groups in which all are linked."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.align.cliques import cliques

LINKS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda p: p[0] < p[1]),
    st.integers(40, 100).map(lambda n: n / 100),
)


def test_a_star_does_not_link_its_leaves():
    """A long quotation that two short tellings tell parts of is in two groups."""
    assert cliques({("a", "b"): 0.9, ("a", "c"): 0.8}) == [("a", "b"), ("a", "c")]


@given(LINKS)
def test_every_link_lies_in_a_group(links):
    """Groups show every link, and nothing that is none."""
    shown = {pair for group in cliques(links) for pair in combinations(group, 2)}
    assert shown == set(links)


@given(LINKS)
def test_there_are_never_more_groups_than_links(links):
    """However links lie, groups do not multiply."""
    assert len(cliques(links)) <= len(links)


@given(LINKS, st.randoms(use_true_random=False))
def test_order_changes_nothing(links, rng: random.Random):
    """The same links give the same groups in any order."""
    shuffled = list(links.items())
    rng.shuffle(shuffled)
    assert cliques(dict(shuffled)) == cliques(links)


def test_thirty_that_are_all_linked_are_one_group():
    """Reprints are one utterance."""
    names = [f"{n:02}" for n in range(30)]
    assert cliques(dict.fromkeys(combinations(names, 2), 1.0)) == [tuple(names)]
