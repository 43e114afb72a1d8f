"""Hidden characters are written out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.hidden import HIDDEN, shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plain\twords\n", "plain\twords\n"),
        ("\u202egnp.exe", "⟨U+202E⟩gnp.exe"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("half \ud800", "half ⟨U+D800⟩"),
        ("nul\x00", "nul⟨U+0000⟩"),
    ],
)
def test_shown(text: str, told: str) -> None:
    """What cannot be seen or steers the line is told by its number; tabs and line ends stay."""
    assert shown(text) == told


@given(st.text(st.characters()))
def test_nothing_hidden_is_left(text: str) -> None:
    """What is shown holds nothing hidden but white space, and can be sent as UTF-8."""
    told = shown(text)
    assert not HIDDEN.sub(lambda m: "" if m[0] in "\t\n\r" else "!", told).count("!") > told.count("!")
    told.encode()
