"""What people coded by hand in another program: its texts as inputs, and its statements beside the documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from onrecord.errors import InputError, OnrecordError
from onrecord.interchange import dna
from onrecord.record import Capture, MediaType, Span, content_id
from onrecord.record.annotation import Annotation, CodingFile
from onrecord.run.findings import Finding
from onrecord.store import Store, codings
from onrecord.store.schema import coding_files


@dataclass(frozen=True, slots=True)
class Coding:
    """A .dna file to be imported: its bytes and what they say. `name` is the file's, `path` where it was met."""

    name: str
    path: str
    data: bytes
    file: dna.DnaFile

    @property
    def source(self) -> CodingFile:
        """The file as the record keeps it."""
        return CodingFile(self.name, self.data)


def coding_of(path: str | Path) -> Coding:
    """Return the .dna file at `path`. Raises InputError for a file that cannot be read or is none."""
    data = dna.data_of(path)
    return Coding(Path(path).name, str(path), data, dna.parsed(data, str(path)))


def captures(coding: Coding) -> Iterator[Capture]:
    """Yield the documents of the file as captures: rows of JSON with title, source, day and text.

    A document keeps its text to the character; author, section, type and notes are in the file, which is kept too.
    """
    for document in dna.documents(coding.file):
        yield _capture(coding, document)


def _capture(coding: Coding, document: dna.DnaDocument) -> Capture:
    row = {"id": f"{document.id}", "title": document.title, "text": document.text}
    if document.source:
        row["outlet"] = document.source
    if document.when is not None:
        # DNA gives every document a time; midnight is what it gives those of which only the day is known.
        whole_day = document.when.time() == document.when.min.time()
        row["published"] = document.when.date().isoformat() if whole_day else document.when.isoformat()
    data = json.dumps(row, ensure_ascii=False, sort_keys=True).encode()
    return Capture(data, MediaType.JSON_ROW, f"{coding.path}#{document.id}", f"{document.id}")


def by_hand(coding: Coding) -> list[Annotation]:
    """Return the statements of the file, of all types, each at its place in the document that its text becomes.

    Raises InputError for one out of its text.
    """
    homes = {each.id: content_id("document", _capture(coding, each).id) for each in dna.documents(coding.file)}
    file_id = coding.source.id
    found = []
    for statement in dna.statements(coding.file):
        if not statement.words:
            raise InputError(f"{coding.path}: statement {statement.id} marks no words of its document")
        span = Span(statement.start, statement.end, statement.words)
        order = dna.variables(coding.file, statement.kind)
        values = tuple((name, statement.values.get(name)) for name in order)
        home = homes[statement.document.id]
        found.append(Annotation(file_id, statement.id, home, span, statement.coder, statement.kind, values))
    return found


def annotation_findings(connection: Connection) -> Iterator[Finding]:
    """Yield which imported files are not the bytes that came, and which annotations are not what they say."""
    for row in connection.execute(select(coding_files).order_by(coding_files.c.id)):
        source = CodingFile(row.name, row.data)
        if source.id != row.id:
            yield Finding("coding file", row.id, "its bytes are not those that were imported")
            continue
        try:
            made = by_hand(Coding(row.name, row.name, row.data, dna.parsed(row.data, row.name)))
        except OnrecordError as error:
            yield Finding("coding file", row.id, f"cannot be read again: {error}")
            continue
        expected = {annotation.id: annotation for annotation in made}
        stored = {annotation.id: annotation for annotation in codings.found(connection, file_id=row.id)}
        for key in sorted({*expected, *stored}):
            if expected.get(key) != stored.get(key):
                yield Finding("annotation", key, f"it is not what {row.name} says")


def keep(store: Store, coding: Coding) -> tuple[int, int]:
    """Leave the file and its annotations in the record; return how many there are, and how many are new.

    They are kept beside the documents, whatever becomes of these, and are nothing that the machine said.
    """
    found = by_hand(coding)
    with store.writing() as connection:
        return len(found), codings.add(connection, coding.source, found)
