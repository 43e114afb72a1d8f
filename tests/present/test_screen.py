"""What people see is one line, cut at words, without hidden characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.present.cli.screen import shortened, visible
from onrecord.present.export.formats import safe, write


@given(st.text(st.characters()))
def test_nothing_hidden_is_left(text: str) -> None:
    """No control, no bidirectional mark, no half surrogate pair reaches the screen."""
    shown = visible(text)
    bad = [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") or unicodedata.bidirectional(c) in _TURNING]
    assert bad == []


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize("text", ["Ølgaard", "日本", "👩‍🚀", "नमस्ते", "می‌خواهم", "“quoted” – dashed"])
def test_scripts_are_left_as_they_are(text: str) -> None:
    """Letters, emoji and the joiners that scripts need are shown as they stand."""
    assert visible(text) == text


@given(st.text(), st.integers(4, 50))
def test_what_is_shortened_fits(text: str, length: int) -> None:
    """A shortened text is no longer than asked."""
    assert len(shortened(text, length)) <= length


def test_a_short_text_is_not_cut() -> None:
    """A text that fits stands as it is, on one line."""
    assert shortened("two\n lines", 20) == "two lines"


def test_a_long_text_is_cut_at_a_word() -> None:
    """The cut falls between words."""
    assert shortened("We will reopen the harbour", 20) == "We will reopen …"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx"])
def test_formulas_are_escaped(cell: str) -> None:
    """What a spreadsheet would evaluate gets an apostrophe."""
    assert safe(cell) == "'" + cell


def test_other_cells_are_left() -> None:
    """A cell that is no formula stands as it is."""
    assert safe("We = you") == "We = you"


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """An error midway leaves the earlier file and nothing else."""
    target = tmp_path / "out.jsonl"
    target.write_text("earlier\n")

    def lines() -> Iterator[str]:
        yield "one"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(lines(), target)
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]
    assert target.read_text() == "earlier\n"
