"""Every quotation is part of an attribution or listed with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import unattributed
from onrecord.extract.accounts import is_told
from onrecord.record import (
    SPOKEN_REGIONS,
    Attribution,
    Document,
    Form,
    OffsetMap,
    Reason,
    Region,
    RegionKind,
    Span,
)
from onrecord.text.quotations import lines, quotations


def document(text: str, kind: RegionKind = RegionKind.BODY) -> Document:
    """Return a document whose lines are paragraphs of one kind."""
    regions = tuple(Region(start, end, kind) for start, end in lines(text) if end > start)
    return Document("capture", text, regions, OffsetMap.identity(len(text)), "utf-8")


def attribution(text: str, *ranges: tuple[int, int]) -> Attribution:
    """Return an attribution with these contents."""
    return Attribution("d", (), (), tuple(Span.of(text, *r) for r in ranges), Form.DIRECT, 1.0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Her film “The Long River” opens in May.", Reason.TITLE),
        ("He wrote a book called “Water and Stone” in prison.", Reason.TITLE),
        ("The ship “Gloriana” lay in the harbour.", Reason.TITLE),
        ("In an interview on CNN’s “State of the Union,” she was silent.", Reason.TITLE),
        ("The “Morning Mail” show was cut short.", Reason.TITLE),
        ("A documentary, “13th,” is out.", Reason.TITLE),
        ("The so-called “super dam” was never built.", Reason.SCARE_QUOTES),
        ("They sent a “water police” to the valley.", Reason.SCARE_QUOTES),
        ("It was an ''activist'' court.", Reason.SCARE_QUOTES),
        ("Robert “Bobby” Verek ran again.", Reason.SCARE_QUOTES),
        ("It has no ‘plan B’.", Reason.SCARE_QUOTES),
        ("“If any dam cannot be managed, it should be broken up.”", Reason.NO_SOURCE),
        ("It was late. “We are going home,” and they went.", Reason.NO_SOURCE),
        ("The trends are “terrifying to everyone who looks at them”.", Reason.NO_SOURCE),
        ("“We stay", Reason.NO_SOURCE),
        ("“Stop!”", Reason.NO_SOURCE),
    ],
)
def test_reasons(text: str, reason: Reason) -> None:
    """A quotation that nobody is found to have said has a reason."""
    assert [u.reason for u in unattributed(document(text), ())] == [reason]


def test_titles_in_a_list() -> None:
    """Works listed beside one that is named as such, or named again, are titles too."""
    text = "She wrote the novels “Rain,” “Dry Land” and “Harvest”.\n“Harvest” sold best. “Rain on Me” did not."
    assert [u.reason for u in unattributed(document(text), ())] == [Reason.TITLE] * 4 + [Reason.NO_SOURCE]


def test_half_of_the_words_must_be_told() -> None:
    """A quotation belongs to an attribution if half of its words stand in contents, of one or of several."""
    text = "“One two three four,” she said."
    (quotation,) = quotations(text)
    assert [is_told(text, quotation, [(0, end)]) for end in (4, 8, 9, 20)] == [False, True, True, True]
    assert is_told(text, quotation, [(0, 4), (15, 20)])
    assert unattributed(document(text), [attribution(text, (0, 4), (15, 20))]) == ()
    assert [u.span.words for u in unattributed(document(text), [attribution(text, (21, 30))])] == [
        "“One two three four,”"
    ]


def test_the_body_alone_is_accounted_for() -> None:
    """Headlines and captions are left out, unless asked for."""
    headline = document("The “end” of it", RegionKind.HEADLINE)
    assert unattributed(headline, ()) == ()
    assert len(unattributed(headline, (), kinds=SPOKEN_REGIONS)) == 1


PIECES = ["“", "”", '"', "‘", "’", "'", "«", "»", "word ", "Word ", " the film ", ". ", ",", "\n", "''", "12"]


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.lists(st.tuples(st.integers(0, 150), st.integers(1, 40))))
def test_all_quotations_are_accounted_for(pieces: list[str], ranges: list[tuple[int, int]]) -> None:
    """Attributed and unattributed ones together are all pairs of marks that hold anything, none twice."""
    text = "".join(pieces)
    of = document(text)
    found = [
        attribution(text, (start, min(start + length, len(text)))) for start, length in ranges if start < len(text)
    ]
    pairs = [(q.start, q.end) for q in quotations(text) if q.inner_end > q.inner_start]
    listed = [(u.span.start, u.span.end) for u in unattributed(of, found)]
    assert [(u.span.start, u.span.end) for u in unattributed(of, ())] == pairs
    assert listed == sorted(set(listed))
    assert set(listed) <= set(pairs)
    told = [pair for pair in pairs if any(s.start <= pair[0] and pair[1] <= s.end for a in found for s in a.content)]
    assert not {p for p in told if any(c.isalnum() for c in text[slice(*p)])} & set(listed)
