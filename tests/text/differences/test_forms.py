"""Whether two runs of words are the same words in other forms."""

import pytest
from tests.text.differences.tellings import telling

from onrecord.text.differences.forms import alike, masks
from onrecord.text.differences.tokens import words_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("goodwill", "good will", True),
        ("Jürgen Møller", "Juergen Moeller", True),
        ("g------", "goddamn", True),
        ("Jürgen", "Jorgen", False),
        ("three", "four", False),
        ("good", "good will", False),
    ],
)
def test_forms_of_the_same_words(one: str, other: str, same: bool) -> None:
    """Written apart, transcribed, or with letters put out."""
    a, b = words_of(telling(one)), words_of(telling(other))
    assert alike(a, b) is alike(b, a) is same


@pytest.mark.parametrize(
    ("masked", "word", "fits"),
    [("f***ing", "fucking", True), ("sh*t", "shit", True), ("sh*t", "shot", True), ("b****", "damn", False)],
)
def test_masks_fit_what_begins_and_ends_alike(masked: str, word: str, fits: bool) -> None:
    """Letters that stand are the word's own."""
    assert masks(masked, word) is fits
