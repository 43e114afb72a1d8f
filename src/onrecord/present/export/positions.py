"""Issues, positions and common ground as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.record.position import CommonGround, Position, Stand

if TYPE_CHECKING:
    from onrecord.query.issues import ListedIssue


def issue(listed: ListedIssue) -> dict[str, Any]:
    """Return an issue as a list tells it."""
    return {
        "id": listed.id,
        "name": listed.name,
        "description": listed.description,
        "parent": listed.parent_id,
        "coded": listed.coded,
        "statements": listed.statements,
        "stances": {stance.value: number for stance, number in listed.stances},
    }


def position(each: Position) -> dict[str, Any]:
    """Return a position with every statement that it rests on."""
    return {
        "actor": {"id": each.actor_id, "name": each.actor},
        "issue": {"id": each.issue_id, "name": each.issue},
        "leaning": each.leaning.value,
        "firm": each.firm,
        "passages": len(each.counted),
        "stances": {stance.value: number for stance, number in sorted(each.stances.items())},
        "types": {kind.value: number for kind, number in sorted(each.types.items())},
        "statements": [stand(one) for one in each.stands],
        "turns": [
            {
                "earlier": turn.earlier.statement_id,
                "later": turn.later.statement_id,
                "contradiction": turn.contradiction,
            }
            for turn in each.shifts
        ],
    }


def stand(one: Stand) -> dict[str, Any]:
    """Return one statement as evidence of a position."""
    return {
        "statement": one.statement_id,
        "utterance": one.utterance_id if one.utterance_id != one.statement_id else None,
        "day": one.day,
        "outlet": one.outlet,
        "stance": one.stance.value,
        "type": one.type.value if one.type else None,
        "conditional": one.conditional,
        "hypothetical": one.hypothetical,
        "confidence": one.confidence,
    }


def ground(found: CommonGround) -> dict[str, Any]:
    """Return what positions on an issue are to one another, with all of them."""
    return {
        "issue": {"id": found.issue_id, "name": found.issue},
        "ground": found.ground.value,
        "reason": found.reason,
        "positions": [position(each) for each in found.positions],
    }
