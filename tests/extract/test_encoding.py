"""What the tagger sees: units, features and windows."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.extract.encoding import WINDOW, encode, inputs, windows
from onrecord.extract.manifest import load_model
from onrecord.extract.pieces import WordPieces


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    """Load the shipped tokeniser."""
    return WordPieces(Tokenizer.from_str(load_model().tokenizer))


def test_units_are_words_and_marks(pieces: WordPieces) -> None:
    """Words and single marks are units, at their places in the text."""
    text = "“We’ll stay,” Verek said."
    encoding = encode(text, pieces)
    units = [text[s:e] for s, e in zip(encoding.starts, encoding.ends, strict=True)]
    assert units == ["“", "We", "’", "ll", "stay", ",", "”", "Verek", "said", "."]


def test_ranges_leave_the_rest_out(pieces: WordPieces) -> None:
    """Only units within the ranges are seen, and each range begins like a paragraph."""
    encoding = encode("Head. Ad! Body", pieces, [(0, 5), (10, 14)])
    assert encoding.starts.tolist() == [0, 4, 10]
    assert encoding.begins.tolist() == [True, False, True]


@given(text=st.text(alphabet="abc XY.“”\n\u200b7é", max_size=1500))
@settings(max_examples=50, deadline=None)
def test_windows_cover_every_unit(pieces: WordPieces, text: str) -> None:
    """Windows cover all units in order, and each fits the model's room."""
    encoding = encode(text, pieces)
    seen = 0
    for window in windows(encoding):
        assert window.start <= seen < window.end
        seen = window.end
    assert seen == encoding.units


def test_long_text_is_cut_at_paragraphs(pieces: WordPieces) -> None:
    """A window begins where a paragraph does, unless one is longer than a window."""
    encoding = encode("\n".join(["Verek said that the dam stays open until the end of May."] * 80), pieces)
    starts = [window.start for window in windows(encoding)][1:]
    assert starts
    assert encoding.begins[starts].all()


def test_a_long_paragraph_is_cut_with_an_overlap(pieces: WordPieces) -> None:
    """Windows of a paragraph longer than one share units, and none exceeds the model's room."""
    encoding = encode("Verek said that the dam stays open until May, and Lorn denied it. " * 60, pieces)
    spans = list(windows(encoding))
    assert len(spans) > 2
    assert all(a.end > b.start for a, b in pairwise(spans))
    assert all(inputs(encoding, window)["pieces"].shape[1] <= WINDOW for window in spans)


def test_a_word_larger_than_a_window_fits(pieces: WordPieces) -> None:
    """Even one endless word gives inputs within the model's room."""
    encoding = encode("é" * 5000 + " said no", pieces)
    for window in windows(encoding):
        arrays = inputs(encoding, window)
        assert arrays["pieces"].shape[1] <= WINDOW
        assert int(np.max(arrays["first"])) < WINDOW
