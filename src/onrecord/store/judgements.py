"""Judgements in the record: appended, never changed, each chained to the one before by its digest."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.errors import InputError
from onrecord.record import OF_STATEMENTS, OF_TELLINGS, Field, Judgement, JudgementKind, in_force, sha256_hex
from onrecord.store.schema import bearings, judgement_head, judgements

CHUNK = 500
"""Rows asked for at once."""

FIRST = "0" * 64
"""What the first judgement is chained to."""


def add(connection: Connection, judgement: Judgement) -> int:
    """Append a judgement to the log; return its number. Raises InputError for one that is there already."""
    if connection.execute(select(judgements.c.id).where(judgements.c.id == judgement.id)).first():
        raise InputError("this judgement was made before; the record has it")
    previous = head(connection)[1]
    made = digest(previous, judgement)
    row = {
        "id": judgement.id,
        "author": judgement.author,
        "made_at": judgement.made_at,
        "kind": judgement.kind.value,
        "subjects": list(judgement.subjects),
        "value": judgement.value,
        "reason": judgement.reason,
        "field": judgement.field.value if judgement.field else None,
        "seen": judgement.seen,
        "previous": previous,
        "digest": made,
    }
    number = int(connection.execute(insert(judgements).values(row).returning(judgements.c.number)).scalar_one())
    told = {"number": number, "digest": made}
    query = upsert(judgement_head).values(id=1, **told)
    connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=told))
    rows = [{"statement_id": each, "number": number} for each in sorted(statements_of(connection, judgement))]
    if rows:
        connection.execute(insert(bearings), rows)
    return number


def statements_of(connection: Connection, judgement: Judgement) -> set[str]:
    """Return the statements that a judgement bears on: its own, or those of the judgements that it withdraws."""
    if judgement.kind in OF_STATEMENTS | OF_TELLINGS:
        return set(judgement.subjects)
    if judgement.kind is not JudgementKind.WITHDRAWN:
        return set()
    query = select(bearings.c.statement_id).join(judgements).where(judgements.c.id.in_(judgement.subjects))
    return set(connection.execute(query).scalars())


def head(connection: Connection) -> tuple[int, str]:
    """Return the number and the digest of the last judgement: 0 and `FIRST` without any."""
    row = connection.execute(select(judgement_head.c.number, judgement_head.c.digest)).first()
    return (row.number, row.digest) if row else (0, FIRST)


def digest(previous: str, judgement: Judgement) -> str:
    """Return the SHA-256 of a judgement and of the digest before it."""
    told = (judgement.author, judgement.made_at, judgement.kind.value, list(judgement.subjects))
    field = judgement.field.value if judgement.field else None
    text = json.dumps([previous, *told, judgement.value, judgement.reason, field, judgement.seen], ensure_ascii=True)
    return sha256_hex(text.encode())


def judged(connection: Connection) -> list[tuple[int, Judgement]]:
    """Return all judgements with their numbers, in the order in which they were made."""
    return _made(connection, select(judgements))


def of_actors(connection: Connection) -> list[tuple[int, Judgement]]:
    """Return the judgements of who is who, and those that withdraw any, in the order in which they were made."""
    statements = select(bearings.c.number)
    return _made(connection, select(judgements).where(judgements.c.number.not_in(statements)))


def of_statement(connection: Connection, statement_id: str) -> list[tuple[int, Judgement]]:
    """Return the judgements that bear on a statement, withdrawals too, in the order in which they were made."""
    query = select(judgements).join(bearings, bearings.c.number == judgements.c.number)
    return _made(connection, query.where(bearings.c.statement_id == statement_id))


def of_tellings(connection: Connection, statement_ids: Iterable[str]) -> list[tuple[int, Judgement]]:
    """Return the judgements in force of whether these statements tell the same as others, in order of the log."""
    kinds = [kind.value for kind in (*OF_TELLINGS, JudgementKind.WITHDRAWN)]
    query = select(judgements.c.number).join(bearings, bearings.c.number == judgements.c.number)
    query = query.where(judgements.c.kind.in_(kinds))
    ids, numbers = sorted(statement_ids), set[int]()
    for at in range(0, len(ids), CHUNK):
        part = query.where(bearings.c.statement_id.in_(ids[at : at + CHUNK]))
        numbers.update(connection.execute(part).scalars())
    made, ordered = list[tuple[int, Judgement]](), sorted(numbers)
    for at in range(0, len(ordered), CHUNK):
        made += _made(connection, select(judgements).where(judgements.c.number.in_(ordered[at : at + CHUNK])))
    return [(number, each) for number, each in in_force(made) if each.kind in OF_TELLINGS]


def _made(connection: Connection, query: Select[Any]) -> list[tuple[int, Judgement]]:
    return [(row.number, _judgement(row)) for row in connection.execute(query.order_by(judgements.c.number))]


def _judgement(row: Any) -> Judgement:  # noqa: ANN401 (a row of the table)
    return Judgement(
        row.author,
        row.made_at,
        JudgementKind(row.kind),
        tuple(row.subjects),
        row.value,
        row.reason,
        Field(row.field) if row.field else None,
        row.seen,
    )


def broken(connection: Connection) -> list[str]:
    """Return what is wrong with the log, in words: nothing where every judgement is as it was made, and none is gone.

    Each judgement holds the digest of the one before; the last one's number and digest are kept beside the log.
    Whoever changes the log, all digests after it and what is kept beside it leaves no trace in the record itself:
    note the head elsewhere to find that too.
    """
    wrong, previous, last = [], FIRST, 0
    for row in connection.execute(select(judgements).order_by(judgements.c.number)):
        if row.number != last + 1:
            wrong.append(f"judgements {last + 1} to {row.number - 1} are missing from the log")
        try:
            made = _judgement(row)
            holds = row.previous == previous and row.digest == digest(row.previous, made) and row.id == made.id
        except (InputError, ValueError, TypeError):
            holds = False
        if not holds:
            wrong.append(f"judgement {row.number} is not as it was made")
        previous, last = row.digest, row.number
    number, kept = head(connection)
    if (number, kept) != (last, previous):
        wrong.append(f"the log ends with judgement {last}; the record says that it ends with {number}, {kept[:12]}…")
    return wrong + _unborne(connection)


def _unborne(connection: Connection) -> list[str]:
    """Return what is wrong with the list of which judgements bear on which statements."""
    found: dict[str, set[str]] = {}
    expected = set[tuple[str, int]]()
    for number, judgement in _readable(connection):
        if judgement.kind in OF_STATEMENTS | OF_TELLINGS:
            found[judgement.id] = set(judgement.subjects)
        elif judgement.kind is JudgementKind.WITHDRAWN:
            found[judgement.id] = set().union(*(found.get(each, set()) for each in judgement.subjects))
        expected |= {(statement_id, number) for statement_id in found.get(judgement.id, ())}
    kept = {(row.statement_id, row.number) for row in connection.execute(select(bearings))}
    return [f"judgement {number} is not kept with statement {each}" for each, number in sorted(expected ^ kept)]


def _readable(connection: Connection) -> list[tuple[int, Judgement]]:
    made = []
    for row in connection.execute(select(judgements).order_by(judgements.c.number)):
        try:
            made.append((row.number, _judgement(row)))
        except (InputError, ValueError, TypeError):
            continue  # told above
    return made
