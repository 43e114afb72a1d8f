"""Descents between documents, in the record, and what documents are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select

from onrecord.record import Descent
from onrecord.store.schema import descents, fingerprints, prints

CHUNK = 500
"""Rows asked for at once."""


def proses(connection: Connection, document_ids: Iterable[str]) -> dict[str, bytes]:
    """Return what each of these documents is compared by, packed, for those that have it."""
    c, found = fingerprints.c, dict[str, bytes]()
    for part in _chunks(sorted(document_ids)):
        rows = connection.execute(select(c.document_id, c.data).where(c.document_id.in_(part)))
        found |= {row.document_id: row.data for row in rows}
    return found


def keep(connection: Connection, proses: Mapping[str, bytes], found: Mapping[str, Iterable[int]]) -> None:
    """Leave what documents are compared by, and their prints, in place of what was there."""
    for part in _chunks(sorted(proses)):
        connection.execute(delete(fingerprints).where(fingerprints.c.document_id.in_(part)))
        connection.execute(delete(prints).where(prints.c.document_id.in_(part)))
        connection.execute(insert(fingerprints), [{"document_id": each, "data": proses[each]} for each in part])
    rows = sorted({(each, document_id) for document_id, told in found.items() for each in told})
    if rows:
        connection.exec_driver_sql("INSERT INTO prints (print, document_id) VALUES (?, ?)", rows)


def prints_of(connection: Connection, document_ids: Iterable[str]) -> dict[str, list[int]]:
    """Return the prints of each of these documents, sorted."""
    c = prints.c
    found: dict[str, list[int]] = {each: [] for each in document_ids}
    for part in _chunks(sorted(found)):
        query = select(c.document_id, c.print).where(c.document_id.in_(part)).order_by(c.document_id, c.print)
        for row in connection.execute(query):
            found[row.document_id].append(row.print)
    return found


def least_holders(connection: Connection, wanted: Iterable[int], most: int) -> dict[int, list[str]]:
    """Return for each print the least ids of the documents that hold it, at most `most` of them, sorted."""
    sql = "SELECT document_id FROM prints WHERE print = ? ORDER BY document_id LIMIT ?"
    return {each: list(connection.exec_driver_sql(sql, (each, most)).scalars()) for each in dict.fromkeys(wanted)}


def holders(connection: Connection, wanted: Iterable[int]) -> dict[int, list[str]]:
    """Return for each print the ids of all documents that hold it, sorted."""
    c = prints.c
    found: dict[int, list[str]] = {each: [] for each in wanted}
    for part in _chunks(sorted(found)):
        query = select(c.print, c.document_id).where(c.print.in_(part)).order_by(c.print, c.document_id)
        for row in connection.execute(query):
            found[row.print].append(row.document_id)
    return found


def related(connection: Connection, document_ids: Iterable[str]) -> set[str]:
    """Return the documents that the record has descents of or from these with."""
    c, found = descents.c, set[str]()
    for part in _chunks(sorted(document_ids)):
        query = select(c.document_id, c.origin_id).where(or_(c.document_id.in_(part), c.origin_id.in_(part)))
        found.update(each for row in connection.execute(query) for each in row)
    return found


def replace(connection: Connection, document_ids: Iterable[str], found: Iterable[Descent]) -> None:
    """Leave these descents in place of all of these documents or from them."""
    for part in _chunks(sorted(document_ids)):
        c = descents.c
        connection.execute(delete(descents).where(c.document_id.in_(part)))
        connection.execute(delete(descents).where(c.origin_id.in_(part)))
    rows = [_row(each) for each in sorted(set(found))]
    if rows:
        connection.execute(insert(descents), rows)


def clear(connection: Connection) -> None:
    """Take away all descents and what documents are compared by."""
    for table in (descents, fingerprints, prints):
        connection.execute(delete(table))


def number(connection: Connection) -> int:
    """Return how many documents have what they are compared by."""
    return int(connection.execute(select(func.count()).select_from(fingerprints)).scalar_one())


def _row(one: Descent) -> dict[str, Any]:
    return {
        "document_id": one.document_id,
        "origin_id": one.origin_id,
        "kind": one.kind.value,
        "of_document": one.of_document,
        "of_origin": one.of_origin,
    }


def _chunks(values: Iterable[Any]) -> Iterator[Sequence[Any]]:
    known = list(values)
    return (known[at : at + CHUNK] for at in range(0, len(known), CHUNK))
