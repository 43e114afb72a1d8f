"""How much of one text another one holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.meaning import meaning, similarity, soft_overlap

TEXTS = st.text(st.sampled_from("the ferry to Lorn will not sink, said 3 "), max_size=60)


@given(TEXTS, TEXTS)
def test_swapping_the_texts_swaps_the_shares(a: str, b: str) -> None:
    """Overlap is symmetric."""
    assert soft_overlap(a, b) == soft_overlap(b, a)[::-1]


@given(TEXTS, TEXTS)
def test_shares_are_shares(a: str, b: str) -> None:
    """Shares lie between 0 and 1."""
    assert all(0 <= share <= 1 for share in soft_overlap(a, b))


@given(TEXTS, TEXTS)
def test_similarity_is_symmetric(a: str, b: str) -> None:
    """Two texts are as near to one another from either side."""
    assert similarity(a, b) == similarity(b, a)


def test_part_is_held_by_the_whole() -> None:
    """All of a part is found in the whole, not all of the whole in the part."""
    part, whole = soft_overlap("the ferry sank", "the ferry sank off Lorn on Monday")
    assert part == 1 and whole < 1


def test_near_words_count_less_than_the_same() -> None:
    """Another word with a like meaning is a partner, the same word a better one."""
    same, near, far = (soft_overlap("the troops left", f"the {w} left")[0] for w in ("troops", "soldiers", "ferries"))
    assert same > near > far


def test_weights_can_be_given() -> None:
    """With the idf of a record a word counts by its rarity there."""
    assert soft_overlap("ferry lorn", "ferry", {"ferry": 3.0, "lorn": 1.0}.__getitem__)[0] == pytest.approx(
        0.75, abs=0.02
    )


@pytest.mark.parametrize(("a", "b"), [("", "ferry"), ("ferry", ""), ("", "")])
def test_no_words_hold_nothing(a: str, b: str) -> None:
    """Without words nothing is held."""
    assert soft_overlap(a, b) == (0, 0)


def test_meaning_cannot_be_changed() -> None:
    """What is remembered is read only."""
    with pytest.raises(ValueError, match="read-only"):
        meaning("the ferry").vector[0] = 1
