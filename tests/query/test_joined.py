"""Statements come with what joins them with those of other documents."""

from __future__ import annotations

from pathlib import Path

from tests.present.positioned import positioned_record
from tests.present.retold import retold_record

from onrecord.query import Filter, find
from onrecord.query.joined import ALONE, joined


def test_a_statement_knows_what_it_is_about(tmp_path: Path) -> None:
    """Its issue by name, and where the speaker stands."""
    with positioned_record(tmp_path / "r.onrecord") as store:
        found = {(each.issue, each.stance) for each in find(store)}
    assert ("harbour dues", "support") in found


def test_a_statement_knows_what_else_tells_it(tmp_path: Path) -> None:
    """The tellings of one passage share an utterance and an occasion."""
    with retold_record(tmp_path / "r.onrecord") as store:
        told = [each.joined for each in find(store, Filter(words='"foreign trawlers"'))]
    assert len(told) > 2
    assert len({each.occasion_id for each in told}) == 1
    assert set.intersection(*(set(each.utterances) for each in told))


def test_what_nothing_joins_is_alone(tmp_path: Path) -> None:
    """A statement that one article tells has no utterance."""
    with retold_record(tmp_path / "r.onrecord") as store:
        [lonely] = find(store, Filter(words="pilots"))
    assert (lonely.joined, lonely.issue, lonely.stance) == (ALONE, None, None)


def test_of_no_statements_nothing_is_told(tmp_path: Path) -> None:
    """No ids, no answers."""
    with retold_record(tmp_path / "r.onrecord") as store, store.reading() as connection:
        assert joined(connection, []) == {}
