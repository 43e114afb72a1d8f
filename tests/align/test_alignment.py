"""Alignment as a whole: which statements share an occasion, which tell the same passage."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.telling import telling

from onrecord.align import align
from onrecord.record import SaidBasis

REPRINTS = tuple(
    telling("“We will build the harbour bridge before the winter of next year,”", id=f"r{n}") for n in range(30)
)
COVERAGE = (
    telling("“We will build the harbour bridge before the winter of next year,”", id="a"),
    telling("that the harbour bridge would be built “before the winter of next year”", id="b"),
    telling("the harbour bridge will be built before winter", id="c"),
    telling("“Taxes on fishing boats are far too high in this country,”", id="d"),
    telling("taxes on fishing boats were “far too high in this country”", id="e"),
    telling("“We will build the harbour bridge before the winter of next year,”", id="f", speaker="lorn"),
    telling("fishing quotas are unfair", id="g", day="2031-01-02", basis=SaidBasis.STATED),
)


@given(st.permutations(COVERAGE))
@settings(max_examples=25, deadline=None)
def test_order_changes_nothing(told):
    """The order in which statements come changes neither ids nor anything else."""
    assert align(told) == align(COVERAGE)


def test_quoted_words_link_across_texts():
    """Two tellings of one quotation by one speaker on one day are one utterance."""
    (found,) = align(COVERAGE[:2]).utterances
    assert [t.statement_id for t in found.tellings] == ["a", "b"]
