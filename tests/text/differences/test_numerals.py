"""Numbers in letters and digits."""

import pytest

from onrecord.text.differences.numerals import numeral


@pytest.mark.parametrize(
    ("words", "key", "used"),
    [
        ("nine hundred ships", "#900", 2),
        ("nine hundred and fifty two ships", "#952", 5),
        ("1,000 ships", "#1000", 1),
        ("a thousand ships", "#1000", 2),
        ("1.5 million", "#1500000", 2),
        ("two thousand million", "#2000000000", 3),
        ("two and three", "#2", 1),
        ("twenty five", "#25", 2),
        ("five twenty", "#5", 1),
        ("second bridge", "#2.", 1),
        ("2nd bridge", "#2.", 1),
        ("twenty first century", "#21.", 2),
        ("1980s", "#1980s", 1),
        ("two dozen", "#24", 2),
        ("a bridge", "", 0),
        ("hundred", "", 0),
        ("5m", "", 0),
        ("1.2.3", "", 0),
        ("six and a half percent", "#6.5", 4),
        ("one and a half million", "#1500000", 5),
        ("a million and a half", "#1500000", 5),
        ("half a million", "#500000", 3),
        ("half a bridge", "", 0),
        ("9:30", "#9.3", 1),
    ],
)
def test_a_number_has_one_key_in_whichever_form(words: str, key: str, used: int) -> None:
    """Letters, digits and both together give the same key, and how many words it is."""
    assert numeral(words.split()) == (key, used)


def test_millions_are_short_for_money_only() -> None:
    """Beside a currency "5m" are no metres."""
    assert numeral(["5m"], money=True) == ("#5000000", 1)
