"""Word pieces: what is remembered changes no answer."""

import pytest
from tokenizers import Tokenizer

from onrecord.extract import pieces as module
from onrecord.extract.manifest import load_model
from onrecord.extract.pieces import WordPieces


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """Load the shipped tokeniser."""
    return Tokenizer.from_str(load_model().tokenizer)


def test_words_are_cut_as_in_a_text(tokenizer: Tokenizer) -> None:
    """Every word's pieces are those that the tokeniser gives it among the others."""
    words = ["Verek", "said", "Zweibrücken", "said", "\u200b", "9", "Verek"]
    cut = WordPieces(tokenizer).cut(words)
    assert [piece for one in cut for piece in one] == tokenizer.encode(
        words, is_pretokenized=True, add_special_tokens=False
    ).ids
    assert cut[4] == ()
    assert cut[1] == cut[3]


def test_memory_is_bounded(tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its room it forgets, and answers as before."""
    monkeypatch.setattr(module, "_ROOM", 3)
    pieces = WordPieces(tokenizer)
    first = pieces.cut(["dam", "river", "treaty"])
    pieces.cut(["farm", "lake"])
    assert pieces.cut(["dam", "river", "treaty"]) == first
    assert len(pieces._known) <= 3
