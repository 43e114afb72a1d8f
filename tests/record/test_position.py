"""Positions and where they meet."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.errors import InternalError
from onrecord.record.issue import Stance
from onrecord.record.position import Ground, Leaning, Position, Stand, common_ground, ordered
from onrecord.record.statement_type import StatementType


def stand(number: int, stance: Stance, **told: Any) -> Stand:
    """Return the stand of a statement of this number."""
    told = {"type": StatementType.ASSERTION, "utterance_id": f"u{number}", "day": f"2025-06-{number:02}", **told}
    return Stand(f"s{number}", stance, **{"fullest_id": told["utterance_id"], **told})


def position(actor: str, *stands: Stand) -> Position:
    """Return an actor's position on the treaty."""
    return Position(actor.lower(), actor, "treaty", "treaty on the Asel", ordered(stands))


def test_every_passage_counts_once_however_many_tell_it() -> None:
    """Thirty reprints of one refusal are one refusal."""
    reprints = [stand(n, Stance.OPPOSE, utterance_id="one") for n in range(1, 10)]
    assert position("Verek", *reprints).stances == {Stance.OPPOSE: 1}


def test_the_surest_telling_counts() -> None:
    """Of the tellings of one passage the one that is likeliest right says which side it takes."""
    told = (
        stand(1, Stance.OPPOSE, utterance_id="one", confidence=0.5),
        stand(2, Stance.SUPPORT, utterance_id="one", confidence=0.9),
    )
    assert position("Verek", *told).leaning is Leaning.SUPPORT


@pytest.mark.parametrize(
    ("stances", "leaning"),
    [
        ([Stance.SUPPORT, Stance.NEUTRAL], Leaning.SUPPORT),
        ([Stance.OPPOSE], Leaning.OPPOSE),
        ([Stance.SUPPORT, Stance.OPPOSE], Leaning.MIXED),
        ([Stance.NEUTRAL], Leaning.NEUTRAL),
    ],
)
def test_leaning(stances: list[Stance], leaning: Leaning) -> None:
    """Both sides make a position mixed, neutral statements take none."""
    assert position("Lorn", *(stand(n, s) for n, s in enumerate(stances, 1))).leaning is leaning


def test_a_turn_is_a_contradiction_only_if_both_are_firm() -> None:
    """A refusal after a conditional offer is a turn; what was promised under a condition is not contradicted."""
    firm = position("Lorn", stand(1, Stance.SUPPORT), stand(2, Stance.OPPOSE))
    bound = position("Lorn", stand(1, Stance.SUPPORT, conditional=True), stand(2, Stance.OPPOSE))
    assert [s.contradiction for s in firm.shifts + bound.shifts] == [True, False]


def test_statements_of_unknown_day_make_no_turn() -> None:
    """Which came first cannot be told without days."""
    assert not position("Lorn", stand(1, Stance.SUPPORT, day=None), stand(2, Stance.OPPOSE)).shifts


BOTH = [
    (stand(1, Stance.SUPPORT), stand(2, Stance.SUPPORT), Ground.AGREE),
    (stand(1, Stance.OPPOSE), stand(2, Stance.OPPOSE), Ground.AGREE),
    (stand(1, Stance.SUPPORT), stand(2, Stance.SUPPORT, conditional=True), Ground.CONDITIONS),
    (stand(1, Stance.SUPPORT), stand(2, Stance.OPPOSE), Ground.EXCLUDE),
    (stand(1, Stance.SUPPORT, conditional=True), stand(2, Stance.OPPOSE), Ground.CONDITIONS),
    (stand(1, Stance.SUPPORT), stand(2, Stance.NEUTRAL), Ground.OPEN),
]


@pytest.mark.parametrize(("one", "other", "ground"), BOTH)
def test_common_ground(one: Stand, other: Stand, ground: Ground) -> None:
    """Two actors agree, differ by conditions, exclude each other, or it cannot be told."""
    assert common_ground([position("Verek", one), position("Lorn", other)]).ground is ground


@pytest.mark.parametrize(("one", "other", "ground"), BOTH)
def test_common_ground_is_the_same_from_both_sides(one: Stand, other: Stand, ground: Ground) -> None:
    """The order of the actors decides nothing."""
    assert common_ground([position("Lorn", other), position("Verek", one)]).ground is ground


def test_the_reason_names_who_is_bound_by_a_condition() -> None:
    """A reader sees in words why."""
    found = common_ground(
        [position("Verek", stand(1, Stance.SUPPORT, conditional=True)), position("Lorn", stand(2, Stance.OPPOSE))]
    )
    assert found.reason == "Verek supports it; Lorn opposes it; Verek only under a condition"


def test_one_actor_alone_has_no_common_ground() -> None:
    """Positions of one actor, or on two issues, are refused."""
    with pytest.raises(InternalError):
        common_ground([position("Verek", stand(1, Stance.SUPPORT))])
