# ruff: noqa: E501 (cases are one line each)
"""Lines and paragraphs of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.binary import is_binary, utf16_order
from onrecord.text.paragraphs import is_final, is_wrapped, lines


@given(st.text())
def test_lines_hold_every_word(text: str) -> None:
    """Lines are in order and hold every letter and digit of the text."""
    inside = [at for line in lines(text) for at in range(line.start, line.end)]
    assert inside == sorted(set(inside))
    assert not [at for at in set(range(len(text))).difference(inside) if text[at].isalnum()]


@pytest.mark.parametrize(
    ("text", "blank"),
    [("a\nb", [True, False]), ("a\n\nb", [True, True]), ("a\r\nb", [True, False]), ("a\r\n \r\nb", [True, True])],
)
def test_blank_lines(text: str, blank: list[bool]) -> None:
    """A blank line before a line is noted, whatever the line ends are."""
    assert [line.after_blank for line in lines(text)] == blank


def test_wrapped() -> None:
    """Lines cut at a width are told from paragraphs of one line each."""
    cut = "the board met for the third time this year and it left\n" * 8
    assert is_wrapped(cut, lines(cut))
    whole = "The board met for the third time this year.\n" * 8
    assert not is_wrapped(whole, lines(whole))


@pytest.mark.parametrize(
    ("words", "final"), [("no.", True), ("no.”", True), ("no!')", True), ("no", False), ("", False)]
)
def test_final(words: str, final: bool) -> None:
    """A sentence's end is known behind closing marks."""
    assert is_final(words) is final


@pytest.mark.parametrize(
    ("data", "binary"),
    [(b"Poe said no.", False), (b"", False), (b"\0" * 9, True), ("Poe".encode("utf-16"), False), ("Poe".encode("utf-16-be"), False),
     (b"GIF89a", True), (b"a" * 500 + b"\x01", False), (b"a" * 50 + b"\x01\x02", True)],
)  # fmt: skip
def test_binary(data: bytes, binary: bool) -> None:
    """Pictures and programs are told from text, a stray control byte aside."""
    assert is_binary(data) is binary


def test_order_of_utf16() -> None:
    """UTF-16 without a mark shows by its zero bytes."""
    assert [utf16_order("Poe said".encode(name)) for name in ("utf-16-le", "utf-16-be", "utf-8")] == [
        "utf-16-le",
        "utf-16-be",
        None,
    ]
