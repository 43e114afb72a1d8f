"""What to look at first: statements that nobody has settled, the most doubtful first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select

from onrecord.query.filter import Filter
from onrecord.query.statements import conditions
from onrecord.record import Status
from onrecord.store import Store
from onrecord.store.schema import anomalies, candidates, documents, members, statements, verdicts

MOST = 200
"""Statements of a queue at most: more than anybody judges at one sitting."""

SURE = 0.9
"""Probabilities from which nothing is told of them."""

_NOBODY, _SOMEBODY_ELSE, _CONTRADICTED = 0.25, 0.15, 0.15
"""What an unknown speaker, a speaker who may be somebody else, and a contradiction on the page add. Chosen so that
they bring a statement before others of like probability, not before the improbable; not measured."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A statement to judge, its doubt (from 0, about 1.5 at most) and what that rests on, in words."""

    id: str
    doubt: float
    reasons: tuple[str, ...]


def queue(store: Store, wanted: Filter | None = None, *, size: int = MOST) -> tuple[Doubtful, ...]:
    """Return the statements that meet `wanted` and nobody accepted or rejected, the most doubtful first.

    Doubt is the chance that source and content are wrong, counted by the chance that it is a statement at all; to
    that comes how undecided the latter is, a speaker who is unknown or may be somebody else, and a page that
    contradicts itself. Equals are in order of their ids, so that the order holds from one call to the next.
    """
    s, v = statements.c, verdicts.c
    asked = wanted or Filter(everything=True)
    done = select(v.statement_id).where(v.status.in_([Status.ACCEPTED.value, Status.REJECTED.value]))
    doubt = _doubt().label("doubt")
    columns = (s.id, doubt, s.confidence, s.stated, s.basis, _nobody().label("nobody"))
    query = (
        select(*columns, _else().label("else_"), _contradicted().label("contradicted"))
        .join(documents, documents.c.id == s.document_id)
        .where(*conditions(replace(asked, limit=None)), s.id.not_in(done))
        .order_by(doubt.desc(), s.id)
        .limit(size)
    )
    with store.reading() as connection:
        return tuple(Doubtful(row.id, row.doubt, tuple(_reasons(row))) for row in connection.execute(query))


def _doubt() -> ColumnElement[float]:
    s = statements.c
    stated = func.coalesce(s.stated, 1.0)
    more = _NOBODY * _nobody() + _SOMEBODY_ELSE * _else() + _CONTRADICTED * _contradicted()
    return stated * (1.0 - s.confidence + more) + (1.0 - func.abs(2.0 * stated - 1.0)) / 2.0


def _nobody() -> ColumnElement[int]:
    return case((statements.c.actor_id.is_(None), 1), else_=0)


def _else() -> ColumnElement[int]:
    doubted = select(members.c.actor_id).join(candidates, candidates.c.identity_id == members.c.identity_id)
    known = and_(statements.c.actor_id.is_not(None), statements.c.actor_id.in_(doubted))
    return case((known, 1), else_=0)


def _contradicted() -> ColumnElement[int]:
    return case((statements.c.document_id.in_(select(anomalies.c.document_id)), 1), else_=0)


def _reasons(row: Any) -> Iterator[str]:  # noqa: ANN401 (a row of the query)
    if row.confidence < SURE:
        yield f"the chance that source and content are right is {row.confidence:.0%}".replace("%", "\u00a0%")
    if row.stated is not None and row.stated < SURE:
        yield f"the chance that it is a public statement is {row.stated:.0%}".replace("%", "\u00a0%")
    if row.nobody:
        yield f"nobody is known to speak: {row.basis}"
    if row.else_:
        yield "the speaker may be somebody else"
    if row.contradicted:
        yield "the page contradicts itself"
