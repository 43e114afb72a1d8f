# ruff: noqa: E501 (cases are one line each)
"""What holds for every input: nothing is lost, everything leads back, the same bytes give the same document."""

from __future__ import annotations

import html as entities
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.clean.articles import PAGE, capture_of

from onrecord.clean import document, source_text
from onrecord.clean.furniture import furniture
from onrecord.clean.marks import dateline_end, is_byline, is_signature, time_line
from onrecord.clean.page import read_page
from onrecord.clean.plain import lay_out
from onrecord.errors import InputError
from onrecord.record import Capture, Document, MediaType

FRAGMENTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<br>",
        "<li>",
        "<ul>",
        "</ul>",
        "<td>",
        "<table>",
        "</table>",
        "<pre>",
        "</pre>",
        "<q>",
        "</q>",
        "<!--",
        "-->",
        "<script>\n",
        "",
        "",
        "",
        "</script>",
        "<svg>",
        "</svg>",
        "<title>",
        "</title>",
        '<p\tclass="caption">',
        "<a\thref='x'>",
        "</a>",
        "&amp;",
        "&lt;",
        "&nbsp;",
        "&notit;",
        "&#8220;",
        "&#x;",
        "&",
        "<",
        ">\n",
        "",
        "",
        "",
        '"',
        "'",
        "=",
        "/",
        "Poe",
        "said",
        "“no”",
        "é",
        "\u200b",
        "\xad",
        "\u202e",
        "😀",
        "\r\n",
        "\n",
    ]
) | st.text(max_size=4)
MARKUP = st.lists(FRAGMENTS, max_size=40).map(" ".join) | st.lists(FRAGMENTS, max_size=40).map("".join)
LINES = st.sampled_from(
    [
        "Fares stay", "By Mira Okafor", "14 March 2031", "3/4/2031", "© Northwind / Ilse Varga / Go to the mediabankThe chair of the board speaks.",
        "Subscribe", "![]() |", "The quay at dawn. Photo: NWA |", "OSLO (AP) — Poe said no.", "Poe said no.", "Mira Okafor (Reuters)", "", "\ufeff", "  ",
    ]
)  # fmt: skip
PLAIN = st.lists(LINES | st.text(max_size=30), max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028"]).map(lambda end: end.join(lines))
)


def checked(capture: Capture) -> Document | None:
    """Return the document of `capture` after checking the laws; None where it is refused."""
    try:
        doc = document(capture)
    except InputError:
        return None
    assert doc == document(capture)
    assert doc.offsets.length == len(doc.text)
    assert all(a.end <= b.start for a, b in zip(doc.regions, doc.regions[1:], strict=False))
    for moment in (doc.published, doc.updated):
        assert moment is None or moment.span is None or moment.span.check(doc.text)
    doc.text.encode("utf-8")
    return doc


@settings(deadline=None, max_examples=150)
@given(PLAIN)
def test_plain_text_is_its_source(text: str) -> None:
    """The text of a plain file is the decoded file, and every word lies in a region."""
    doc = checked(capture_of(text))
    if doc is None:
        return
    assert doc.text == source_text(capture_of(text))
    inside = {at for region in doc.regions for at in range(region.start, region.end)}
    assert not [char for at, char in enumerate(doc.text) if at not in inside and char.isalnum()]


@settings(deadline=None, max_examples=400)
@given(MARKUP)
def test_every_character_of_a_page_leads_back(source: str) -> None:
    """Each visible character is the source's at its offsets, or what the reference there stands for."""
    page = read_page(source)
    assert page.offsets.length == len(page.text)
    for at, char in enumerate(page.text):
        start, end = page.offsets.to_source(at, at + 1)
        written = source[start:end]
        if char in " \n":
            assert not written.strip() or written.startswith("<br") or entities.unescape(written).isspace()
        else:
            assert written == char or char in entities.unescape(written)


@settings(deadline=None, max_examples=400)
@given(MARKUP)
def test_blocks_cover_the_text(source: str) -> None:
    """The blocks are in order, apart, and hold every character but the separators between them."""
    page = read_page(source)
    outside, last = [], 0
    for block in page.blocks:
        assert last <= block.start < block.end
        outside.append(page.text[last : block.start])
        last = block.end
    assert last == len(page.text)
    assert all(gap == "\n\n" for gap in outside[1:])


@settings(deadline=None, max_examples=25)
@given(MARKUP)
def test_page_becomes_a_document(source: str) -> None:
    """Whatever the markup, a document or a reason comes out."""
    checked(capture_of(source, MediaType.HTML))


CHARSETS = ["utf-8", "utf-16", "cp1251", "cp1252", "shift_jis", "gb18030", "koi8-r", "iso-8859-2"]


def mutated(seed: int, charset: str) -> bytes:
    """Return the page in `charset` with bytes cut, doubled, swapped and set by chance."""
    chance = random.Random(seed)
    data = bytearray(PAGE.encode(charset, "replace"))
    for _ in range(chance.randrange(1, 30)):
        at, size = chance.randrange(len(data)), chance.randrange(1, 40)
        change = chance.randrange(4)
        if change == 0:
            del data[at : at + size]
        elif change == 1:
            data[at:at] = data[at : at + size]
        elif change == 2:
            data[at] = chance.randrange(256)
        else:
            data[at:at] = chance.choice(
                [b"<", b"&", b"<!--", b"\xff\xfe", b"<div>", b"</p>", b"\xe2\x80", b"]]>", b"'"]
            )
        data = data or bytearray(b"x")
    return bytes(data)


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("count", [4, pytest.param(500, marks=pytest.mark.slow)])
@pytest.mark.timeout(1800)
def test_mutated_pages(charset: str, count: int) -> None:
    """Broken pages in every charset end as a document or a reason, and a loss is flagged."""
    for seed in range(count):
        data = mutated(seed, charset)
        doc = checked(Capture(data, MediaType.HTML, "test", "test"))
        if doc is not None and "\ufffd" in source_text(Capture(data, MediaType.HTML, "test", "test")):
            assert doc.flags


HOSTILE = ["a" * 100_000, " " * 100_000, "Photo: A" + "-&" * 50_000, "By " + "Poe and " * 12_000, "OSLO, " * 16_000, "© " + "/ " * 50_000,
           "![" * 50_000, "(Reporting by " + "a " * 50_000, "Poe " * 25_000, "Photo: " * 14_000, "A" * 1400, "Photo: A" + "-& " * 400,
           "By " + "Poe, " * 30, "A. " * 50, "OSLO " * 30, "de " * 400]  # fmt: skip


@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: line[:10])
@pytest.mark.timeout(30)
def test_rules_are_linear(line: str) -> None:
    """A hundred kilobytes of what a rule is made of end at once."""
    for rule in (furniture, time_line, is_byline, is_signature, dateline_end, lay_out):
        rule(line)


@pytest.mark.parametrize("seed", range(3))
def test_order_of_inputs_changes_nothing(seed: int) -> None:
    """A page read after others gives the document it gives alone."""
    captures = [capture_of(PAGE.replace("Poe", name), MediaType.HTML) for name in ("Poe", "Fry", "Okafor")]
    alone = {capture.id: document(capture) for capture in captures}
    random.Random(seed).shuffle(captures)
    assert {capture.id: document(capture) for capture in captures} == alone
