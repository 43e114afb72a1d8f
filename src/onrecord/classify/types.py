"""What kind of statement each is, under which condition it holds, and whether it was said at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.classify.conditions import conditions
from onrecord.classify.reality import hypothetical, negated
from onrecord.classify.softmax import Softmax, shipped_types
from onrecord.classify.type_features import type_features
from onrecord.record import Statement, StatementType


def typed(statements: Sequence[Statement], text: str, model: Softmax | None = None) -> tuple[Statement, ...]:
    """Return one document's statements, each with its type and the probability of it, its condition, its reality.

    `text` is the document's. By default with the model that is shipped (`lab.types`). Raises ModelError without it.
    """
    weigh = model or shipped_types()
    return tuple(_typed(statement, text, weigh) for statement in statements)


def _typed(statement: Statement, text: str, model: Softmax) -> Statement:
    kind, chance = type_of(model, statement)
    attribution = statement.attribution
    return replace(
        statement,
        type=kind,
        type_chance=chance,
        condition=conditions(text, attribution),
        negated=negated(text, attribution),
        hypothetical=hypothetical(text, attribution),
    )


def type_of(model: Softmax, statement: Statement) -> tuple[StatementType, float]:
    """Return the likeliest type and its probability, to four places; of equal ones the first in order."""
    chances = model.chances(type_features(statement))
    kind = max(chances, key=lambda each: chances[each])
    return StatementType(kind), round(chances[kind], 4)
