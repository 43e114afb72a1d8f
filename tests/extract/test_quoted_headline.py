"""Headlines that quote, before or behind a colon, what the article tells."""

from __future__ import annotations

import pytest

from onrecord.extract.quoted_headline import with_quoted_headlines
from onrecord.record import Attribution, Document, Form, OffsetMap, Region, RegionKind, Span

SAID = "we need to let the engineers speak before the politicians do"
BELOW = f"“{SAID.capitalize()},” Bettina Orlo told the council."


def headlines(headline: str, *before: Attribution) -> list[tuple[str, str]]:
    """Return source and content of each attribution that the headline gives, over an article that cites Orlo."""
    text = f"{headline}\n{BELOW}"
    regions = (Region(0, len(headline), RegionKind.HEADLINE), Region(len(headline) + 1, len(text), RegionKind.BODY))
    document = Document("capture", text, regions, OffsetMap.identity(len(text)), "utf-8")
    told = [*before, below(text)]
    result = with_quoted_headlines(document, regions[:1], told)
    return [(" ".join(s.words for s in a.source), a.content[0].words) for a in result[len(told) :]]


def below(text: str) -> Attribution:
    """Return what the article tells."""
    spans = [Span.of(text, text.index(w, text.index("\n")), text.index(w, text.index("\n")) + len(w)) for w in _ROLES]
    return Attribution("d", (spans[0],), (spans[1],), (spans[2],), Form.DIRECT, 0.9)


_ROLES = ("Bettina Orlo", "told", f"“{SAID.capitalize()},”")


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("“Let the Engineers Speak”: council meets", ("", "“Let the Engineers Speak”")),
        ("“Let the engineers speak”", ("", "“Let the engineers speak”")),
        ("Council on the river: “Let the engineers speak”", ("", "“Let the engineers speak”")),
        ("“Not another dry year”: Orlo loses patience", ("Orlo", "“Not another dry year”")),
        ("“Not another dry year”: council secretary Orlo warns", ("council secretary Orlo", "“Not another dry year”")),
    ],
)
def test_a_quotation_that_is_told_below(headline: str, wanted: tuple[str, str]) -> None:
    """The same words below, or one who is cited there for subject, make it words of somebody."""
    assert headlines(headline) == [wanted]


@pytest.mark.parametrize(
    "headline",
    [
        "“Let the water speak”: council meets",
        "“The engineers”: council meets",
        "Engineers “need to speak” before politicians",
        "“Not another year”: Orlo loses patience",
        "“Not another dry year”: Orlo and the river",
        "“Not another dry year”: town turns to Orlo",
        "Let the engineers speak: council meets",
        "“Not another dry year”",
    ],
)
def test_others_are_nobodys(headline: str) -> None:
    """Other words, a label, a part of the writer's sentence, a name that is no subject, no marks, nobody below."""
    assert headlines(headline) == []


def test_what_is_found_in_a_headline_stays_alone() -> None:
    """Where the tagger reads the headline nothing is added."""
    text = "“Let the engineers speak”: council meets"
    told = Attribution("d", (), (), (Span.of(text, 0, 25),), Form.DIRECT, 0.9)
    assert headlines(text, told) == []
