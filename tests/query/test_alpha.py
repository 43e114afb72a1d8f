"""Krippendorff's alpha gives what the publications print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.query.alpha import alpha, counts_of, interval, nominal, ordinal, overlap, unitizing_alpha

FOUR_OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Krippendorff (2011), sections C to F: four observers, twelve units, values missing."""
TWELVE = [[int(value) for value in unit if value != "."] for unit in zip(*map(str.split, FOUR_OBSERVERS), strict=True)]
BINARY = list(zip(map(int, "0100000010"), map(int, "1110010000"), strict=True))
"""Section A: two observers, ten units."""
LETTERS = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
"""Section B: two observers, twelve units, five values."""


@pytest.mark.parametrize(
    ("units", "distance", "printed"),
    [
        (BINARY, nominal, 0.095),
        (LETTERS, nominal, 0.692),
        (TWELVE, nominal, 0.743),
        (TWELVE, ordinal(counts_of(TWELVE)), 0.815),
        (TWELVE, interval, 0.849),
    ],
)
def test_alpha_is_what_krippendorff_prints(units: list[Any], distance: Callable[..., float], printed: float) -> None:
    """Each worked example of the paper gives its printed figure."""
    assert alpha(units, distance) == pytest.approx(printed, abs=0.0005)


SHIFT = 150
OBSERVER_I = [(225 - SHIFT, 295 - SHIFT), (370 - SHIFT, 400 - SHIFT)]
OBSERVER_J = [(220 - SHIFT, 300 - SHIFT), (355 - SHIFT, 375 - SHIFT), (400 - SHIFT, 420 - SHIFT)]
"""Krippendorff (2004), page 254: a continuum from 150 to 450, category c."""


def test_unitizing_alpha_is_what_krippendorff_prints() -> None:
    """The worked example of category c gives .7286, that of k, marked alike, gives 1."""
    assert unitizing_alpha(300, [OBSERVER_I, OBSERVER_J]) == pytest.approx(0.7286, abs=0.0001)
    assert unitizing_alpha(300, [[(30, 90), (150, 200)]] * 2) == 1.0


def test_nothing_can_be_said_of_one_coder_or_one_value() -> None:
    """Alpha is not told without two coders, without difference to expect, or without ranges."""
    assert alpha([[1], [2]]) is None
    assert alpha([[1, 1], [1, 1]]) is None
    assert unitizing_alpha(10, [[(0, 2)]]) is None
    assert unitizing_alpha(10, [[], []]) is None


@given(st.lists(st.lists(st.integers(0, 3), max_size=4), max_size=8), st.randoms())
def test_the_order_of_units_and_coders_does_not_matter(units: list[list[int]], random: Any) -> None:
    """Alpha is the same whoever comes first."""
    mixed = [random.sample(values, len(values)) for values in random.sample(units, len(units))]
    assert alpha(mixed) == pytest.approx(alpha(units)) if alpha(units) is not None else alpha(mixed) is None


SETS = [({1, 2}, {2, 3}, 2 / 3), ({1}, {1}, 0), ({1}, {2}, 1), ((), (), 0)]


@pytest.mark.parametrize(("one", "other", "apart"), SETS)
def test_overlap_is_what_two_markings_do_not_share(one: Any, other: Any, apart: float) -> None:
    """Jaccard's distance, 0 for two that mark nothing."""
    assert overlap(frozenset(one), frozenset(other)) == pytest.approx(apart)
