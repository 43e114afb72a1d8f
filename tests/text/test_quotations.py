"""Quotation marks are paired, whatever the convention."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotations import lines, quotations


def inner(text: str) -> list[str]:
    """Return the words between the marks of each quotation."""
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We stay,” she said.", ["We stay,"]),
        ('"We stay," she said. "All of us."', ["We stay,", "All of us."]),
        ("‘We stay,’ she said.", ["We stay,"]),
        ("'We stay,' she said.", ["We stay,"]),
        ("« Nous restons », dit-elle.", [" Nous restons "]),
        ("»Wir bleiben«, sagte sie.", ["Wir bleiben"]),
        ("„Wir bleiben“, sagte sie.", ["Wir bleiben"]),
        ("‹Wir bleiben›, sagte sie.", ["Wir bleiben"]),
        ("「残ります」と述べた。", ["残ります"]),
        ("``We stay,'' she said.", ["We stay,"]),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
    ],
)
def test_conventions(text: str, words: list[str]) -> None:
    """Each convention yields the words between its marks, the outermost ones."""
    assert inner(text) == words


@pytest.mark.parametrize("text", ["It’s Verek’s river.", "the farmers' union", "rock 'n roll in the '90s"])
def test_apostrophes_quote_nothing(text: str) -> None:
    """An apostrophe is no quotation mark."""
    assert inner(text) == []


def test_open_quotation_ends_with_its_line() -> None:
    """A quotation that goes on in the next paragraph is open to its line's end, and opens anew there."""
    found = quotations("“First part.\n“Second part,” he said.")
    assert [(q.closed, q.inner_start) for q in found] == [(False, 1), (True, 14)]


def test_paragraphs_may_hold_lines() -> None:
    """Given paragraphs, a quotation may run over a wrapped line."""
    text = "“We\nstay,” she said."
    assert [q.closed for q in quotations(text)] == [False]
    assert [q.closed for q in quotations(text, [(0, len(text))])] == [True]


@given(st.text(alphabet="ab \n“”‘’\"'«»„", max_size=60))
def test_quotations_are_ordered_and_apart(text: str) -> None:
    """Quotations lie within the text, in order, none overlapping another."""
    end = 0
    for q in quotations(text):
        assert end <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        end = q.end


@given(st.text(max_size=40))
def test_lines_cover_the_text(text: str) -> None:
    """Lines are in order and hold every character but line ends."""
    assert "".join(text[s:e] for s, e in lines(text)) == text.translate(dict.fromkeys(map(ord, "\n\r\u2028\u2029")))
