"""Which words stand for which."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.differences.alignment import aligned

WORDS = st.lists(st.sampled_from(["the", "we", "sign", "not", "treaty", "peace"]), max_size=14)


@given(WORDS, WORDS)
def test_pairs_are_equal_words_in_order(fuller: list[str], other: list[str]) -> None:
    """Both places rise from pair to pair, and hold one word."""
    pairs = aligned(fuller, other)
    assert all(fuller[i] == other[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(WORDS)
def test_a_sequence_is_aligned_to_itself_word_by_word(words: list[str]) -> None:
    """Nothing is left out."""
    assert aligned(words, words) == [(i, i) for i in range(len(words))]


def test_a_part_is_found_in_one_run() -> None:
    """Of several places for a common word the one beside the others is taken."""
    fuller = ["the", "end", "of", "the", "war", "in", "the", "valley", "is", "the", "end", "of", "the", "fear"]
    assert aligned(fuller, ["the", "end", "of", "the", "fear"]) == [(9, 0), (10, 1), (11, 2), (12, 3), (13, 4)]


def test_long_sequences_without_rare_words_are_aligned() -> None:
    """The longest common subsequence is what is left."""
    assert len(aligned(["we"] * 3000, ["we"] * 2000)) == 2000


def test_long_sequences_are_parted_at_rare_words() -> None:
    """One word left out of a thousand is one gap."""
    words = [f"w{k}" for k in range(1000)]
    assert len(aligned(words, words[:500] + words[501:])) == 999
