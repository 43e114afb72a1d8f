# ruff: noqa: E501 (cases are one line each)
"""HTML pages become text with a way back for every character, and their article is found."""

from __future__ import annotations

import time

import pytest
from tests.clean.articles import PAGE, body, capture_of, html, read, regions

from onrecord.clean import source_text
from onrecord.clean.page import read_page
from onrecord.record import Basis, MediaType

SENTENCES = [
    "The harbour board of Port Ellery met on Friday for the third time this year, and it left the fares alone.",
    "“We will not raise the fares before the spring,” said Ada\u00a0Poe, who chairs the board & its council.",
    "Nobody who works on the water believes a word of that promise, and I include my own members.",
    "So wrote Jonas Fry, who leads the union of the crews, in a letter that the board received on Thursday evening.",
    "The fares were last raised two years ago, when the board blamed the price of fuel for a rise of nine percent.",
    "The next meeting of the board is planned for the first week of May, in the old customs house by the bridge.",
]


def test_article_of_a_page() -> None:
    """The body is the paragraphs, the quotation and the aside among them; the rest is told apart."""
    doc = html(PAGE)
    assert body(doc).split("\n") == SENTENCES
    assert regions(doc, "headline", "byline", "dateline", "caption") == [
        ("headline", "Ferry fares to stay until\u00a0spring"),
        ("byline", "By Mira Okafor"),
        ("dateline", "14 March 2031"),
        ("caption", "The quay at dawn. Photo: Ilse Varga"),
    ]
    assert [words for _, words in regions(doc, "boilerplate")] == [
        "Home\n\nSea",
        "© 2031 The Ellery Post. All rights reserved.",
    ]


def test_metadata_of_a_page() -> None:
    """Title, outlet, address, language and times come from the page's own words, JSON-LD read leniently."""
    doc = html(PAGE)
    assert (doc.outlet, doc.url, doc.language) == ("The Ellery Post", "https://ellery.example/fares", "en")
    assert doc.title == "Ferry fares to stay until\u00a0spring"
    assert doc.published is not None
    assert doc.updated is not None
    assert (doc.published.iso, doc.published.basis) == ("2031-03-14T10:05:00+01:00", Basis.METADATA)
    assert doc.updated.iso == "2031-03-14T12:00:00+00:00"


def test_row_with_html() -> None:
    """A row's page is read as a page; offsets lead into the row's field."""
    row = '{"id": "x", "html": "<p>Ada Poe said &quot;no&quot; to the board on Friday evening.</p>"}'
    doc = read(row, MediaType.JSON_ROW)
    assert doc.text == 'Ada Poe said "no" to the board on Friday evening.'
    assert doc.source_field == "html"
    source = source_text(capture_of(row, MediaType.JSON_ROW))
    assert source[slice(*doc.offsets.to_source(13, 17))] == "&quot;no&quot;"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a <b>b</b> c", "a b c"),
        ("<p>a<b> b </b> c", "a b c"),
        ("a\n\t b", "a b"),
        ("<p>a<br>b<br/>c</p>", "a\nb\nc"),
        ("<p>a<br><br>b", "a\n\nb"),
        ("<p>a<p>b</p>c", "a\n\nb\n\nc"),
        ("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"),
        ("<table><tr><td>a<td>b<tr><th>c</table>", "a\n\nb\n\nc"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("He said <q>no</q>.", "He said no."),
        ("a&amp;b &lt;c&gt; &#8220;d&#x201d; &nbsp;e", "a&b <c> “d” \u00a0e"),
        ("&bogus; & &; &#; &#x; &amp", "&bogus; & &; &#; &#x; &"),
        ("&notit; &copy2031", "¬it; ©2031"),
        ("a&#32;&#10;b", "a b"),
        ("a\u200bb\u00adc", "a\u200bb\u00adc"),
        ("&shy;&zwj;&#8203;x", "\u00ad\u200d\u200bx"),
        ("&#128;&#0;&#xD800;&#x110000;x", "€\ufffd\ufffd\ufffdx"),
        ("a<!-- b -->c<!--->d<!-->e", "acde"),
        ("a<![CDATA[b]]>c<?php d ?>e", "ace"),
        ("a</>b</ c>d", "abd"),
        ("a < b <3 c << d", "a < b <3 c << d"),
        ("a<script>b<p>c</script>d<style>e</style>f", "adf"),
        ("a<noscript>b</noscript><template><p>c</template>d", "a\n\nd"),
        ("a<svg><text>b</text><path/></svg>c", "a\n\nc"),
        ("<p title='a > b' data-x=\"<p>\">c", "c"),
        ("<P CLASS=x>a</P\n>b", "a\n\nb"),
        ("a<textarea>b</textarea>c", "a\n\nc"),
        ("<title>a</title>b", "b"),
        ("a<script>b", "a"),
        ("a<!-- b", "a"),
        ("a<p class='b", "a"),
        ("a</b></div>b", "a\n\nb"),
        ("a<img alt='b'>c<hr>d", "ac\n\nd"),
        ("a<wbr>b", "ab"),
        ("a<svg><title>t</title><path><p>b", "a\n\nb"),
        ("a<math><mi>x</mi><div>b", "a\n\nb"),
        ("<b>a<p>b</b>c</p>", "a\n\nbc"),
    ],
)
def test_visible_text(source: str, text: str) -> None:
    """What a reader sees is the text; block elements are parted by two line feeds, br by one."""
    assert read_page(source).text == text


def test_noscript_and_script_end_inline() -> None:
    """A script within a sentence does not cut it in two."""
    assert read_page("<p>Poe <script>1</script>said no.").text in ("Poe said no.", "Poe said no.")


def test_offsets_of_a_reference_and_a_run() -> None:
    """A reference maps to its characters in the source, a run of white space to the whole run."""
    source = "<p>a &amp;\n\n b</p>"
    page = read_page(source)
    assert page.text == "a & b"
    spans = [page.offsets.to_source(at, at + 1) for at in range(len(page.text))]
    assert [source[start:end] for start, end in spans] == ["a", " ", "&amp;", "\n\n ", "b"]


def paragraph(name: str, number: int) -> str:
    """Return a paragraph that tells itself from others by name and number."""
    return f"<p>{name} told the board of Port Ellery in letter number {number} that the fares were too high for the crews.</p>"


def story(middle: str) -> str:
    """Return a page of ten paragraphs with `middle` among them."""
    before = "".join(paragraph("Ada Poe", number) for number in range(5))
    after = "".join(paragraph("Jonas Fry", number) for number in range(5, 10))
    return f"<html><body><article><h1>Fares</h1>{before}{middle}{after}</article></body></html>"


@pytest.mark.parametrize(
    "middle",
    [
        "<blockquote>" * 300 + paragraph("Mira Okafor", 77) + "</blockquote>" * 300,
        "<div>" * 300 + paragraph("Mira Okafor", 77) + "</div>" * 300,
        "<aside>" + paragraph("Mira Okafor", 77) + "</aside>",
        "<ul><li>" + paragraph("Mira Okafor", 77)[3:-4] + "</ul>",
        "<div>Advertisement</div><div><div>" + paragraph("Mira Okafor", 77) + "</div></div>",
        "<section><blockquote><q>" + paragraph("Mira Okafor", 77)[3:-4] + "</q></blockquote></section>",
    ],
)
def test_quotation_in_an_article_is_body(middle: str) -> None:
    """A paragraph within a quotation, an aside, a list, or 300 elements deep is body."""
    assert "Mira Okafor told the board of Port Ellery in letter number 77" in body(html(story(middle)))


@pytest.mark.parametrize(
    "middle",
    [
        "<figure><figcaption>Mira Okafor on the quay in the spring of the year 2031, with friends.</figcaption></figure>",
        '<p class="caption">Mira Okafor on the quay in the spring of the year 2031, with friends.</p>',
        "<p>Read more: Mira Okafor on the quay</p>",
        '<div class="related"><p>Mira Okafor writes about the quay in the spring of the year 2031.</p></div>',
    ],
)
def test_furniture_in_an_article_is_no_body(middle: str) -> None:
    """Captions, links and related articles among the paragraphs are kept out of the body."""
    assert "Mira Okafor" not in body(html(story(middle)))


def test_copy_of_a_paragraph_is_taken_once() -> None:
    """A teaser that repeats a paragraph is not body a second time."""
    teaser = f"<div class='teaser'>{paragraph('Ada Poe', 3)}</div>"
    page = story("").replace("<article>", teaser + "<article>")
    assert body(html(page)).count("Ada Poe told the board of Port Ellery in letter number 3 ") == 1


def test_page_without_article_is_read_with_a_flag() -> None:
    """A page of which the finder makes nothing still gives its text."""
    doc = html("<table><tr><td>Poe</td><td>no</td></tr></table>")
    assert (doc.text, body(doc)) == ("Poe\n\nno", "Poe\nno")
    assert "regions-guessed" in doc.flags


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "<p>Poe said no.</p>" + "</div>" * 100_000,
        "<b>" * 50_000 + "Poe said no.",
        "Poe said no." + "</div>" * 100_000,
        "Poe said no." + "<!--" * 100_000,
        "Poe said no." + "<script>" * 100_000,
        "Poe said no. " + "&" * 1_000_000,
        "Poe said no. " + "<" * 1_000_000,
        "Poe said no. " + '<p x="' * 100_000,
        "Poe said no. " + "<p " + "a " * 100_000 + ">",
        '<p class="' + "x" * 5_000_000 + '">Poe said no.',
        "<table><tr><td>" * 20_000 + "Poe said no.",
        "<ul><li>" * 20_000 + "Poe said no.",
        "<b><div>" + "<i>" * 50_000 + "Poe said no." + "</b>" * 50_000,
    ],
    ids=lambda source: source[:12].strip(),
)
def test_hostile_page_ends_soon(source: str) -> None:
    """No page makes reading take more than linear time; its words are found."""
    start = time.process_time()
    doc = html(source)
    assert "Poe said no." in doc.text
    # On a core of its own the slowest takes 3 s; the bound leaves room for a busy machine.
    assert time.process_time() - start < 20


def test_importing_read_and_clean_loads_no_heavy_library() -> None:
    """The stages answer at once: lxml, trafilatura and the language model are loaded when needed."""
    import subprocess
    import sys

    code = "import sys, onrecord.read, onrecord.clean; print(sorted({'lxml', 'trafilatura', 'numpy', 'charset_normalizer'} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
