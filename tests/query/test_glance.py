"""The table of actors and issues, counted in columns, tells what positions statement by statement tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.query.stands import judge_some, said_about, stands, tell

from onrecord.query.positions import PositionFilter, positions
from onrecord.query.standing import heatmap, speakers
from onrecord.record.position import Glance
from onrecord.store import Store, listing


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record of forty articles whose columns are kept, and some of whose statements people judged since."""
    with stands(tmp_path_factory.mktemp("glance") / "r.onrecord") as made:
        with made.writing() as connection:
            listing.keep(connection)
        judge_some(made, Random(5))
        yield made


def plain(store: Store, wanted: PositionFilter) -> dict[tuple[str, str], Glance]:
    """Return the positions in numbers, by ids of actor and issue, each made of its statements."""
    return {(each.actor_id, each.issue_id): each.glance for each in positions(store, wanted)}


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"since": "2031-03-15"},
        {"until": "2031-03"},
        {"outlet": "The Tern"},
        {"min_confidence": 0.75},
        {"actors": ("Ada Mott", "Bo Lund")},
        {"issues": ("harbour dues",)},
        {"since": "2031-03-10", "outlet": "Daily Gull", "issues": ("tides", "inner quay")},
    ],
)
def test_the_table_tells_what_positions_tell(store: Store, wanted: dict[str, Any]) -> None:
    """Of every actor and issue, under each condition."""
    asked = PositionFilter(**wanted)
    found = dict(heatmap(store, asked).positions)
    assert found == plain(store, asked) != {}


@pytest.mark.parametrize("again", [said_about, tell])
def test_what_is_told_anew_shows_at_once(tmp_path: Path, again: Any) -> None:
    """Issues, or utterances, that changed after the columns were kept, with no document touched."""
    with stands(tmp_path / "r.onrecord", 30) as store:
        with store.writing() as connection:
            listing.keep(connection)
        before = plain(store, PositionFilter())
        assert dict(heatmap(store).positions) == before
        again(store, Random(11))
        assert dict(heatmap(store).positions) == plain(store, PositionFilter()) != before


def test_who_says_most_comes_first(store: Store) -> None:
    """Then by name; a part of the table begins where the one before ended."""
    found = heatmap(store).actors
    assert list(found) == sorted(found, key=lambda each: (-each.statements, each.name))
    assert heatmap(store, first_actor=1, size=3).actors == found[1:4]
    assert speakers(store, 3) == found[:3]


def test_actors_are_chosen_by_words_of_their_names(store: Store) -> None:
    """Whatever their case, all of them."""
    assert [each.name for each in heatmap(store, actor_words="TT ada").actors] == ["Ada Mott"]
    assert heatmap(store, actor_words="nobody").positions == {}
