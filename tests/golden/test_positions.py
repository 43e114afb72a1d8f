"""Where the two seeds' actors stand, by a small codebook of our own (needs ../shared)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.query import Reported
from onrecord.record import Stance, StatementType
from onrecord.record.position import CommonGround, Ground, Position, Stand

pytestmark = pytest.mark.shared
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "cases" / "seeds"
BOOK = """
[[concept]]
name = "NATO membership of Ukraine"
description = "Whether Ukraine may join NATO, the Western military alliance."
examples = ["Ukraine should become a member of NATO.", "It is unacceptable that the country joins the alliance."]

[[concept]]
name = "end of the military operation"
description = "Ending the military operation and the fighting in Ukraine, and the conditions for it."
examples = ["A condition for ending the operation is a written commitment.", "The war must be brought to an end."]

[[concept]]
name = "meeting of the presidents"
description = "A meeting between the presidents of Russia and Ukraine, and its preparation."
examples = ["He agrees to meet with his counterpart.", "A meeting of the two leaders needs preparation."]

[[concept]]
name = "blame for the conflict"
description = "Who began the conflict in Ukraine, out of which interests, and at whose expense."
examples = ["The other side is to blame for the conflict.", "We only protect our interests and our security."]

[[concept]]
name = "talks with other countries"
description = "Efforts and talks of other countries that help to resolve the crisis."
examples = ["She thanked them for their proposals.", "They discussed the outcome of their talks in detail."]
"""
PUTIN, KREMLIN, LEADERS = "Vladimir Putin", "Kremlin", "leaders of France and Germany"
MEMBERSHIP, END, MEETING = "NATO membership of Ukraine", "end of the military operation", "meeting of the presidents"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[onrecord.Record]:
    """Give a record of both, coded with the codebook."""
    folder = tmp_path_factory.mktemp("positions")
    (folder / "book.toml").write_text(BOOK, encoding="utf-8")
    with onrecord.open(folder / "seeds.onrecord", processes=1) as record:
        record.read(SEEDS)
        record.code(folder / "book.toml")
        yield record


def _position(record: onrecord.Record, actor: str, issue: str) -> Position:
    (found,) = record.positions(actors=(actor,), issues=(issue,))
    return found


def _words(record: onrecord.Record, stand: Stand) -> str:
    return next(each.words for each in record.statements() if each.id == stand.statement_id)


def _stand(record: onrecord.Record, position: Position, beginning: str) -> Stand:
    (found,) = [each for each in position.stands if _words(record, each).startswith(beginning)]
    return found


def test_membership_is_refused(record: onrecord.Record) -> None:
    """He opposes it, by a refusal under no condition."""
    position = _position(record, PUTIN, MEMBERSHIP)
    stand = _stand(record, position, "Russia considers Ukraine’s NATO membership")
    assert position.leaning.value == "oppose"
    assert (stand.stance, stand.type, stand.conditional) == (Stance.OPPOSE, StatementType.REFUSAL, False)


def test_conditions_for_the_end_come_by_an_agency(record: onrecord.Record) -> None:
    """What it is said to need is bound to a condition, and Reuters is who tells it."""
    stand = _stand(record, _position(record, "Reuters", END), "that one of Putin's conditions")
    (demand,) = [each for each in record.statements() if each.words.startswith("a written commitment")]
    assert stand.conditional and stand.stance is Stance.NEUTRAL
    assert (demand.speaker, demand.relay, bool(demand.statement.condition)) == (PUTIN, "Reuters", True)


def test_threat_is_conditional(record: onrecord.Record) -> None:
    """Two leaders threaten unless there is a meeting: they want it, and say what they would do under a condition."""
    stand = _stand(record, _position(record, LEADERS, MEETING), "to push for new sanctions")
    assert (stand.stance, stand.type, stand.conditional) == (Stance.SUPPORT, StatementType.THREAT, True)


def test_meeting_is_not_ruled_out_under_a_condition(record: onrecord.Record) -> None:
    """What the Kremlin leaves open is an offer that holds under a condition, not a firm promise."""
    stand = _stand(record, _position(record, KREMLIN, MEETING), "Putin did not rule out")
    assert (stand.type, stand.conditional, stand.firm) == (StatementType.OFFER, True, False)


@pytest.fixture(scope="module")
def ground(record: onrecord.Record) -> CommonGround:
    """Give what the positions of Russia and of France and Germany are to one another: they share one issue."""
    (found,) = record.common_ground(f"{PUTIN},{KREMLIN},Russian government", LEADERS)
    return found


def test_common_ground_claims_nothing_firm(ground: CommonGround) -> None:
    """On the meeting neither side says more than under a condition, and so does the answer."""
    assert (ground.issue, ground.ground) == (MEETING, Ground.CONDITIONS)
    assert "condition" in ground.reason


def test_common_ground_has_its_evidence(record: onrecord.Record, ground: CommonGround) -> None:
    """Each side's position comes with the statements that it rests on, which lie in the article."""
    told: dict[str, Reported] = {each.id: each for each in record.statements()}
    for position in ground.positions:
        assert position.counted
        assert all(told[stand.statement_id].heading.articles for stand in position.stands)


def test_nobody_else_has_a_position_on_the_meeting(record: onrecord.Record) -> None:
    """Who is only spoken of, as the other president is, has none."""
    actors = {position.actor for position in record.positions(issues=(MEETING,))}
    assert {KREMLIN, LEADERS} <= actors and not any("Zelen" in actor or "Ukrainian" in actor for actor in actors)
