"""Statements as alignment knows them."""

from __future__ import annotations

from onrecord.align import Who, told
from onrecord.record import (
    Actor,
    ActorKind,
    Attribution,
    Document,
    Form,
    Identity,
    Interval,
    OffsetMap,
    Region,
    RegionKind,
    Said,
    SaidBasis,
    Segment,
    Span,
    Statement,
)

TEXT = "Bridge will stand, says Verek\nVerek said on Monday the bridge “will stand before winter”. The bridge is new."
START = TEXT.index("the bridge")
END = TEXT.index(". The")
CONTENT = Span.of(TEXT, START, END)
SPEAKER = Actor("d", ActorKind.PERSON, "Verek", (Span.of(TEXT, 30, 35),))
DOCUMENT = Document(
    "c",
    TEXT,
    (Region(0, 29, RegionKind.HEADLINE), Region(30, len(TEXT), RegionKind.BODY)),
    OffsetMap((Segment(0, len(TEXT), 0, len(TEXT)),)),
    "utf-8",
    outlet="Tern News",
)


def statement(span: Span) -> Statement:
    """Return Verek's statement with this content."""
    cue = Span.of(TEXT, TEXT.index("said"), TEXT.index("said") + 4)
    attribution = Attribution("d", SPEAKER.mentions, (cue,), (span,), Form.MIXED, 0.9)
    said = Said(Interval("2031-05-12", "2031-05-12"), "2031-05-12", SaidBasis.STATED, "on Monday")
    return Statement(attribution, SPEAKER, "name", said=said)


def test_a_statement_is_told_with_its_circumstances():
    """The speaker across documents, the day, the outlet and the cue are known."""
    identity = Identity("i", ActorKind.PERSON, "Anton Verek", (SPEAKER.id,))
    who = Who.of([identity], {"i": frozenset({"body:harbour board"})})
    (one,) = told(DOCUMENT, [statement(CONTENT)], who)
    assert (one.speaker, one.name, one.stands_for) == ("i", "Anton Verek", frozenset({"body:harbour board"}))
    assert (one.cue, one.outlet, one.said_basis) == ("said", "Tern News", SaidBasis.STATED)


def test_quoted_ranges_are_those_within_the_content():
    """What stands between quotation marks is told without them."""
    (one,) = told(DOCUMENT, [statement(CONTENT)], Who())
    ((start, end),) = one.parts[0].quoted
    assert one.words[start:end] == "will stand before winter"


def test_a_quotation_that_nobody_opened_is_one():
    """What ends with a mark is quoted from where it begins, if a direct or mixed statement has no other."""
    text = 'The bridge will stand," Verek said.'
    document = Document("c", text, (Region(0, len(text), RegionKind.BODY),), DOCUMENT.offsets, "utf-8")
    cue, speaker = Span.of(text, 30, 34), Span.of(text, 24, 29)
    attribution = Attribution("d", (speaker,), (cue,), (Span.of(text, 0, 23),), Form.DIRECT, 0.9)
    (one,) = told(document, [Statement(attribution, None, "none")], Who())
    assert one.parts[0].quoted == ((0, 22),)


def test_a_headline_is_one():
    """A statement that begins in the headline is told so."""
    found = told(DOCUMENT, [statement(Span.of(TEXT, 0, 17)), statement(CONTENT)], Who())
    assert [one.headline for one in found] == [True, False]


def test_what_the_article_has_often_is_told():
    """Words that stand several times in the article are known for it, as powers of two."""
    (one,) = told(DOCUMENT, [statement(CONTENT)], Who())
    often = dict(one.often)
    assert often["bridg"] == 1 and "winter" not in often
    assert "bridg" in one.about


def test_an_actor_that_nobody_identified_stands_for_itself():
    """Without identities the local actor's own id and name are told."""
    (one,) = told(DOCUMENT, [statement(CONTENT)], Who())
    assert (one.speaker, one.name) == (SPEAKER.id, "Verek")
