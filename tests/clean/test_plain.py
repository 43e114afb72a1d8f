# ruff: noqa: E501 (cases are one line each)
"""Plain text keeps every character, and its regions are found."""

from __future__ import annotations

import pytest
from tests.clean.articles import PLAIN, read, regions

from onrecord.record import Basis, OffsetMap


def test_article_in_plain_text() -> None:
    """A whole article with its blemishes comes out with every line as what it is."""
    doc = read(PLAIN)
    assert regions(doc) == [
        ("headline", "Harbour Board: Ferry Fares To Stay Until Spring"),
        ("dateline", "10:05 GMT 14.03.2031 (Updated: 11:40 GMT 14.03.2031)"),
        ("credit", "© Northwind / Ilse Varga / Go to the mediabank"),
        ("caption", "Harbour Board chair Ada Poe is speaking at the spring meeting in Port Ellery."),
        ("credit", "© Northwind / Ilse Varga/"),
        ("boilerplate", "Subscribe"),
        ("body", "The board met for the third time this year."),
        ("body", '"We will not raise the fares before the spring," Poe said.'),
        ("boilerplate", "![]() |"),
        ("caption", "Ferry workers wait at the quay in Port Ellery, on 12/3. Photo: NWA |"),
        ("caption", "Ferry workers wait at the quay in Port Ellery, on 12/3. Photo: NWA"),
        ("body", "Union leader Jonas Fry called the promise “thin”."),
        ("byline", "Mira Okafor (Reuters)"),
    ]
    reasons = [region.reason or "" for region in doc.regions if region.kind == "caption"]
    assert [("repeated" in reason) for reason in reasons] == [False, False, True]


def test_times_of_article_in_plain_text() -> None:
    """The time line gives publication and update with zone, basis and place."""
    doc = read(PLAIN)
    assert doc.published is not None
    assert doc.updated is not None
    assert (doc.published.iso, doc.published.zone, doc.published.basis) == (
        "2031-03-14T10:05:00+00:00",
        "GMT",
        Basis.TEXT,
    )
    assert doc.published.span is not None
    assert doc.published.span.words == "10:05 GMT 14.03.2031"
    assert doc.updated.iso == "2031-03-14T11:40:00+00:00"


def test_text_is_the_file() -> None:
    """Line ends, quotation marks, marks of order and width stay as they are."""
    text = '\ufeffHeadline\r\n\r\nPoe\u200b said: ‘no’ \u202eabc\u202c.\rFry­ said "yes".\u2028End\x0c.\r\n'
    doc = read(text)
    assert doc.text == text
    assert doc.offsets == OffsetMap.identity(len(text))
    assert regions(doc)[0] == ("headline", "Headline")


@pytest.mark.parametrize(
    "line",
    [
        "Read more", "READ MORE: Harbour fees explained", "Advertisement", "Share this", "Read the rest here.",
        "Sign up for our newsletter", "Follow Mira Okafor on Twitter @mira.", "© 2031 The Ellery Post. All rights reserved.",
        "Copyright 2031 Northwind", "* * *", "![map](a.png)", "https://ellery.example/fares", "Related articles",
    ],
)  # fmt: skip
def test_notice_is_boilerplate(line: str) -> None:
    """A notice between paragraphs is kept out, with a reason."""
    doc = read(f"Fares stay\n\nThe board met.\n\n{line}\n\nPoe said no.\n")
    assert regions(doc, "boilerplate") == [("boilerplate", line)]
    assert all(region.reason for region in doc.regions if region.kind == "boilerplate")


@pytest.mark.parametrize(
    "line",
    [
        "Share this burden with us, Poe said.",
        "Subscribe to the idea or not, Fry said, but the fares will rise and nobody on the water will be asked whether they can pay.",
        "Copyright law is broken, Poe said.",
        "Follow the money, Fry said.",
        "“Read more books,” Poe said.",
        "Watch your step, the minister warned.",
        "Enter President Poe.",
        "Photo: the minister said he had never seen it.",
        "By then, Poe had left.",
        "In 2031 fares rose, Poe said.",
        "On 14 March 2031 Poe said no.",
        "TRUMPET PLAYERS said no.",
        "The © sign is missing, Fry said.",
    ],
)
def test_prose_stays_body(line: str) -> None:
    """A sentence that begins like a notice is body: it may be a statement."""
    doc = read(f"Fares stay\n\nThe board met on a cold morning in March.\n\n{line}\n\nPoe said no to that.\n")
    assert ("body", line) in regions(doc)


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("OSLO, Sept 3 (Reuters) - Poe said no.", "OSLO, Sept 3 (Reuters) -"),
        ("PORT ELLERY — Poe said no.", "PORT ELLERY —"),
        ("ST. ANNE, Fla. (AP) — Poe said no.", "ST. ANNE, Fla. (AP) —"),
        ("Port Ellery (AFP) – Poe said no.", "Port Ellery (AFP) –"),
        ("OSLO, Norway -- Poe said no.", "OSLO, Norway --"),
        ("VESTERAU, 6 May (NNA) — Poe said no.", "VESTERAU, 6 May (NNA) —"),
    ],
)
def test_dateline_is_parted_from_its_paragraph(paragraph: str, dateline: str) -> None:
    """The place before a paragraph is a dateline, the rest body."""
    doc = read(f"Fares stay\n\n{paragraph}\n")
    assert regions(doc) == [("headline", "Fares stay"), ("dateline", dateline), ("body", "Poe said no.")]


@pytest.mark.parametrize(
    "line", ["By Mira Okafor", "By MIRA OKAFOR and Jo Fry, The Ellery Post", "Written by Mira Okafor"]
)
def test_byline_at_the_top(line: str) -> None:
    """A byline under the headline is one; what follows is body."""
    doc = read(f"Fares stay\n{line}\n\nPoe said no to that.\n")
    assert regions(doc) == [("headline", "Fares stay"), ("byline", line), ("body", "Poe said no to that.")]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Mira Okafor; Editing by Jo Fry)",
        "--additional reporting from Jo Fry.",
        "Mira Okafor",
        "Mira Okafor (AP)",
    ],
)
def test_signature_at_the_end(line: str) -> None:
    """Who wrote or helped stands at the end as byline."""
    assert regions(read(f"Fares stay\n\nPoe said no.\n\n{line}"), "byline") == [("byline", line)]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Fares stay\n\nThe board met.", "Fares stay"),
        ("Fares stay.\n\nThe board met and left the fares alone.", "Fares stay."),
        ("Fares stay;\nPoe promises spring.\n\nThe board met and left the fares alone.", "Fares stay;"),
        ("Poe said no.", None),
        ("Poe said no.\nFry said yes, and so did everyone else.", None),
        ("OSLO — Poe said no.\n\nFry said yes, and so did everyone else.", None),
        ("word " * 60 + "\n\nFry said yes.", None),
    ],
)
def test_headline(text: str, headline: str | None) -> None:
    """The first line is a headline where it looks like one, else body."""
    doc = read(text)
    assert doc.title == headline
    assert [words for _, words in regions(doc, "headline")] == ([headline] if headline else [])


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines cut at a fixed width are joined, so that no sentence is torn."""
    wrapped = "The board met for the third time this year and left\nthe fares alone, as its chair had promised to do in\nthe winter, when"
    wrapped += " the crews went on strike for a week\nand the quay stood empty. The union called the\npromise thin, and its leader wrote a letter that the\nboard received."
    assert regions(read(wrapped)) == [("body", wrapped)]


def test_every_word_lies_in_a_region() -> None:
    """No word of a plain text is outside all regions."""
    doc = read(PLAIN)
    inside = {at for region in doc.regions for at in range(region.start, region.end)}
    assert not [char for at, char in enumerate(doc.text) if at not in inside and not char.isspace()]
