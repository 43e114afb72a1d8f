"""Judgements in the record: appended, never changed, each chained to the one before by its digest."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from onrecord.errors import InputError
from onrecord.record import Judgement, JudgementKind, sha256_hex
from onrecord.store.schema import judgements

FIRST = "0" * 64
"""What the first judgement is chained to."""


def add(connection: Connection, judgement: Judgement) -> int:
    """Append a judgement to the log; return its number. Raises InputError for one that is there already."""
    if connection.execute(select(judgements.c.id).where(judgements.c.id == judgement.id)).first():
        raise InputError("this judgement was made before; the record has it")
    query = select(judgements.c.digest).order_by(judgements.c.number.desc()).limit(1)
    previous = connection.execute(query).scalar() or FIRST
    row = {
        "id": judgement.id,
        "author": judgement.author,
        "made_at": judgement.made_at,
        "kind": judgement.kind.value,
        "subjects": list(judgement.subjects),
        "value": judgement.value,
        "reason": judgement.reason,
        "previous": previous,
        "digest": digest(previous, judgement),
    }
    return int(connection.execute(insert(judgements).values(row).returning(judgements.c.number)).scalar_one())


def digest(previous: str, judgement: Judgement) -> str:
    """Return the SHA-256 of a judgement and of the digest before it."""
    told = (judgement.author, judgement.made_at, judgement.kind.value, list(judgement.subjects))
    text = json.dumps([previous, *told, judgement.value, judgement.reason], ensure_ascii=True)
    return sha256_hex(text.encode())


def judged(connection: Connection) -> list[tuple[int, Judgement]]:
    """Return all judgements with their numbers, in the order in which they were made."""
    rows = connection.execute(select(judgements).order_by(judgements.c.number))
    return [
        (row.number, _judgement(row.author, row.made_at, row.kind, row.subjects, row.value, row.reason)) for row in rows
    ]


def _judgement(
    author: str, made_at: str, kind: str, subjects: Sequence[str], value: str | None, reason: str
) -> Judgement:
    return Judgement(author, made_at, JudgementKind(kind), tuple(subjects), value, reason)


def broken(connection: Connection) -> list[str]:
    """Return what is wrong with the log, in words: nothing where every judgement is as it was made."""
    wrong, previous, number = [], FIRST, 0
    for row in connection.execute(select(judgements).order_by(judgements.c.number)):
        number += 1
        made = _judgement(row.author, row.made_at, row.kind, row.subjects, row.value, row.reason)
        if row.number != number:
            wrong.append(f"judgement {number} is missing from the log")
            number = row.number
        if row.previous != previous or row.digest != digest(row.previous, made) or row.id != made.id:
            wrong.append(f"judgement {row.number} is not as it was made")
        previous = row.digest
    return wrong
