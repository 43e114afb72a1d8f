"""Words in two spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.differences.spelling import fold_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Organised", "organized"),
        ("neighbour’s", "neighbor's"),
        ("travelling", "traveling"),
        ("centre", "center"),
        ("naïve", "naive"),
        ("U.S.", "us"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("analyse", "analyze"),
        ("kilometres", "kilometers"),
        ("Kiev", "Kyiv"),
        ("Møller", "Moller"),
        ("6½", "6.5"),
    ],
)
def test_spellings_of_one_word_are_equal(one: str, other: str) -> None:
    """British and American, with and without accents or stops."""
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mourning", "morning"), ("filled", "filed"), ("sign", "signs"), ("1.5", "15")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    """What looks alike is not therefore the same."""
    assert fold_word(one) != fold_word(other)


@given(st.text(alphabet="aeiourlsedz'’.É", min_size=1, max_size=12))
def test_folding_twice_changes_nothing(word: str) -> None:
    """A folded word is folded."""
    assert fold_word(fold_word(word)) == fold_word(word)
