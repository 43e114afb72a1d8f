"""Sentences and clauses end where their marks say."""

import pytest

from onrecord.classify.clauses import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two.", 2),
        ("Mr. Verek left. He said so.", 2),
        ("“Stop!” He ran.", 2),
        ("It costs 3.5 marks.", 1),
        ("One line\nand another", 2),
        ("", 0),
    ],
)
def test_sentences_are_cut_at_their_ends(text: str, count: int) -> None:
    """Sentences follow one another without gap, and titles and numbers cut none."""
    found = list(sentences(text, 0, len(text)))
    assert len(found) == count
    assert "".join(text[start:end] for start, end in found) == text
