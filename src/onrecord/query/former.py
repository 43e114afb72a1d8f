"""Ids that an utterance or an occasion had once: what the statements that they are made of tell now.

Nothing is kept of past ids: each tells its statements, and these last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.errors import MissingError
from onrecord.query.ids import begins
from onrecord.record import halves, turned
from onrecord.record.ids import ID_LENGTH
from onrecord.store.schema import occasion_statements, statements, tellings

SHOWN = 8
"""Digits of an id that lists show: fewer are not looked for among former ids."""

_SURE = 16
"""Digits from which an id tells two statements of ten million, eight digits of each."""


@dataclass(frozen=True, slots=True)
class Named:
    """A statement of which an id was made, and the ids of the utterances that it tells now, sorted."""

    statement_id: str
    utterances: tuple[str, ...]


class FormerError(MissingError):
    """Nothing has the id that is asked for, but the record holds statements of which it was made.

    `named` are these. `both` are the utterances that hold both of two: several, of which the id does not tell one, or
    none where they are told apart now. `of_occasion` tells whether the id is that of an occasion.
    """

    def __init__(
        self, what: str, named: Sequence[Named], both: Sequence[str] = (), *, of_occasion: bool = False
    ) -> None:
        super().__init__(what)
        self.named, self.both, self.of_occasion = tuple(named), tuple(both), of_occasion


def utterance_now(connection: Connection, asked: str) -> str:
    """Return the id of the one utterance that holds both statements of which a former id, or its first digits, is made.

    Raises FormerError where several hold both, or none any more, and MissingError where the record lacks both.
    """
    none = MissingError(f"no utterance's id begins with {asked!r}; list them with: onrecord utterances")
    if len(asked) < SHOWN:
        raise none
    one, other = halves(asked.lower())
    both = _holding(connection, one, other)
    if len(both) == 1:
        return both[0]
    if len(asked) < _SURE:
        raise MissingError(f"{none}, or give all digits of one that an utterance had once") from None
    named = [Named(key, _told_in(connection, key)) for half in (one, other) for key in _beginning(connection, half)]
    if not named:
        raise none
    raise FormerError(_what(asked, named, both), named, both)


def occasion_now(connection: Connection, asked: str) -> str:
    """Return the id of the occasion of the statement of which a former id is made; all its digits are needed.

    Raises FormerError where no other statement is of its occasion any more, MissingError where the record lacks it.
    """
    found = _beginning(connection, turned(asked.lower())) if len(asked) == ID_LENGTH else []
    if not found:
        raise MissingError(f"no occasion's id begins with {asked!r}")
    c = occasion_statements.c
    held = connection.execute(select(c.occasion_id).where(c.statement_id == found[0])).scalar()
    if held is None:
        what = f"the occasion {asked[:SHOWN]} was known by the statement {found[0][:SHOWN]}: now no other is of its"
        raise FormerError(f"{what} occasion", [Named(found[0], ())], of_occasion=True)
    return str(held)


def _what(asked: str, named: Sequence[Named], both: Sequence[str]) -> str:
    told = " and ".join(each.statement_id[:SHOWN] for each in named)
    if len(named) == 1:
        begin = f"the utterance {asked[:SHOWN]} was known by two statements, of which the record holds {told} alone"
    else:
        begin = f"the utterance {asked[:SHOWN]} was known by the statements {told}"
    if both:
        return f"{begin}, which several utterances hold now: {_short(both)}"
    apart = "" if len(named) == 1 else ", which are told apart now"
    return f"{begin}{apart}: {'; '.join(map(_tells, named))}"


def _tells(one: Named) -> str:
    told = f"is told in {_short(one.utterances)}" if one.utterances else "is told by no other text"
    return f"{one.statement_id[:SHOWN]} {told}"


def _short(ids: Sequence[str]) -> str:
    return ", ".join(each[:SHOWN] for each in ids)


def _holding(connection: Connection, one: str, other: str) -> list[str]:
    """Return the ids of the utterances that hold statements whose ids begin so, sorted."""
    a, b = tellings.alias(), tellings.alias()
    query = select(a.c.utterance_id).distinct().join(b, b.c.utterance_id == a.c.utterance_id)
    query = query.where(begins(a.c.statement_id, one), begins(b.c.statement_id, other))
    query = query.where(a.c.statement_id < b.c.statement_id)
    return [str(each) for each in connection.execute(query.order_by(a.c.utterance_id)).scalars()]


def _beginning(connection: Connection, prefix: str) -> list[str]:
    query = select(statements.c.id).where(begins(statements.c.id, prefix))
    return [str(each) for each in connection.execute(query.order_by(statements.c.id)).scalars()]


def _told_in(connection: Connection, statement_id: str) -> tuple[str, ...]:
    query = select(tellings.c.utterance_id).where(tellings.c.statement_id == statement_id)
    return tuple(connection.execute(query.order_by(tellings.c.utterance_id)).scalars())
