"""Words of a text, and the pieces of a word."""

import time

import pytest

from onrecord.meaning.pieces import pieces, words

ROWS = {name: row for row, name in enumerate(["ferry", "har", "##bour", "##b", "##our", "h"])}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Verek's U.S. visit", ["verek", "s", "u", "s", "visit"]),
        ("Zoë Ångström — 3.5%", ["zoe", "angstrom", "3", "5"]),
        ("snake_case", ["snake", "case"]),
        ("…!? 🙂", []),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, found: list[str]) -> None:
    """Words come in order, in lower case and without accents."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("word", "found"), [("ferry", [0]), ("harbour", [1, 2]), ("harb", [1, 3]), ("quay", []), ("", []), ("h" * 101, [])]
)
def test_pieces_are_the_longest(word: str, found: list[int]) -> None:
    """A word is cut into the longest pieces from its beginning on, or not at all."""
    assert pieces(word, ROWS) == found


@pytest.mark.parametrize("text", ["é" * 100_000, "a_" * 50_000, "ä" * 50_000 + "́" * 50_000])
def test_hostile_text_is_cut_in_linear_time(text: str) -> None:
    """100 kB of anything is cut in well under a second."""
    start = time.perf_counter()
    words(text)
    assert time.perf_counter() - start < 0.5
