"""Descents between documents, in the record, and what documents are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from onrecord.record import Descent
from onrecord.store import changes, families
from onrecord.store.schema import descents, fingerprints, prints

FIRST = 8
"""Documents that hold a print which all others that hold it are compared with: `onrecord.align.lineage.HUBS`."""

_HOLDERS = "SELECT document_id FROM prints WHERE print = ? ORDER BY document_id LIMIT ?"

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


def least_holders(connection: Connection, wanted: int, most: int | None) -> list[str]:
    """Return the least ids of the documents that hold a print, sorted: `most` of them, or all."""
    # Asked some fifty times for each document: the driver answers in a fifth of the time that a query takes otherwise.
    driver = connection.connection.cursor()
    driver.execute(_HOLDERS, (wanted, -1 if most is None else most))
    return [row[0] for row in driver.fetchall()]


def leave(connection: Connection, document_id: str) -> None:
    """Take a document that is about to go from among those that are compared.

    Who then is among the first `FIRST` that hold one of its prints is compared anew, when changes are next followed.
    """
    found = set[str]()
    for each in prints_of(connection, [document_id])[document_id]:
        first = least_holders(connection, each, FIRST + 1)
        if len(first) > FIRST and document_id in first[:FIRST]:
            found.add(first[FIRST])
    for part in _chunks(sorted(found)):
        connection.execute(delete(fingerprints).where(fingerprints.c.document_id.in_(part)))
    changes.touch(connection, sorted(found))
    families.leave(connection, document_id)


def replace(connection: Connection, document_ids: Iterable[str], found: Iterable[Descent]) -> None:
    """Leave these descents in place of all of these documents or from them."""
    for part in _chunks(sorted(document_ids)):
        c = descents.c
        connection.execute(delete(descents).where(c.document_id.in_(part)))
        connection.execute(delete(descents).where(c.origin_id.in_(part)))
    rows = [families.row_of(each) for each in sorted(set(found))]
    if rows:
        connection.execute(insert(descents), rows)


def clear(connection: Connection) -> None:
    """Take away all descents and families, and what documents are compared by."""
    for table in (descents, fingerprints, prints):
        connection.execute(delete(table))
    families.begin(connection)


def _chunks(values: Iterable[Any]) -> Iterator[Sequence[Any]]:
    known = list(values)
    return (known[at : at + CHUNK] for at in range(0, len(known), CHUNK))
