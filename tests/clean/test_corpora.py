"""Real articles, which lie outside the project: structure and short fragments are asserted only."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from onrecord.clean import document
from onrecord.clean.plain import lay_out
from onrecord.read import captures
from onrecord.record import SPOKEN_REGIONS, Basis, Capture, Document

pytestmark = pytest.mark.shared


def seed(shared: Path, start: str) -> Document:
    """Return the document of the seed whose name begins so."""
    found = list(captures([str(shared / "cases" / "seeds" / f"{start}*.txt")]))
    assert len(found) == 1
    assert isinstance(found[0], Capture)
    return document(found[0])


def kinds(doc: Document) -> str:
    """Return the first letter of each region's kind, in order; capitals for credit and caption."""
    letters = {
        "headline": "h",
        "dateline": "d",
        "credit": "C",
        "caption": "P",
        "boilerplate": "x",
        "body": "b",
        "byline": "y",
    }
    return "".join(letters[region.kind.value] for region in doc.regions)


def test_first_seed(shared: Path) -> None:
    """Headline, time line, credit glued to a caption, second credit and label come apart."""
    doc = seed(shared, "000")
    assert kinds(doc) == "hdCPCx" + "b" * 9
    credit, caption = doc.regions[2], doc.regions[3]
    assert doc.text[credit.start : credit.end].endswith("Go to the mediabank")
    assert credit.end == caption.start
    assert doc.text[caption.start :].startswith("Russian President")
    assert doc.published is not None
    assert doc.updated is not None
    assert (doc.published.iso, doc.updated.iso) == ("2025-09-02T09:46:00+00:00", "2025-09-02T09:52:00+00:00")
    assert (doc.published.zone, doc.published.basis) == ("GMT", Basis.TEXT)
    assert doc.title == doc.text[: doc.regions[0].end]
    assert doc.language == "en"


def test_second_seed(shared: Path) -> None:
    """A text without headline and date has neither; its caption stands twice, its author at the end."""
    doc = seed(shared, "003")
    assert kinds(doc) == "bbbb" + "xPP" + "bbbbb" + "y"
    assert "repeated" in (doc.regions[6].reason or "")
    assert (doc.published, doc.updated, doc.title) == (None, None, None)


def test_gold_attributions_lie_in_spoken_regions(shared: Path) -> None:
    """Of the words of gold contents hardly any falls outside headline, standfirst and body (measured: none)."""
    outside = total = 0
    with gzip.open(shared / "corpora" / "polnear" / "dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            text = row["text"]
            spoken = {at for r in lay_out(text).regions if r.kind in SPOKEN_REGIONS for at in range(r.start, r.end)}
            for annotations in row["annotations"].values():
                for start, end in (span for item in annotations for span in item["content"]):
                    starts = [start + word.start() for word in re.finditer(r"\w+", text[start:end])]
                    total += len(starts)
                    outside += sum(at not in spoken for at in starts)
    assert outside <= 0.003 * total


def test_articles_with_carriage_returns(shared: Path) -> None:
    """Every article of the event corpus has a body of several paragraphs, and its text is the file."""
    found = list(captures([str(shared / "corpora" / "newswcl50" / "event_*" / "*.txt")]))
    assert len(found) == 20
    for capture in found:
        assert isinstance(capture, Capture)
        doc = document(capture)
        assert doc.text.encode() == capture.data
        assert kinds_of_body(doc) >= 4


def kinds_of_body(doc: Document) -> int:
    """Return how many body regions `doc` has."""
    return sum(region.kind.value == "body" for region in doc.regions)
