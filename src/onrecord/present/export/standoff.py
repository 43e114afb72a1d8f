"""Statements for people of language: brat's standoff files, and CoNLL columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from sqlalchemy import select

from onrecord.present.export.formats import write
from onrecord.query import Reported
from onrecord.record import Attribution, Span
from onrecord.store import Store
from onrecord.store.schema import documents

_TOKEN = re.compile(r"\w+|[^\w\s]")
_PIECE = re.compile(r"[^\n\r]+")
_HALF = re.compile("[\ud800-\udfff]")
_ROLES = ("source", "cue", "content")


def brat(store: Store, found: Iterable[Reported], folder: Path) -> int:
    """Leave for each document a text and an annotation file in `folder`, made where missing; return how many documents.

    A statement is the entities Source, Cue and Content, linked by relations from the content; its id is a note.
    Positions count code points, and what crosses lines is of several parts, as brat wants it. Earlier files of the
    same documents are replaced. Raises OSError when a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for key, text, statements in _by_document(store, found):
        number += 1
        # Half a surrogate pair, which UTF-8 cannot hold, is one code point still.
        (folder / f"{key}.txt").write_text(_HALF.sub("\ufffd", text), encoding="utf-8", newline="")
        write(_annotations(text, statements), folder / f"{key}.ann")
    (folder / "annotation.conf").write_text(_CONFIGURATION, encoding="utf-8")
    return number


_CONFIGURATION = """[entities]
Source
Cue
Content
[relations]
source\tArg1:Content, Arg2:Source
cue\tArg1:Content, Arg2:Cue
[events]
[attributes]
form\tArg:Content, Value:direct|indirect|mixed
"""


def _by_document(store: Store, found: Iterable[Reported]) -> Iterator[tuple[str, str, list[Reported]]]:
    """Yield each document's id and text with its statements, which come document by document."""
    for key, statements in groupby(found, lambda reported: reported.heading.document_id):
        with store.reading() as connection:
            text = connection.execute(select(documents.c.text).where(documents.c.id == key)).scalar_one()
        yield key, text, list(statements)


def _spans(attribution: Attribution, role: str) -> tuple[Span, ...]:
    return {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}[role]


def _annotations(text: str, statements: Sequence[Reported]) -> Iterator[str]:
    entity = relation = 0
    for number, reported in enumerate(statements, 1):
        names: dict[str, str] = {}
        for role in _ROLES:
            parts = [part for span in _spans(reported.statement.attribution, role) for part in _lines(text, span)]
            if parts:
                entity += 1
                names[role] = f"T{entity}"
                places = ";".join(f"{start} {end}" for start, end in parts)
                words = " ".join(text[start:end] for start, end in parts)
                yield f"T{entity}\t{role.capitalize()} {places}\t{words}"
        for role in ("source", "cue"):
            if role in names:
                relation += 1
                yield f"R{relation}\t{role} Arg1:{names['content']} Arg2:{names[role]}"
        yield f"A{number}\tform {names['content']} {reported.form}"
        yield f"#{number}\tAnnotatorNotes {names['content']}\t{reported.id}"


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _PIECE.finditer(text, span.start, span.end))


def conll(store: Store, found: Iterable[Reported]) -> Iterator[str]:
    """Yield the documents that have statements as columns: number, token, start, end, and one for each statement.

    A statement's column has B- and I- with source, cue or content, as CoNLL's semantic roles have one for each
    predicate; comments name the document and its statements. An empty line parts paragraphs.
    """
    for key, text, statements in _by_document(store, found):
        yield f"# newdoc id = {key}"
        yield from (f"# column {at} = statement {each.id}" for at, each in enumerate(statements, 5))
        columns = [_tags(text, reported) for reported in statements]
        end, number = 0, 0
        for match in _TOKEN.finditer(text):
            if "\n" in text[end : match.start()]:
                yield ""
                number = 0
            number, end = number + 1, match.end()
            tags = [column.get(match.start(), "O") for column in columns]
            yield "\t".join([str(number), match[0], str(match.start()), str(end), *tags])
        yield ""


def _tags(text: str, reported: Reported) -> dict[int, str]:
    """Return the tag of each token that a statement holds, by where it begins."""
    found: dict[int, str] = {}
    for role in reversed(_ROLES):
        for span in _spans(reported.statement.attribution, role):
            starts = [match.start() for match in _TOKEN.finditer(text, span.start, span.end)]
            found |= {start: f"{'B' if at == 0 else 'I'}-{role}" for at, start in enumerate(starts)}
    return found
