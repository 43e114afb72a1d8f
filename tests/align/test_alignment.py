"""Alignment as a whole: which statements share an occasion, which tell the same passage."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.telling import telling

from onrecord.align import align, compared, gathered
from onrecord.record import LinkBasis, SaidBasis

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


def test_every_link_is_shown_within_one_occasion():
    """Links lie within occasions, and utterances show all of them."""
    found = align([*COVERAGE, *REPRINTS])
    home = {one: occasion.id for occasion in found.occasions for one in occasion.statements}
    shown = {
        (a.statement_id, b.statement_id)
        for utterance in found.utterances
        for a in utterance.tellings
        for b in utterance.tellings
        if a < b
    }
    assert found.links and {(link.a, link.b) for link in found.links} == shown
    assert all(home[link.a] == home[link.b] for link in found.links)


def test_thirty_reprints_are_one_utterance():
    """Equal tellings are gathered whole."""
    (utterance,) = align(REPRINTS).utterances
    assert len(utterance.tellings) == len(REPRINTS)


def test_an_unrelated_statement_changes_nothing_else():
    """One more article of somebody else leaves all as it was."""
    other = telling("“The opera needs a new roof before it rains again,”", id="z", speaker="orm", day="2031-11-02")
    assert align([*COVERAGE, other]) == align(COVERAGE)


@pytest.mark.parametrize("pair", [("a", "d"), ("a", "f"), ("c", "g")])
def test_what_people_ruled_the_same_is_linked(pair):
    """A person's judgement joins any two statements, whoever speaks and whenever it was."""
    links = {(link.a, link.b): link for link in align(COVERAGE, {pair: True}).links}
    assert links[pair].basis is LinkBasis.JUDGED


def test_what_people_ruled_apart_is_not_linked():
    """Two statements that a person parted share no utterance, and others stay as they are."""
    before, found = align(COVERAGE), align(COVERAGE, {("a", "b"): False})
    assert {(link.a, link.b) for link in before.links} - {(link.a, link.b) for link in found.links} == {("a", "b")}
    assert not any({"a", "b"} <= {t.statement_id for t in u.tellings} for u in found.utterances)


def test_parts_that_no_pair_joins_can_be_gathered_by_themselves():
    """Gathering a component alone gives what gathering everything gives of it."""
    known = {one.statement_id: one for one in COVERAGE}
    pairs = compared(COVERAGE)
    whole = gathered(known, pairs)
    for occasion in whole.occasions:
        inside = {one for pair in pairs if pair.joins for one in (pair.a, pair.b)} & set(occasion.statements)
        inner = [pair for pair in pairs if {pair.a, pair.b} <= inside]
        assert gathered({one: known[one] for one in inside}, inner).occasions == (occasion,)
