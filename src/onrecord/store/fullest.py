"""Which statement tells most fully what another one tells.

Of the utterances of a statement the least id of a fullest telling counts that is another statement's, its own where
none is: several passages of one long quotation have one fullest telling, and so has all that retells them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, case, func, select
from sqlalchemy.orm import aliased

from onrecord.record import Relation
from onrecord.store.schema import tellings

_FULL = aliased(tellings, name="fullest")
# In the words of the index `ix_tellings_full`, which answers without a row of the table.
_BESIDE = (_FULL.c.utterance_id == tellings.c.utterance_id) & (_FULL.c.relation == Relation.FULL.value)


def fullest_of(statement_id: ColumnElement[str]) -> ScalarSelect[str | None]:
    """Return a query of the id of the fullest telling of what this statement tells, NULL where it alone tells it."""
    others = case((_FULL.c.statement_id != tellings.c.statement_id, _FULL.c.statement_id))
    least = func.coalesce(func.min(others), func.min(tellings.c.statement_id))
    return select(least).join(_FULL, _BESIDE).where(tellings.c.statement_id == statement_id).scalar_subquery()


def fullest_tellings() -> Select[Any]:
    """Return a query of the fullest telling of each utterance of each statement: its id, and the statement's."""
    return select(_FULL.c.statement_id, tellings.c.statement_id).join(_FULL, _BESIDE)
