"""How many of what statements tell, and where they tell otherwise."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.align.telling import telling

from onrecord.align import align
from onrecord.align.quantities import disagree, quantities
from onrecord.align.words import words


def told(text: str) -> dict[str, set[int]]:
    """Return the numbers told of each thing."""
    found = quantities(words(telling(text)).all)
    assert all(isinstance(number, Decimal) for numbers in found.values() for number in numbers)
    return {thing: {int(number) for number in numbers} for thing, numbers in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 310 million marks", {"mark": {310_000_000}}),
        ("206,000 ferries", {"ferri": {206_000}}),
        ("61,000 of the recalled doses", {"recall": {61_000}, "dos": {61_000}}),
        ("due on September 15", {"september": {15}}),
        ("the fifth of September", {"september": {5}}),
        ("by Sept. 5 at noon", {"september": {5}}),
        ("nine hundred years", {"year": {900}}),
        ("no ferries at all", {}),
    ],
)
def test_numbers_are_told_of_things(text: str, expected: dict[str, set[int]]) -> None:
    """In letters or digits, with commas, of days by their month."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("it costs 310 million marks", "it costs 130 million marks", True),
        ("by the fifth of September", "by September 15", True),
        ("by the fifth of September", "by Sept. 5", False),
        ("206,000 ferries", "more than 200,000 ferries", False),
        ("five ferries", "five bridges", False),
        ("five ferries of 30 marks", "five ferries of 20 marks", False),
        ("five ferries", "ferries", False),
    ],
)
def test_statements_disagree_where_no_number_is_the_same(one: str, other: str, expected: bool) -> None:
    """Other numbers of the same thing are other claims, unless large ones are rounded or another number is shared."""
    assert disagree(*(quantities(words(telling(each)).all) for each in (one, other))) is expected


def test_claims_of_other_numbers_are_kept_apart() -> None:
    """What would else be one passage is two with another number, unless the words are quoted."""
    claims = [telling(f"the repair of the harbour bridge will cost {n} million marks", id=n) for n in ("310", "130")]
    assert not align(claims).links
    quoted = [telling(f"“the repair of the harbour bridge will cost {n} million marks”", id=n) for n in ("310", "130")]
    assert align(quoted).links
