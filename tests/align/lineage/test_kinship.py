import pytest
from tests.align.lineage.articles import OTHER, SPEECH, WIRE, article

from onrecord.align.lineage import kinship, prose
from onrecord.record import Descent, DescentKind, Document

LONG = tuple(f"{words} It was the {n}th report that the paper had on the matter." for n, words in enumerate(OTHER * 3))


def kin(a: Document, b: Document) -> Descent | None:
    """Return what the one is to the other."""
    return kinship(prose(a), prose(b))


def test_the_same_words_in_other_bytes_are_an_exact_copy():
    """Case, marks and white space do not make another text."""
    found = kin(article(*WIRE), article(*(words.replace("President", "PRESIDENT") for words in WIRE), " "))
    assert found is not None
    assert (found.kind, found.of_document, found.of_origin) == (DescentKind.COPY, 1.0, 1.0)


def test_the_same_body_under_another_headline_is_a_reprint():
    """An exact copy has the same headline."""
    found = kin(article("Dam stays open", *WIRE), article("Farmers walk out on Verek", *WIRE))
    assert found is not None
    assert found.kind is DescentKind.REPRINT


def test_a_text_without_a_paragraph_is_a_reprint_of_the_whole():
    """The shares tell how much either text holds of the other."""
    found = kin(article(*WIRE, published="2025-06-09"), article(*WIRE[:3], published="2025-06-10"))
    assert found is not None
    assert found.kind is DescentKind.REPRINT
    assert found.of_document == 1.0
    assert 0.7 < found.of_origin < 0.85


def test_wire_copy_within_a_longer_article_is_held_by_it():
    """The longer article is the document, what it holds is the origin."""
    wire, longer = article(*WIRE[:2]), article(*LONG[:5], *WIRE[:2], *LONG[5:])
    found = kin(wire, longer)
    assert found is not None
    assert (found.document_id, found.kind, found.of_origin) == (longer.id, DescentKind.CONTAINS, 1.0)


def test_a_part_that_came_later_is_an_excerpt():
    """What was cut from an article is no origin of it."""
    longer = article(*LONG[:5], *WIRE[:2], *LONG[5:], published="2025-06-09")
    part = article(*WIRE[:2], published="2025-06-10")
    found = kin(part, longer)
    assert found is not None
    assert (found.document_id, found.kind) == (part.id, DescentKind.EXCERPT)


def test_an_agency_is_the_origin_whatever_the_times_say():
    """A reprint may bear an earlier time than the wire's page."""
    wire = article(*WIRE, outlet="Meridian Wire", published="2025-06-10")
    first = f"PORT ILVANE (Meridian Wire) — {WIRE[0]}"
    found = kin(wire, article(first, *WIRE[1:3], outlet="Harbour Courier", published="2025-06-09"))
    assert found is not None
    assert found.origin_id == wire.id


def test_independent_reports_of_one_event_are_not_related():
    """Common names and a common event are no common text."""
    assert kin(article(*WIRE), article(*OTHER)) is None


def test_a_long_quotation_in_both_is_no_reprint():
    """Everybody quotes the same speech."""
    assert kin(article(OTHER[0], SPEECH), article(WIRE[3], SPEECH)) is None


def test_light_edits_and_other_marks_hide_no_reprint():
    """House spelling, other quotation marks, a word put in here and there."""
    edited = [words.replace("quarrelled", "quarreled").replace("June", "early June") for words in WIRE]
    found = kin(article(*WIRE, SPEECH), article(*edited, SPEECH.replace("“", '"').replace("”", '"')))
    assert found is not None
    assert found.kind is DescentKind.REPRINT
    assert found.of_document > 0.95


def test_the_same_outlet_with_most_of_the_text_kept_has_a_later_version():
    """The version that was updated last is the later one."""
    before = article(*WIRE[:2], outlet="Tern News", published="2025-06-09T10:00:00Z")
    after = article(*WIRE, outlet="Tern News", published="2025-06-09T12:00:00Z")
    found = kin(after, before)
    assert found is not None
    assert (found.document_id, found.kind) == (after.id, DescentKind.VERSION)


def test_what_an_outlet_puts_under_its_articles_relates_nothing():
    """A notice at the end of both is furniture."""
    notice = (
        "Tern News is paid for by its readers and owned by nobody else. Whoever wants to help us to send reporters to "
        "the eastern plain can do so with a small gift each month, which our treasurer accounts for in public."
    )
    assert kin(article(*OTHER[:2], notice, outlet="Tern News"), article(WIRE[3], notice, outlet="Tern News")) is None


@pytest.mark.parametrize("texts", [((), ()), (WIRE, WIRE[:2]), (WIRE, OTHER), (WIRE[:2], (*LONG, *WIRE[:2]))])
def test_the_order_of_the_two_changes_nothing(texts: tuple[tuple[str, ...], tuple[str, ...]]):
    """Descent depends on the two documents only."""
    a, b = (article("Of the dam:", *paragraphs) for paragraphs in texts)
    assert a.id == b.id or kin(a, b) == kin(b, a)


def test_a_notice_that_is_also_quoted_above_breaks_nothing():
    """What is common within the notice is left out with it."""
    notice = f"{WIRE[1]} {WIRE[2]}"
    once, twice = (*OTHER, WIRE[0], notice), (WIRE[1], *OTHER, WIRE[3], *LONG[3:], notice)
    assert kin(article(*once, outlet="Tern News"), article(*twice, outlet="Tern News")) is not None
