"""What each coder said of each statement, replayed from the log of judgements."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from onrecord.record import Field, Judgement, JudgementKind, Statement, Status, in_force, value_of
from onrecord.store import Store, judgements, nouns
from onrecord.store.schema import bearings, issues, statement_issues

MACHINE = "machine"
"""The coder that the machine counts as."""
CHUNK = 200


@dataclass(slots=True)
class Coded:
    """What one coder said of one statement: that it is one (ACCEPTED), none (REJECTED), or only some fields of it.

    `values` are those that the coder gave or, by accepting, took as right, as JSON; `given` the fields of the former.
    """

    status: Status = Status.OPEN
    values: dict[Field, Any] = field(default_factory=dict)
    given: set[Field] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Coding:
    """A statement as the machine found it, and what each coder said of it."""

    id: str
    statement: Statement
    coders: Mapping[str, Coded]
    about: Mapping[Field, Any] = field(default_factory=dict)

    @property
    def machine(self) -> Coded:
        """What the machine said of it."""
        return machine(self.statement, self.about)


def codings(store: Store) -> Iterator[Coding]:
    """Yield the judged statements that the record holds, in order of their ids, each with every coder's values.

    A coder who accepted takes as right what the statement was at that moment, corrections by others too: whoever
    judges after another has seen that one's values, which agreement then counts.
    """
    with store.reading() as connection:
        query = select(bearings.c.statement_id).distinct().order_by(bearings.c.statement_id)
        ids = connection.execute(query).scalars().all()
    for at in range(0, len(ids), CHUNK):
        with store.reading() as connection:
            found = list(_codings(connection, ids[at : at + CHUNK]))
        yield from found


def _codings(connection: Connection, ids: Sequence[str]) -> Iterator[Coding]:
    found = nouns.statements_by_id(connection, ids)
    about = machine_about(connection, ids)
    for key in (each for each in ids if each in found):
        holding = in_force(judgements.of_statement(connection, key))
        of = about.get(key, {})
        coders = coded(found[key], [judgement for _, judgement in holding], of)
        if coders:
            yield Coding(key, found[key], coders, of)


def machine_about(connection: Connection, ids: Sequence[str]) -> dict[str, dict[Field, Any]]:
    """Return what the machine found statements to be about and where they stand, by id and field, as JSON."""
    c = statement_issues.c
    query = select(c.statement_id, c.issue_id, c.stance, issues.c.name).join(issues, issues.c.id == c.issue_id)
    return {
        row.statement_id: {Field.ISSUE: {"id": row.issue_id, "name": row.name}, Field.STANCE: row.stance}
        for row in connection.execute(query.where(c.statement_id.in_(ids)))
    }


def coded(
    statement: Statement, holding: Sequence[Judgement], about: Mapping[Field, Any] | None = None
) -> dict[str, Coded]:
    """Return by coder what the judgements in force, in their order, say of a statement."""
    coders: defaultdict[str, Coded] = defaultdict(Coded)
    present = machine(statement, about).values
    for judgement in holding:
        one = coders[judgement.author]
        if judgement.kind is JudgementKind.REJECTED:
            coders[judgement.author] = Coded(Status.REJECTED)
        elif judgement.kind is JudgementKind.ACCEPTED:
            one.status, one.values = Status.ACCEPTED, dict(present)
        elif judgement.field is not None:
            present[judgement.field] = one.values[judgement.field] = json.loads(judgement.value or "null")
            one.given.add(judgement.field)
            if one.status is not Status.ACCEPTED:
                one.status = Status.CORRECTED
    return dict(coders)


def machine(statement: Statement, about: Mapping[Field, Any] | None = None) -> Coded:
    """Return what the machine said of a statement; whether it is a public one as yes or no, as people say it.

    `about` is what it is about, where that is known.
    """
    values = {each: value_of(statement, each) for each in Field} | dict(about or {})
    stated = values[Field.STATED]
    values[Field.STATED] = stated is None or stated >= 0.5
    return Coded(Status.ACCEPTED, values)
