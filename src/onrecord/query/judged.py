"""One statement as judged: of every field the machine's value, the present one, and who gave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from onrecord.errors import MissingError
from onrecord.query.coding import machine_about
from onrecord.query.reported import Reported
from onrecord.query.statements import reported
from onrecord.record import ABOUT_FIELDS, Field, Judgement, JudgementKind, Status, value_of, verdict
from onrecord.store import Store, judgements, verdicts
from onrecord.store.schema import bearings, statements


@dataclass(frozen=True, slots=True)
class JudgedField:
    """A field's values as JSON (see :func:`onrecord.record.canonical`): the `machine`'s and the `present` one.

    `number` is that of the judgement that gave the present one, None where nobody corrected it. `unfit` says why
    a correction does not fit the text as it is read now; the present value is then the machine's.
    """

    field: Field
    machine: Any
    present: Any
    number: int | None = None
    unfit: str | None = None

    @property
    def corrected(self) -> bool:
        """Whether a person's value stands in place of the machine's."""
        return self.number is not None and self.unfit is None


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement as judged. `version` is what the next judgement must have seen.

    `log` holds every judgement that bears on it with its number, in order; `holding` are the numbers of those in
    force.
    """

    reported: Reported
    fields: tuple[JudgedField, ...]
    log: tuple[tuple[int, Judgement], ...]
    holding: frozenset[int]

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.reported.id

    @property
    def version(self) -> int:
        """How many judgements were made of it, withdrawals too."""
        return len(self.log)

    @property
    def status(self) -> Status:
        """Where it stands."""
        return self.reported.status

    @property
    def last(self) -> int | None:
        """The number of the judgement that an undo withdraws; None where none is in force."""
        return max(self.holding, default=None)

    def __getitem__(self, field: Field) -> JudgedField:
        """Return a field."""
        return next(each for each in self.fields if each.field is field)


def judged(store: Store, statement_id: str) -> Judged:
    """Return a statement as judged. Raises MissingError without one of this id."""
    with store.reading() as connection:
        return _judged(connection, statement_id)


def _judged(connection: Connection, statement_id: str) -> Judged:
    found = reported(connection, [statement_id])
    if not found:
        raise MissingError(f"there is no statement {statement_id}")
    one = found[0]
    log = judgements.of_statement(connection, statement_id)
    come = verdict(log)
    given = {j.field: number for number, j in come.holding if j.kind is JudgementKind.CORRECTED and j.field}
    about = machine_about(connection, [statement_id]).get(statement_id, {})
    told = about | {field: come.corrections[field] for field in ABOUT_FIELDS if field in come.corrections}
    fields = tuple(
        JudgedField(
            field,
            about.get(field) if field in ABOUT_FIELDS else value_of(one.machine or one.statement, field),
            told.get(field) if field in ABOUT_FIELDS else value_of(one.statement, field),
            given.get(field),
            one.unfit.get(field),
        )
        for field in Field
    )
    return Judged(one, fields, tuple(log), frozenset(number for number, _ in come.holding))


def unplaced(store: Store) -> tuple[str, ...]:
    """Return the ids of judged statements that the record no longer holds: their texts were read otherwise since.

    Their judgements stay in the log, and hold again should the statement be found again.
    """
    with store.reading() as connection:
        known = select(statements.c.id)
        query = select(bearings.c.statement_id).distinct().where(bearings.c.statement_id.not_in(known))
        return tuple(connection.execute(query.order_by(bearings.c.statement_id)).scalars())


def standings(store: Store, statement_ids: Sequence[str]) -> dict[str, Status]:
    """Return where statements stand, of those that the record still holds; a few hundred at most."""
    with store.reading() as connection:
        query = select(statements.c.id).where(statements.c.id.in_(statement_ids))
        known = connection.execute(query).scalars().all()
        held = verdicts.held(connection, known)
    return {key: held.get(key, verdicts.NEVER).status for key in known}
