"""Whether two names may be of one."""

import pytest

from onrecord.text.differences.named import may_be_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("reporters", "journalists in Valden"),
        ("the U.N. Security Council", "the United Nations Security Council"),
        ("a crowd of supporters in Osk", "his supporters"),
        ("members of parliament", "lawmakers"),
        ("Mr. Brand", "Odo Brand"),
        ("Tern News", "a Tern News reporter"),
    ],
)
def test_names_of_one_are_the_same(one: str, other: str) -> None:
    """Short forms, audiences of several names, and one name within the other, either way round."""
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Odo Brand", "Hedda Lorn"), ("reporters", "lawmakers"), ("Tern News", "Meridian Wire")]
)
def test_names_of_two_are_not(one: str, other: str) -> None:
    """Others are others."""
    assert not may_be_one(one, other)
