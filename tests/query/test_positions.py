"""Where actors stand: by which statements, since when, as people judged them; and where sides meet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.query.stood import stood_record

from onrecord.errors import MissingError, SettingsError
from onrecord.query import find
from onrecord.query.positions import PositionFilter, common_grounds, positions
from onrecord.record import Field
from onrecord.record.position import Ground
from onrecord.run.reviewing import REJECT, Judge, correct, judge
from onrecord.store import Store

BY = Judge("ann", "2031-04-01T00:00:00Z")
ADA, BO, CY = "Ada Mott", "Bo Lund", "Cy Hale"
DUES, QUAY = "harbour dues", "inner quay"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record in which it is known who stands where."""
    with stood_record(tmp_path / "r.onrecord") as store:
        yield store


def _told(store: Store, **wanted: Any) -> dict[tuple[str, str], tuple[str, int]]:
    """Return the leaning and the number of statements, by actor and issue."""
    found = positions(store, PositionFilter(**wanted))
    return {(each.actor, each.issue): (each.leaning.value, len(each.stands)) for each in found}


def _id(store: Store, words: str) -> str:
    return next(each.id for each in find(store) if words in each.words)


def test_each_actor_has_a_position_on_each_issue_spoken_of(store: Store) -> None:
    """With all that they said on it."""
    assert _told(store) == {
        (ADA, DUES): ("mixed", 3),
        (ADA, QUAY): ("support", 1),
        (BO, DUES): ("oppose", 1),
        (BO, QUAY): ("support", 1),
        (CY, DUES): ("support", 1),
        (CY, QUAY): ("neutral", 1),
    }


def test_positions_on_which_most_rests_come_first(store: Store) -> None:
    """Then by name of actor and issue."""
    assert [(p.actor, p.issue) for p in positions(store)][:3] == [(ADA, DUES), (ADA, QUAY), (BO, DUES)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"actors": (BO,)}, {(BO, DUES), (BO, QUAY)}),
        ({"actors": (BO, CY), "issues": (QUAY,)}, {(BO, QUAY), (CY, QUAY)}),
        ({"issues": ("b" * 8,), "since": "2031-03-06"}, {(BO, QUAY), (CY, QUAY)}),
        ({"until": "2031-03-04"}, {(ADA, DUES), (ADA, QUAY), (BO, DUES)}),
        ({"outlet": "Daily Gull"}, {(ADA, DUES), (BO, QUAY), (CY, DUES)}),
        ({"min_confidence": 0.99}, set()),
        ({"limit": 1}, {(ADA, DUES)}),
    ],
)
def test_conditions_choose(store: Store, wanted: dict[str, Any], expected: set[tuple[str, str]]) -> None:
    """Each of them, and several together."""
    assert _told(store, **wanted).keys() == expected


def test_a_turn_is_told_with_both_statements(store: Store) -> None:
    """Who was for it and then against it contradicts an earlier statement."""
    (position,) = positions(store, PositionFilter(actors=(ADA,), issues=(DUES,)))
    (turn,) = [each for each in position.shifts if each.contradiction]
    assert (turn.earlier.day, turn.later.day) == ("2031-03-06", "2031-03-09")


def test_confidence_is_of_statement_issue_and_stance(store: Store) -> None:
    """That all three are right is less likely than that each is."""
    (position,) = positions(store, PositionFilter(actors=(BO,), issues=(DUES,)))
    assert position.stands[0].confidence == pytest.approx(0.75 * 0.9 * 0.8)


def test_rejected_statements_bear_no_position(store: Store) -> None:
    """What a person says is no statement counts no more, before anything is told anew."""
    judge(store, _id(store, "No more dues"), [REJECT], BY, seen=0)
    assert (BO, DUES) not in _told(store)


def test_a_judged_speaker_has_the_position(store: Store) -> None:
    """A statement given to another counts as that one's."""
    actor = next(e.statement.speaker.id for e in find(store) if e.statement.speaker and e.speaker == CY)
    given = {"actor": actor, "name": CY, "kind": "person"}
    judge(store, _id(store, "No more dues"), [correct(Field.SPEAKER, given)], BY, seen=0)
    told = _told(store, issues=(DUES,))
    assert (BO, DUES) not in told and told[CY, DUES] == ("mixed", 2)


@pytest.mark.parametrize(
    "wanted", [{"min_confidence": 1.5}, {"min_confidence": -0.1}, {"since": "yesterday"}, {"limit": 0}]
)
def test_values_that_are_none_are_refused(wanted: dict[str, Any]) -> None:
    """Before anything is asked."""
    with pytest.raises(SettingsError):
        PositionFilter(**wanted)


@pytest.mark.parametrize("wanted", [{"actors": ("Nobody",)}, {"issues": ("nothing",)}, {"issues": ("",)}])
def test_unknown_names_are_told(store: Store, wanted: dict[str, Any]) -> None:
    """An actor or an issue that is none is an error, not an empty answer."""
    with pytest.raises(MissingError):
        positions(store, PositionFilter(**wanted))


def test_sides_meet_where_both_stand(store: Store) -> None:
    """They agree on the quay; on the dues one turned, so it is not to be told."""
    found = {each.issue: each.ground for each in common_grounds(store, [ADA, BO])}
    assert found[QUAY] is Ground.AGREE and found.keys() == {QUAY, DUES}


def test_opposite_sides_exclude_each_other(store: Store) -> None:
    """One for it, one against it."""
    found = {each.issue: each.ground for each in common_grounds(store, [BO, CY])}
    assert found[DUES] is Ground.EXCLUDE


def test_several_actors_count_as_one_side(store: Store) -> None:
    """Named together, by commas."""
    (dues,) = [each for each in common_grounds(store, [f"{ADA}, {CY}", BO]) if each.issue == DUES]
    assert [(p.actor, len(p.stands)) for p in dues.positions] == [(f"{ADA} and {CY}", 4), (BO, 1)]


@pytest.mark.parametrize("sides", [[ADA], [ADA, ADA], [f"{ADA},{BO}", BO], [ADA, ","], []])
def test_sides_that_are_none_are_refused(store: Store, sides: list[str]) -> None:
    """Fewer than two, one actor on both, nobody."""
    with pytest.raises(SettingsError):
        common_grounds(store, sides)
