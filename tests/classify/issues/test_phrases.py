"""Noun phrases that may name a matter."""

import time

import pytest

from onrecord.classify.issues.phrases import phrases, stems


def _names(text: str) -> set[str]:
    return {phrase.name for phrase in phrases(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("that the harbour tunnel is too expensive", "harbour tunnel"),
        ("we need the withdrawal of troops from Lorn", "withdrawal of troops"),
        ("Verek’s invitation was refused", "verek's invitation"),
        ("she praised the nuclear test site closure", "nuclear test site closure"),
    ],
)
def test_phrase_is_found(text: str, name: str) -> None:
    """Runs of words, and two runs joined, are phrases."""
    assert name in _names(text)


@pytest.mark.parametrize("text", ["Anna Verek", "the President", "it was said again", "people", "", "…", "in 2025"])
def test_names_and_vague_words_name_no_matter(text: str) -> None:
    """Who alone, and words that could be of anything, are no issues."""
    assert not phrases(text)


def test_spelling_of_the_same_phrase_is_one_key() -> None:
    """Plural and case make no other issue."""
    one, other = (phrases(text) for text in ("the harbour tunnels", "Harbour tunnel"))
    assert {phrase.words for phrase in one} & {phrase.words for phrase in other}


def test_stems_hold_the_parts_of_hyphened_words() -> None:
    """A compound counts as itself and as its parts."""
    assert {"re-open", "open"} <= stems("re-opening")


@pytest.mark.parametrize("text", ["a-" * 50_000, "of " * 30_000, "’s" * 50_000, "x" * 100_000])
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    """100 kB of anything takes well under a second."""
    start = time.perf_counter()
    phrases(text)
    assert time.perf_counter() - start < 0.5


def test_a_mark_without_a_letter_is_no_word() -> None:
    """An accent that stands alone, which folding leaves nothing of, only ends a phrase."""
    assert "harbour tunnel" in _names("the harbour tunnel \u0301 \u0308 is closed")
