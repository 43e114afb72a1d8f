"""The nouns keep their invariants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InternalError
from onrecord.record import (
    Accounts,
    Act,
    Attribution,
    Capture,
    Document,
    Form,
    MediaType,
    OffsetMap,
    Reason,
    Region,
    RegionKind,
    Segment,
    Span,
    Unattributed,
)


@given(st.text(min_size=1), st.data())
def test_a_span_yields_its_words(text: str, data: st.DataObject) -> None:
    """A span of a text holds exactly the words there."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.words == text[start:end]
    assert span.check(text)
    assert not span.check("\u0000" * len(text)) or set(span.words) == {"\u0000"}


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (0, 5), (-1, 2)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    """Empty, backward and outlying spans are refused when made."""
    with pytest.raises(InternalError):
        Span.of("four", start, end)


def test_attribution_needs_content_and_order() -> None:
    """An attribution without content, or with spans out of order, is refused."""
    a, b = Span.of("one two", 0, 3), Span.of("one two", 4, 7)
    with pytest.raises(InternalError, match="no content"):
        Attribution("d", (a,), (), (), Form.DIRECT, 1.0)
    with pytest.raises(InternalError, match="order"):
        Attribution("d", (), (), (b, a), Form.DIRECT, 1.0)
    with pytest.raises(InternalError, match="confidence"):
        Attribution("d", (), (), (a,), Form.DIRECT, 1.5)


def test_an_attribution_is_of_something_communicated_unless_told() -> None:
    """The act does not change the id: it is what the text says of the words, not which words they are."""
    content = (Span.of("one two", 0, 3),)
    said = Attribution("d", (), (), content, Form.DIRECT, 1.0)
    thought = Attribution("d", (), (), content, Form.DIRECT, 1.0, act=Act.THOUGHT)
    assert said.act is Act.COMMUNICATED
    assert said.id == thought.id


def test_an_unattributed_quotation_is_known_by_its_place() -> None:
    """Another reason for the same words leaves the id; other words have another."""
    text = "the “deal” and the “deal”"
    first, second = Span.of(text, 4, 10), Span.of(text, 19, 25)
    quotation = Unattributed("d", first, Reason.SCARE_QUOTES)
    assert quotation.id == Unattributed("d", first, Reason.TITLE).id
    assert quotation.id != Unattributed("d", second, Reason.SCARE_QUOTES).id
    assert quotation.id != Unattributed("e", first, Reason.SCARE_QUOTES).id


def test_who_relays_counts_for_the_id() -> None:
    """The same words told by somebody else are another attribution; without a relay the id is as ever."""
    relay, content = Span.of("one two", 0, 3), (Span.of("one two", 4, 7),)
    plain = Attribution("d", (), (), content, Form.DIRECT, 1.0)
    assert plain.id == "108a1c2f85785e2138aa9d1d"
    assert Attribution("d", (), (), content, Form.DIRECT, 1.0, via=(relay,)).id != plain.id


def test_accounts_add_up() -> None:
    """Quotations are attributed or listed; more listed than there are, or one listed twice, is refused."""
    one = Unattributed("d", Span.of("a “b” “c”", 2, 5), Reason.TITLE)
    two = Unattributed("d", Span.of("a “b” “c”", 6, 9), Reason.TITLE)
    accounts = Accounts(3, (one, two))
    assert accounts.attributed == 1
    with pytest.raises(InternalError, match="2 of 1 quotations"):
        Accounts(1, (one, two))
    with pytest.raises(InternalError, match="twice"):
        Accounts(3, (one, one))


def test_ids_depend_on_content_alone() -> None:
    """A capture's id is that of its bytes and how they are read, not of where they lay."""
    here = Capture(b"x", MediaType.PLAIN, "a.txt", "a.txt")
    there = Capture(b"x", MediaType.PLAIN, "b/c.txt", "c.txt")
    assert here.id == there.id
    assert here.id != Capture(b"x", MediaType.HTML, "a.txt", "a.txt").id


def test_offsets_lead_back() -> None:
    """A character reference and collapsed white space map to the whole range they come from."""
    offsets = OffsetMap((Segment(0, 2, 0, 2), Segment(2, 1, 2, 5), Segment(3, 2, 7, 2)))
    assert offsets.to_source(0, 2) == (0, 2)
    assert offsets.to_source(2, 3) == (2, 7)
    assert offsets.to_source(1, 5) == (1, 9)
    assert OffsetMap.from_rows(offsets.to_rows()) == offsets
    with pytest.raises(InternalError):
        OffsetMap((Segment(1, 2, 0, 2),))
    with pytest.raises(InternalError):
        offsets.to_source(4, 9)


def test_overlapping_regions_are_refused() -> None:
    """Regions of a document lie apart."""
    regions = (Region(0, 3, RegionKind.HEADLINE), Region(2, 5, RegionKind.BODY))
    with pytest.raises(InternalError):
        Document("c", "12345", regions, OffsetMap.identity(5), "utf-8")
