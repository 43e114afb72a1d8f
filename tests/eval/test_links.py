"""Labelled pairs of statements, and how far two readings agree."""

from itertools import chain
from pathlib import Path

import pytest
from eval.links import AGAIN, Label, Side, agreement, articles, read, statements

from onrecord.record import LinkBasis, Relation

LINKED = Label(True, "same", True, LinkBasis.QUOTED, Relation.TRUNCATED, "a", True)
PARAPHRASED = Label(True, "same", True, LinkBasis.PROPOSITION, Relation.PARAPHRASE, "b", True)
APART = Label(True, "same", False, None, None, None, True)
ELSEWHERE = Label(True, "different", False, None, None, None, False)


def pair(number: int) -> tuple[Side, Side]:
    """Return the pair of that number."""
    return Side("tern-news", ((number, number + 1),)), Side("meridian-wire", ((0, 5), (9, 12)))


def test_there_are_enough_pairs() -> None:
    """At least 700 pairs, 250 of them linked, as the readers were asked for."""
    labels = read().values()
    assert len(labels) >= 700
    assert sum(label.link for label in labels) >= 250


def test_the_second_reading_is_of_pairs_of_the_first() -> None:
    """Nothing was read again that was not read before."""
    assert read(AGAIN).keys() <= read().keys()


def test_no_pair_stands_twice() -> None:
    """Whichever side comes first, a pair is labelled once."""
    pairs = [frozenset(pair) for pair in read()]
    assert len(set(pairs)) == len(pairs)


def test_no_statement_is_paired_with_itself() -> None:
    """The two sides are two statements."""
    assert all(a != b for a, b in read())


@pytest.mark.parametrize(
    ("occasion", "link", "fuller"), [("maybe", False, None), ("different", True, "a"), ("same", False, "a")]
)
def test_a_label_that_contradicts_itself_is_refused(occasion: str, link: bool, fuller: str | None) -> None:
    """No unknown answer, no link across occasions, no fuller side without a link."""
    basis, relation = (LinkBasis.QUOTED, Relation.VERBATIM) if link else (None, None)
    with pytest.raises(ValueError, match=r"none of|act of saying|go with a link"):
        Label(True, occasion, link, basis, relation, fuller, True)


def test_two_readings_that_say_the_same_agree() -> None:
    """Every measure is 1."""
    labels = {pair(1): LINKED, pair(2): APART}
    found = agreement(labels, labels)
    assert (found.link, found.kappa, found.f1, found.occasion, found.relation) == (1, 1, 1, 1, 1)


def test_only_pairs_that_both_read_count() -> None:
    """A pair of one reading alone is left out."""
    assert agreement({pair(1): LINKED, pair(2): APART}, {pair(2): APART}).pairs == 1


def test_what_chance_would_give_is_taken_off() -> None:
    """Three of four agree, half would by chance: kappa is half."""
    one = {pair(1): LINKED, pair(2): LINKED, pair(3): APART, pair(4): APART}
    other = one | {pair(2): APART}
    found = agreement(one, other)
    assert [found.link, found.kappa, found.f1] == pytest.approx([0.75, 0.5, 2 / 3])


def test_relations_are_compared_where_both_link() -> None:
    """One relation differs of two; the pair that only one links does not count."""
    one = {pair(1): LINKED, pair(2): LINKED, pair(3): LINKED}
    other = {pair(1): LINKED, pair(2): PARAPHRASED, pair(3): ELSEWHERE}
    assert agreement(one, other).relation == 0.5


def test_occasions_are_compared_on_all_pairs() -> None:
    """One of two differs."""
    assert agreement({pair(1): APART, pair(2): APART}, {pair(1): APART, pair(2): ELSEWHERE}).occasion == 0.5


@pytest.mark.shared
def test_the_pipeline_finds_the_statements_of_a_pair(shared: Path) -> None:
    """The labels' offsets are those of statements as the pipeline cuts them."""
    first = dict([next(iter(read().items()))])
    found = {side for article, read_as in articles(first) for side in statements(article, read_as)}
    assert set(chain.from_iterable(first)) <= found
