"""Where a telling's words stand in the fullest one."""

from __future__ import annotations

import pytest
from tests.align.telling import telling

from onrecord.align import passages

FULL = telling(
    "“The harbour bridge will stand before winter. Taxes on fishing boats are far too high in this country. "
    "Nobody asked the islanders about the ferry.”"
)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ("taxes on boats were “far too high in this country”", "Taxes on fishing boats"),
        ("that fishing boats are taxed too highly", "Taxes on fishing boats"),
        ("islanders had not been asked about the ferry", "Nobody asked"),
    ],
)
def test_the_sentence_is_found(other, sentence):
    """The sentence of the fullest telling that a shorter one tells is found, by quoted words or by meaning."""
    ((start, end),) = passages(FULL, telling(other))
    assert FULL.words[start:end].lstrip("“ ").startswith(sentence)


def test_what_is_not_told_is_not_found():
    """A telling of something else stands nowhere in the fullest one."""
    assert passages(FULL, telling("the opera house needs a new roof")) == ()


def test_a_quotation_over_two_sentences_is_one_range():
    """Sentences beside one another that a telling quotes are one range."""
    other = telling("“will stand before winter. Taxes on fishing boats are far too high”")
    ((start, end),) = passages(FULL, other)
    assert FULL.words[start:end].startswith("“The harbour") and "Taxes" in FULL.words[start:end]
