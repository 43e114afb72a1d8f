"""Conditions on statements as people judged them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from onrecord.record import Status
from onrecord.store.schema import statements, verdicts

Condition = Callable[[Any], ColumnElement[bool]]
"""Makes a condition of the columns of a table: form, act, actor_id, said_start, said_end, setting, stated."""


def as_judged(made: Sequence[Condition]) -> list[ColumnElement[bool]]:
    """Return the condition that statements meet all of these, with the machine's values or, once judged, people's.

    Of a record that nobody judged both looks into the verdicts are into an empty table.
    """
    if not made:
        return []
    judged = select(verdicts.c.statement_id)
    machine = and_(*(make(statements.c) for make in made), statements.c.id.not_in(judged))
    return [or_(machine, statements.c.id.in_(judged.where(*(make(verdicts.c) for make in made))))]


def standing(status: Status | None) -> ColumnElement[bool]:
    """Return the condition that statements stand so; None: anywhere but rejected."""
    v = verdicts.c
    if status is None:
        return statements.c.id.not_in(select(v.statement_id).where(v.status == Status.REJECTED.value))
    if status == Status.OPEN:
        return statements.c.id.not_in(select(v.statement_id).where(v.status != Status.OPEN.value))
    return statements.c.id.in_(select(v.statement_id).where(v.status == Status(status).value))
