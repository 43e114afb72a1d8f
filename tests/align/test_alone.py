"""Pairs that are each other's only likely telling in two articles."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.align.telling import telling

from onrecord.align.alone import AHEAD, LEAST, alone
from onrecord.align.comparison import Compared

WEAK = LEAST + 0.02
TOLD = {
    one.statement_id: one
    for one in (
        telling("the dam stays", id="a", document="one"),
        telling("it rains", id="b", document="one"),
        telling("the dam will stay", id="c", document="two"),
        telling("it may rain", id="d", document="two"),
        telling("they do not ask and will close the dam", id="e", document="three"),
        telling("they would keep the dam open", id="f", document="four"),
    )
}
HOME = dict.fromkeys(TOLD, 0)


def found(*links: tuple[str, str, float], linked: frozenset[tuple[str, str]] = frozenset()) -> list[tuple[str, str]]:
    """Return the pairs that are alone, of pairs with these chances, in whichever order."""
    pairs = [Compared(a, b, 0.9, link) for a, b, link in links]
    answers = {tuple(sorted((p.a, p.b) for p in alone(order, HOME, linked, TOLD))) for order in permutations(pairs)}
    assert len(answers) == 1
    return list(answers.pop())


def test_each_others_only_likely_telling() -> None:
    """A pair somewhat below the threshold that nothing rivals is taken."""
    assert found(("a", "c", WEAK), ("a", "d", 0.05), ("b", "c", 0.05)) == [("a", "c")]


@pytest.mark.parametrize("rival", [("a", "d"), ("b", "c")])
def test_a_rival_on_either_side_forbids_it(rival: tuple[str, str]) -> None:
    """Where another statement of either article is nearly as likely, it is a guess."""
    assert found(("a", "c", WEAK), (*rival, WEAK / AHEAD + 0.01)) == []


def test_an_unlikely_pair_is_none() -> None:
    """Being the only one does not make it likely."""
    assert found(("a", "c", LEAST - 0.02)) == []


def test_what_is_linked_already_needs_no_weaker_link() -> None:
    """A statement that another of the article tells is not alone."""
    assert found(("a", "c", WEAK), linked=frozenset({("a", "d")})) == []


def test_statements_of_one_article_or_of_two_occasions_are_not_alone() -> None:
    """Only two articles' tellings of one occasion count."""
    pairs = [Compared("a", "b", 0.9, WEAK), Compared("a", "c", 0.9, WEAK)]
    assert list(alone(pairs, {**HOME, "c": 1}, (), TOLD)) == []


def test_contraries_are_no_tellings_of_one_another() -> None:
    """Closing and keeping open are not, whatever is negated beside them."""
    assert found(("e", "f", WEAK)) == []
