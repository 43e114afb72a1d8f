"""How words of names are folded and heard."""

import time

import pytest

from onrecord.resolve.identity.sound import fold, likeness, skeleton, sound


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Łukasz", "lukasz"),
        ("Erdoğan", "erdogan"),
        ("Mölders", "molders"),
        ("Владимир", "vladimir"),
        ("U.S.", "us"),
        ("Dæli", "daeli"),
    ],
)
def test_fold_leaves_plain_latin_letters(word: str, folded: str) -> None:
    """Accents, case, stops and the Cyrillic script fall away."""
    assert fold(word) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        "qaddafi gaddafi gadhafi kadhafi",
        "zelensky zelenskyy zelenskiy",
        "sergei sergey",
        "velikhov velihov",
        "kostich kostic",
        "katherine catherine",
        "yusuf youssef",
        "hussein husain",
    ],
)
def test_spellings_of_one_name_share_their_consonants(spellings: str) -> None:
    """Ways by which one name comes into English have one skeleton."""
    assert len({skeleton(word) for word in spellings.split()}) == 1


def test_an_initial_is_heard_as_itself() -> None:
    """A single letter is not heard as a word, or "H." would be nothing."""
    assert [sound(letter) for letter in "hyx"] == ["h", "y", "x"]


def test_likeness_is_symmetric_and_bounded() -> None:
    """The order of two words does not matter."""
    assert likeness("marina", "maureen") == likeness("maureen", "marina")
    assert 0 <= likeness("marina", "strin") < likeness("marina", "maryna") <= 1


@pytest.mark.parametrize("hostile", ["kh" * 50_000, "-a" * 50_000, "й" * 100_000, "aeiou" * 20_000])
def test_hostile_words_take_linear_time(hostile: str) -> None:
    """100 kB of one pattern are heard in well under a second."""
    start = time.perf_counter()
    sound(fold(hostile))
    assert time.perf_counter() - start < 0.5
