"""What the judgements of one statement come to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from onrecord.record.field import Field
from onrecord.record.judgement import Judgement, JudgementKind


class Status(StrEnum):
    """Where a statement stands: nobody's judgement holds, it is right, right but for corrections, or none at all."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


Made = tuple[int, Judgement]
"""A judgement with its number in the log."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judgements of a statement come to.

    `version` is how many were ever made, withdrawals too: one made against another version is refused.
    `corrections` are the latest values that hold, by field. `holding` are the judgements in force, in order.
    """

    version: int = 0
    status: Status = Status.OPEN
    corrections: Mapping[Field, Any] = field(default_factory=dict)
    holding: tuple[Made, ...] = ()


def verdict(made: Iterable[Made]) -> Verdict:
    """Return what the judgements of one statement, and those that withdraw them, come to.

    They count in the order of the log. ACCEPTED and REJECTED: the later one holds. CORRECTED: the latest of each
    field. A withdrawal can be withdrawn, and what it withdrew then holds again.
    """
    ordered = sorted(made, key=lambda pair: pair[0])
    holding = in_force(ordered)
    status, corrections = Status.OPEN, dict[Field, Any]()
    for _, judgement in holding:
        if judgement.kind is JudgementKind.CORRECTED and judgement.field is not None:
            corrections[judgement.field] = json.loads(judgement.value or "null")
        elif judgement.kind in (JudgementKind.ACCEPTED, JudgementKind.REJECTED):
            status = Status(judgement.kind.value)
    if corrections and status is Status.OPEN:
        status = Status.CORRECTED
    return Verdict(len(ordered), status, corrections, holding)


def in_force(ordered: Iterable[Made]) -> tuple[Made, ...]:
    """Return the judgements, in order of the log, that no withdrawal in force takes back; no withdrawals."""
    withdrawn, holding = set[str](), list[Made]()
    for number, judgement in reversed(list(ordered)):
        if judgement.id in withdrawn:
            continue
        if judgement.kind is JudgementKind.WITHDRAWN:
            withdrawn.update(judgement.subjects)
        else:
            holding.append((number, judgement))
    return tuple(reversed(holding))
