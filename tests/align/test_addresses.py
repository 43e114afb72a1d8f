"""What utterances and occasions are known by, and that it lasts."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.align.telling import telling
from tests.align.test_cliques import LINKS

from onrecord.align import align
from onrecord.align.addresses import first_told, known_by
from onrecord.align.cliques import cliques
from onrecord.record import Told

HOURS = ["2031-05-12T08:00:00", "2031-05-12T09:00:00", "2031-05-12T99", "2031-05-13T07:00:00", None]


def made(number: int, hour: str | None = "2031-05-12T08:00:00") -> Told:
    """Return one telling of the same words, published at an hour, with an id like those of a record."""
    words = "“We will build the harbour bridge before the winter of next year,”"
    return replace(telling(words, id=f"{number:024x}"[::-1]), time=hour)


def test_the_first_published_is_first() -> None:
    """Hours come before the day without hour, undated texts last, whatever their ids."""
    told = [made(9 - n, hour) for n, hour in enumerate(HOURS)]
    assert first_told(reversed(told)) == [one.statement_id for one in told]


@given(st.integers(3, 9))
def test_later_tellings_leave_ids_as_they_are(last: int) -> None:
    """An utterance and its occasion, read as published, keep their ids with each more telling."""
    told = [made(20 - n, f"2031-05-12T{n:02}:00:00") for n in range(last)]
    found = [align(told[:n]) for n in range(2, last + 1)]
    assert len({each.utterances[0].id for each in found}) == len({each.occasions[0].id for each in found}) == 1


def test_an_earlier_telling_is_known_from_then_on() -> None:
    """A text found later that was first makes another id, which holds both that the old one was made of."""
    told = [made(n, f"2031-05-12T{n + 1:02}:00:00") for n in range(2)]
    [before], [now] = align(told).utterances, align([*told, made(7, "2031-05-12T00:00:00")]).utterances
    assert before.id != now.id
    assert {*before.known_by} <= {each.statement_id for each in now.tellings}


def test_what_two_passages_share_names_neither() -> None:
    """Where two groups hold both that were told first, each is known by two of its own."""
    told = {each: telling("x", id=each) for each in "abcd"}
    assert list(known_by([("a", "b", "c"), ("a", "b", "d")], told)) == [("a", "c"), ("a", "d")]


def test_what_shares_all_is_known_by_what_no_group_before_it_holds() -> None:
    """A group of which others hold every two is still known by two that name it alone."""
    told = {each: telling("x", id=each) for each in "abcdef"}
    groups = [("a", "b", "c"), ("a", "b", "d"), ("b", "c", "e"), ("a", "c", "f")]
    found = list(known_by(groups, told))
    assert found[0] == ("a", "b") and len(set(found)) == len(groups)


@given(LINKS)
def test_no_two_groups_are_known_by_the_same(links) -> None:
    """Each group is known by two of its own, and no other group by them."""
    groups = cliques(links)
    found = list(known_by(groups, {name: telling("x", id=name) for name in "abcdefgh"}))
    assert len(set(found)) == len(groups)
    assert all(pair in combinations(group, 2) for pair, group in zip(found, groups, strict=True))
