"""Ids made of other ids, which can be taken apart again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.ids import ID_LENGTH, content_id, halves, pair_id, turned

IDS = st.text("0123456789abcdef", min_size=ID_LENGTH, max_size=ID_LENGTH)


@given(IDS, IDS)
def test_a_pair_is_known_by_both_in_either_order(one: str, other: str) -> None:
    """The id of two has the form of all ids, and does not depend on their order."""
    made = pair_id(one, other)
    assert made == pair_id(other, one) and len(made) == ID_LENGTH


@given(IDS, IDS, st.integers(0, ID_LENGTH))
def test_what_is_known_of_a_pair_begins_both(one: str, other: str, known: int) -> None:
    """However many digits of it are known, half of them begin the smaller id and half the other."""
    first, second = halves(pair_id(one, other)[:known])
    assert min(one, other).startswith(first) and max(one, other).startswith(second)
    assert len(first) + len(second) == known


def test_pairs_that_share_one_differ_early() -> None:
    """Two passages of one long quotation are told apart by the few digits that lists show."""
    long, short, shorter = (content_id("statement", name) for name in ("long", "short", "shorter"))
    assert pair_id(long, short)[:8] != pair_id(long, shorter)[:8]


@given(IDS)
def test_turned_twice_it_is_the_same(one: str) -> None:
    """What an occasion's id names is found by turning it back."""
    assert turned(turned(one)) == one
