"""What alignment finds, in the record, and what it needs to follow changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select

from onrecord.record import Link, Occasion, Utterance
from onrecord.store import changes, progress
from onrecord.store.progress import Progress
from onrecord.store.schema import (
    aligned,
    alignment,
    buckets,
    clashes,
    links,
    occasion_statements,
    occasions,
    statements,
    tellings,
    utterances,
)

Clashing = tuple[str, str, str, str, str]
"""Two statements, the smaller id first, how they clash, in which words, and the reason."""

AWAITS = "-"
"""How the keys of buckets begin whose statements meet those of the bucket of the same key without it, and not one
another."""

CHUNK = 500
"""Rows asked for at once."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A statement as alignment last saw it: the digest of what was told, and the part that it is in, if in any."""

    digest: str
    part: str | None


def state(connection: Connection) -> Progress:
    """Return how far the record is aligned."""
    return progress.progress(connection, alignment)


def version(connection: Connection) -> int:
    """Return a number that grows whenever what is aligned changes."""
    return state(connection).version


def reached(connection: Connection, number: int, made_by: str) -> None:
    """Note that the record is aligned up to the change of this number."""
    progress.reached(connection, alignment, number, made_by)


def clear(connection: Connection, made_by: str) -> None:
    """Take away all that is aligned: the record is to be aligned from its first change on."""
    for table in (links, clashes, utterances, occasions, aligned, buckets):
        connection.execute(delete(table))
    reached(connection, 0, made_by)


def forget(connection: Connection, statement_ids: Sequence[str]) -> None:
    """Take away what is aligned with these statements, which are about to go; the others of it are aligned anew."""
    parts = {each.part for each in known(connection, statement_ids).values() if each.part is not None}
    if not parts:
        return
    left = sorted(set(in_parts(connection, parts)) - set(statement_ids))
    remove(connection, [*statement_ids, *left])
    for part in _chunks(left):
        connection.execute(delete(aligned).where(aligned.c.statement_id.in_(part)))
        query = select(statements.c.document_id).distinct().where(statements.c.id.in_(part))
        changes.touch(connection, sorted(connection.execute(query).scalars()))


def known(connection: Connection, statement_ids: Iterable[str]) -> dict[str, Aligned]:
    """Return those of these statements that are aligned."""
    c, found = aligned.c, dict[str, Aligned]()
    for part in _chunks(sorted(statement_ids)):
        rows = connection.execute(select(c.statement_id, c.digest, c.part).where(c.statement_id.in_(part)))
        found |= {row.statement_id: Aligned(row.digest, row.part) for row in rows}
    return found


def known_of_documents(connection: Connection, document_ids: Sequence[str]) -> dict[str, Aligned]:
    """Return the aligned statements of documents."""
    c, found = aligned.c, dict[str, Aligned]()
    query = select(c.statement_id, c.digest, c.part).join(statements, statements.c.id == c.statement_id)
    for part in _chunks(document_ids):
        rows = connection.execute(query.where(statements.c.document_id.in_(part)))
        found |= {row.statement_id: Aligned(row.digest, row.part) for row in rows}
    return found


def in_parts(connection: Connection, parts: Iterable[str]) -> list[str]:
    """Return the ids of the statements of these parts, sorted."""
    found: list[str] = []
    for part in _chunks(sorted(parts)):
        found += connection.execute(select(aligned.c.statement_id).where(aligned.c.part.in_(part))).scalars()
    return sorted(found)


def bucket_of(key: str) -> int:
    """Return the number of the bucket with this key; one that only awaits it has the number below zero."""
    return -number_of(key.removeprefix(AWAITS)) if key.startswith(AWAITS) else number_of(key)


def number_of(key: str) -> int:
    """Return the number that stands for a bucket's key: 63 bits of its SHA-256."""
    return int.from_bytes(sha256(key.encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 1


def mates(connection: Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    """Return the statements in each of these buckets, sorted."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    c = buckets.c
    for part in _chunks(sorted(keys)):
        query = select(c.bucket, c.statement_id).where(c.bucket.in_(part)).order_by(c.bucket, c.statement_id)
        for row in connection.execute(query):
            found[row.bucket].append(row.statement_id)
    return found


def buckets_of(connection: Connection, statement_ids: Iterable[str]) -> dict[str, set[int]]:
    """Return the buckets that each of these statements is in."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    c = buckets.c
    for part in _chunks(sorted(statement_ids)):
        for row in connection.execute(select(c.bucket, c.statement_id).where(c.statement_id.in_(part))):
            found[row.statement_id].add(row.bucket)
    return found


def see(connection: Connection, digests: Mapping[str, str], keys: Mapping[str, Iterable[int]]) -> None:
    """Note these statements as alignment now sees them, in no part yet, and the buckets that they are in."""
    unsee(connection, digests)
    rows = [{"statement_id": key, "digest": digests[key], "part": None} for key in sorted(digests)]
    if rows:
        connection.execute(insert(aligned), rows)
    pairs = sorted((bucket, key) for key, told in keys.items() for bucket in set(told))
    if pairs:
        connection.exec_driver_sql("INSERT INTO buckets (bucket, statement_id) VALUES (?, ?)", pairs)


def unsee(connection: Connection, statement_ids: Iterable[str]) -> None:
    """Forget that alignment saw these statements."""
    for part in _chunks(sorted(statement_ids)):
        connection.execute(delete(aligned).where(aligned.c.statement_id.in_(part)))
        connection.execute(delete(buckets).where(buckets.c.statement_id.in_(part)))


def place_in_parts(connection: Connection, parts: Mapping[str, str | None]) -> None:
    """Note by statement which part it is in, None where nothing is aligned with it."""
    rows = [(part, key) for key, part in sorted(parts.items())]
    if rows:
        connection.exec_driver_sql("UPDATE aligned SET part = ? WHERE statement_id = ?", rows)


def remove(connection: Connection, statement_ids: Iterable[str]) -> None:
    """Take away the occasions, utterances and links of these statements."""
    for part in _chunks(sorted(statement_ids)):
        c = occasion_statements.c
        held = select(c.occasion_id).where(c.statement_id.in_(part))
        connection.execute(delete(occasions).where(occasions.c.id.in_(held)))
        connection.execute(delete(links).where(links.c.a.in_(part)))
        connection.execute(delete(links).where(links.c.b.in_(part)))


Rows = dict[str, list[dict[str, Any]]]
"""The rows of each table by its name, in order of their keys."""

_TABLES = (occasions, occasion_statements, utterances, tellings, links)


def add(connection: Connection, found: Iterable[Occasion], said: Iterable[Utterance], joined: Iterable[Link]) -> None:
    """Leave occasions, utterances and links in the record."""
    rows = rows_of(found, said, joined)
    for table in _TABLES:
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])


def rows_of(found: Iterable[Occasion], said: Iterable[Utterance], joined: Iterable[Link]) -> Rows:
    """Return the rows that occasions, utterances and links make."""
    told, uttered = sorted(found, key=lambda one: one.id), sorted(said, key=lambda one: one.id)
    return {
        "occasions": [_occasion(one) for one in told],
        "occasion_statements": [
            {"occasion_id": one.id, "statement_id": each} for one in told for each in sorted(one.statements)
        ],
        "utterances": [{"id": one.id, "occasion_id": one.occasion_id} for one in uttered],
        "tellings": [
            {"utterance_id": one.id, "statement_id": each.statement_id, "relation": each.relation.value}
            for one in uttered
            for each in one.tellings
        ],
        "links": [{"a": one.a, "b": one.b, "basis": one.basis.value, "chance": one.chance} for one in sorted(joined)],
    }


def kept(connection: Connection, statement_ids: Sequence[str]) -> Rows:
    """Return the rows that the record has of the occasions, utterances and links of these statements."""
    c = occasion_statements.c
    held = set[str]()
    joined = list[Any]()
    for part in _chunks(statement_ids):
        held.update(connection.execute(select(c.occasion_id).where(c.statement_id.in_(part))).scalars())
        joined += connection.execute(select(links).where(links.c.a.in_(part))).mappings()
    ids = sorted(held)
    said = _all(connection, utterances, utterances.c.occasion_id, ids)
    return {
        "occasions": _all(connection, occasions, occasions.c.id, ids),
        "occasion_statements": _all(connection, occasion_statements, c.occasion_id, ids),
        "utterances": sorted(said, key=lambda row: str(row["id"])),
        "tellings": _all(connection, tellings, tellings.c.utterance_id, sorted(str(row["id"]) for row in said)),
        "links": sorted(map(dict, joined), key=lambda row: (row["a"], row["b"])),
    }


def _all(connection: Connection, table: Table, column: Column[Any], ids: Sequence[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for part in _chunks(ids):
        rows = connection.execute(select(table).where(column.in_(part)).order_by(*table.primary_key)).mappings()
        found += map(dict, rows)
    return found


def parts(connection: Connection) -> list[str]:
    """Return the ids of all parts, sorted."""
    query = select(aligned.c.part).where(aligned.c.part.is_not(None)).distinct().order_by(aligned.c.part)
    return [str(each) for each in connection.execute(query).scalars()]


def clash(connection: Connection, statement_ids: Iterable[str], found: Iterable[Clashing]) -> None:
    """Leave these clashes in place of all in which these statements are."""
    for part in _chunks(sorted(statement_ids)):
        connection.execute(delete(clashes).where(clashes.c.a.in_(part)))
        connection.execute(delete(clashes).where(clashes.c.b.in_(part)))
    rows = [dict(zip(("a", "b", "kind", "words", "reason"), each, strict=True)) for each in sorted(set(found))]
    if rows:
        connection.execute(insert(clashes), rows)


def _occasion(one: Occasion) -> dict[str, Any]:
    interval = one.interval
    return {
        "id": one.id,
        "speakers": list(one.speakers),
        "start": interval.start if interval else None,
        "end": interval.end if interval else None,
        "setting": list(one.setting) if one.setting else None,
    }


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    known = list(values)
    return (known[at : at + CHUNK] for at in range(0, len(known), CHUNK))
