"""What people coded by hand in other programs, in the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from onrecord.record import Span, sha256_hex
from onrecord.record.annotation import Annotation, CodingFile
from onrecord.store.schema import annotated, coding_files

CHUNK = 500
"""Rows written at once."""


def add(connection: Connection, file: CodingFile, found: Sequence[Annotation]) -> int:
    """Leave the file and its annotations in the record, each once; return how many of these were not there before."""
    if connection.execute(select(coding_files.c.id).where(coding_files.c.id == file.id)).first() is None:
        row = {"id": file.id, "name": file.name, "sha256": sha256_hex(file.data), "data": file.data}
        connection.execute(insert(coding_files).values(row))
    query = select(annotated.c.id).where(annotated.c.file_id == file.id)
    present = set(connection.execute(query).scalars())
    new = list({each.id: _row(each) for each in found if each.id not in present}.values())
    for at in range(0, len(new), CHUNK):
        connection.execute(insert(annotated), new[at : at + CHUNK])
    return len(new)


def _row(annotation: Annotation) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "file_id": annotation.file_id,
        "number": annotation.number,
        "document_id": annotation.document_id,
        "kind": annotation.kind,
        "coder": annotation.coder,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "words": annotation.span.words,
        "values": [list(pair) for pair in annotation.values],
    }


def files(connection: Connection) -> Iterator[CodingFile]:
    """Yield the files that were imported, in order of their ids."""
    for row in connection.execute(select(coding_files).order_by(coding_files.c.id)):
        yield CodingFile(row.name, row.data)


def found(connection: Connection, kinds: Iterable[str] = (), file_id: str | None = None) -> Iterator[Annotation]:
    """Yield the annotations by file, in order of their numbers there; of some types or of one file alone where given.

    Their ids are made anew from what the rows say.
    """
    query = select(annotated).order_by(annotated.c.file_id, annotated.c.number)
    wanted = tuple(kinds)
    if wanted:
        query = query.where(annotated.c.kind.in_(wanted))
    if file_id is not None:
        query = query.where(annotated.c.file_id == file_id)
    return map(_annotation, connection.execute(query))


def _annotation(row: Row[Any]) -> Annotation:
    span = Span(row.start, row.end, row.words)
    values = tuple((str(name), value) for name, value in row._mapping["values"])
    return Annotation(row.file_id, row.number, row.document_id, span, row.coder, row.kind, values)
