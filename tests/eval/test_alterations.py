"""The rules that alter quotations and reprint them."""

from random import Random

import pytest
from eval.alterations import altering, cutting, reprinting
from eval.alterations.measure import WAYS, Way, altered, reprints
from eval.alterations.quotations import pool

OWN = pool(held_out=False, shared=False)


@pytest.mark.parametrize(
    ("way", "quotation", "expected"),
    [
        (altering.drop_negation, "We will not sign.", "We will sign."),
        (altering.drop_negation, "We won't sign.", "We will sign."),
        (altering.drop_condition, "We sign the paper today if they ask us.", "We sign the paper today."),
        (altering.drop_condition, "If they ask us nicely, we sign the paper.", "We sign the paper."),
        (altering.change_tense, "I think so.", "I thought so."),
        (cutting.splice, "We want the harbour. They want peace. The dam is old now.", None),
    ],
)
def test_a_way_alters_what_it_names(way: Way, quotation: str, expected: str | None) -> None:
    """One occasion for a way leaves one result."""
    found = way(Random(3), quotation, OWN)
    assert found == expected or (expected is None and found is not None and found in ways_to_splice(quotation))


def ways_to_splice(quotation: str) -> set[str]:
    """Return what joining two of three sentences gives."""
    first, second, third = quotation.split(". ")
    return {f"{first}. {third}", f"{second}. {first}.", f"{first}. {third}."}


def test_pairs_are_the_same_on_every_run() -> None:
    """The seed alone decides."""
    assert list(altered(OWN, 1, 5)) == list(altered(OWN, 1, 5))


def test_every_way_finds_an_occasion_in_our_own_sayings() -> None:
    """So that the rules are tried without the corpora."""
    both = [pool(held_out=half, shared=False) for half in (True, False)]
    assert {pair.way for half in both for pair in altered(half, 1, 5)} >= {name for name, _, _ in WAYS}


def test_halves_have_no_quotation_in_common() -> None:
    """What is held out is not tuned on."""
    assert not set(OWN.quotations) & set(pool(held_out=True, shared=False).quotations)


def test_a_reprint_has_no_kind() -> None:
    """True reprints alter nothing."""
    assert {pair.kind for pair in reprints(OWN, 1, 40)} == {None}


def test_an_honest_cut_leaves_no_condition_out() -> None:
    """A cut within a sentence keeps what limits."""
    quotation = "We will wait in Osk for a long time if nobody in the whole valley minds"
    cut = [reprinting.ellipsis(Random(seed), quotation) for seed in range(30)]
    assert all("if nobody" in text for text in cut if text is not None)
