"""Outlets with what they told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.query.crowd import crowd

from onrecord.query import Filter, find
from onrecord.query.outlets import outlets
from onrecord.query.spread import spread
from onrecord.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of some articles of several outlets and of none."""
    with Store.open(tmp_path / "r.onrecord", create=True) as opened:
        crowd(opened, 12)
        yield opened


def test_outlets_are_counted(store: Store) -> None:
    """Each has the number of its statements, whatever they are; documents of nobody's come last."""
    told = Counter(each.outlet for each in find(store, Filter(everything=True)))
    found = outlets(store)
    assert {each.name: each.statements for each in found} == told
    assert [each.name for each in found][-1] is None
    assert sum(each.documents for each in found) == 12


def test_statements_spread_over_time(store: Store) -> None:
    """The parts and the undated ones add up to what the filter asks for."""
    wanted = Filter(speaker="Mott")
    found, whole = spread(store, wanted), list(find(store, wanted))
    assert sum(number for _, number in found.parts) + found.undated == len(whole) > 0
    assert found.undated == sum(each.published is None for each in whole)


def test_an_empty_record_has_no_outlets(tmp_path: Path) -> None:
    """Nothing is listed, and nothing spreads."""
    with Store.open(tmp_path / "empty", create=True) as store:
        assert outlets(store) == ()
        assert spread(store, Filter()).parts == ()
