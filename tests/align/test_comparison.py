"""Two statements compared: golden pairs of our own, and laws that hold for all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.telling import telling

from onrecord.align import align, compare
from onrecord.record import LinkBasis, SaidBasis

STATED = SaidBasis.STATED
POST, TALK = ("post", "twitter", "", "", ""), ("interview", "", "", "", "")
FULL = "“We will build the harbour bridge before the winter of next year, and the ferry will go on until then.”"
TELLINGS = st.sampled_from(
    [
        telling(FULL, id="a"),
        telling("that the harbour bridge would be built before winter", id="b"),
        telling("“the ferry will go on until then”", id="c", speaker="lorn"),
        telling("fishing boats are taxed “far too high”", id="d", day=None),
        telling("the bridge", id="e", day="2031-06-01", basis=STATED, setting=POST),
    ]
)


def linked(*told):
    """Return the pairs of ids that are linked."""
    return {(link.a, link.b) for link in align(told).links}


@pytest.mark.parametrize(
    "other",
    [
        "“We will build the harbour bridge before the winter of next year,”",
        "the harbour bridge would be built “before the winter of next year”",
        "the harbour bridge will be built before next winter",
        "“the ferry will go on until then”",
        "“We will build the harbour bridge before the summer of next year,”",
    ],
    ids=["truncated", "fragment", "paraphrase", "its other passage", "altered"],
)
def test_tellings_of_one_passage_are_linked(other):
    """Quoted, cut, altered or told in the outlet's words, a telling is linked with the full one."""
    assert linked(telling(FULL, id="a"), telling(other, id="b")) == {("a", "b")}


@pytest.mark.parametrize(
    "other",
    [
        telling(FULL, id="b", speaker="lorn"),
        telling(FULL, id="b", day="2031-08-30", basis=STATED),
        telling("taxes on fishing boats are far too high", id="b"),
        telling("the opera needs a new roof before it rains again", id="b", setting=POST),
    ],
    ids=["other speaker", "repeated on another day", "other passage", "post on something else"],
)
def test_other_acts_of_saying_are_kept_apart(other):
    """Other speakers, other days and other passages are not linked."""
    assert not linked(telling(FULL, id="a", basis=STATED), other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("to close the harbour of Tarsk", "that the harbour of Tarsk would stay open", False),
        ("not to close the harbour of Tarsk", "that the harbour of Tarsk would stay open", True),
        ("“the harbour of Tarsk will close in winter”", "“the harbour of Tarsk will open in winter”", True),
    ],
    ids=["contrary", "denied contrary", "altered quotation"],
)
def test_who_tells_the_contrary_tells_something_else(one, other, expected):
    """A contrary word parts two tellings, unless one is denied, or quoted words show one passage."""
    assert compare(telling(one, id="a"), telling(other, id="b")).links is expected


def test_names_alone_show_no_passage():
    """What is said of one place may be anything, where no other word is shared."""
    one = telling("Lorn will not sign any paper on the River Vel", id="a")
    assert not compare(
        one, telling("that a bridge over the River Vel costs more than Lorn thinks it does", id="b")
    ).links


def test_the_basis_is_told():
    """Four quoted words in a row show a passage, else what is said does."""
    one = telling(FULL, id="a")
    assert compare(one, telling("“the ferry will go on”", id="b")).basis is LinkBasis.QUOTED
    assert compare(one, telling("that the ferry would go on", id="b")).basis is LinkBasis.PROPOSITION


def test_a_statement_within_another_is_not_compared():
    """What somebody quotes of another one within their own words is no telling of them."""
    one = replace(telling(FULL, id="a"), document_id="d", spans=((10, 200),))
    assert compare(one, replace(one, statement_id="b", spans=((50, 90),))) is None


@given(TELLINGS, TELLINGS)
@settings(max_examples=30, deadline=None)
def test_comparing_is_symmetric(one, other):
    """Two statements compare the same in either order."""
    assert compare(one, other) == compare(other, one)
