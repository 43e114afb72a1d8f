"""A record as a .dna file: its documents, what the machine found in them, and what people coded by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import select

from onrecord.interchange import dna
from onrecord.interchange.dna.builder import BOOLEAN, LONG, SHORT, Builder
from onrecord.interchange.dna.password import SALT, hashed
from onrecord.interchange.dna.utf16 import Utf16
from onrecord.networks import Value
from onrecord.query import Filter, Reported
from onrecord.query.coded import Placed, placed, variables_of
from onrecord.query.statements import CHUNK, headings
from onrecord.query.walk import walk
from onrecord.record.annotation import Annotation
from onrecord.store import Store, codings
from onrecord.store.schema import documents

MACHINE = "onrecord Statement"
"""The statement type that has every statement of the machine, with all that is known of it."""

PASSWORD = "onrecord"  # noqa: S105 (it opens what anybody may read; DNA opens no file without one)
"""The password of all coders in a file that we write, unless another is given."""

_TEXTS = ("speaker", "kind", "issue", "stance", "type", "addressee", "relay", "form", "act", "setting", "said")
_VARIABLES = {
    **dict.fromkeys(_TEXTS, SHORT),
    "conditional": BOOLEAN,
    "confidence": LONG,
    "words": LONG,
    "statement": LONG,
}
_STANCES = {1: "support", 0: "neutral", -1: "oppose"}


@dataclass(slots=True)
class Written:
    """What became of a record in a .dna file, in numbers."""

    documents: int = 0
    undated: int = 0
    statements: int = 0
    sided: int = 0
    annotations: int = 0
    homeless: int = 0
    shortened: int = 0


@dataclass(slots=True)
class _Writing:
    builder: Builder
    password: str
    written: Written = field(default_factory=Written)
    homes: dict[str, tuple[int, Utf16]] = field(default_factory=dict)


def dna_of(store: Store, wanted: Filter, password: str = PASSWORD) -> tuple[dna.DnaFile, Written]:
    """Return a record as a .dna file, and what became of it in numbers.

    Every document is there; one of unknown date has 1 January 1970, and its notes say so. Every statement that
    meets `wanted` is of the type MACHINE; those that take a side on an issue are of the type "DNA Statement" too. A
    statement of several parts reaches from the first to the last. What people coded by hand is there as they coded
    it, with the colours and attributes of its entities; what lies in no document that the record has is counted in
    `homeless`, and stays in the record's copy of its file.
    """
    with store.reading() as connection:
        ids = connection.execute(select(documents.c.id).order_by(documents.c.published, documents.c.id)).scalars().all()
        where = placed(connection)
    # A salt must differ between files, not be secret: the same record gives the same file.
    salt = hashlib.sha256("\n".join(ids).encode()).digest()[:SALT]
    kept = hashed(password, salt)
    builder = Builder("Admin", kept)
    builder.coder("onrecord", kept, (51, 153, 255))
    builder.kind(MACHINE, _VARIABLES, (120, 190, 120))
    work = _Writing(builder, kept)
    for at in range(0, len(ids), CHUNK):
        _documents(store, ids[at : at + CHUNK], work)
    for reported in walk(store, wanted):
        _statement(reported, where.get(reported.id), work)
    _by_hand(store, work)
    work.written.shortened = builder.shortened
    return builder.finish(), work.written


def _documents(store: Store, ids: Sequence[str], work: _Writing) -> None:
    query = select(documents.c.id, documents.c.text).where(documents.c.id.in_(ids))
    with store.reading() as connection:
        texts = {row.id: row.text for row in connection.execute(query)}
        known = headings(connection, list(texts))
    for key in [each for each in ids if each in texts]:
        heading, text = known[key], texts[key]
        seconds = _seconds(heading.published)
        notes = [dna.UNKNOWN_DATE] if seconds is None else []
        notes += [heading.url] if heading.url else []
        notes += [f"onrecord document {key}"]
        title = heading.title or heading.articles[0]
        number = work.builder.document(
            title, text, date=seconds or 0, source=heading.outlet or "", notes="\n".join(notes)
        )
        work.homes[key] = number, Utf16.of(text)
        work.written.documents += 1
        work.written.undated += seconds is None


def _seconds(published: str | None) -> int | None:
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def _statement(reported: Reported, on: Placed | None, work: _Writing) -> None:
    home = work.homes.get(reported.heading.document_id)
    if home is None:  # read after the documents were listed: the next export has it
        return
    parts = reported.statement.attribution.content
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    number, ways = home
    place, coder = (ways.units(start), ways.units(end)), work.builder.coder("onrecord", work.password)
    known = variables_of(reported, on)
    work.builder.statement(MACHINE, number, place, coder, dict(_values(reported, known)))
    work.written.statements += 1
    if known["issue"] and known["agreement"] is not None:
        sided = {"person": known["person"], "organization": known["organization"]}
        sided |= {"concept": known["issue"], "agreement": known["agreement"]}
        work.builder.statement("DNA Statement", number, place, coder, sided)
        work.written.sided += 1


def _values(reported: Reported, known: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    stance = known["stance"]
    told = {**known, "stance": _STANCES[int(stance)] if stance is not None else "", "said": reported.said or ""}
    yield from ((name, told.get(name)) for name in _TEXTS)
    yield "conditional", bool(reported.statement.condition)
    yield "confidence", f"{reported.confidence:.4f}"
    yield "words", reported.words
    yield "statement", reported.id


def _by_hand(store: Store, work: _Writing) -> None:
    with store.reading() as connection:
        sources = {source.id: dna.parsed(source.data, source.name) for source in codings.files(connection)}
        found = list(codings.found(connection))
    for source in sources.values():
        _kinds(source, work)
    for annotation in found:
        _annotation(annotation, work)


def _kinds(source: dna.DnaFile, work: _Writing) -> None:
    """Leave the types, variables, attributes, entities and regular expressions of a file in the one in the making."""
    labels = {row["ID"]: row["Label"] for row in source.named("STATEMENTTYPES")}
    for row in source.named("STATEMENTTYPES"):
        work.builder.kind(row["Label"], dna.variables(source, row["Label"]), (row["Red"], row["Green"], row["Blue"]))
    names = {row["ID"]: (labels[row["StatementTypeId"]], row["Variable"]) for row in source.named("VARIABLES")}
    attributes = {row["ID"]: row["AttributeVariable"] for row in source.named("ATTRIBUTEVARIABLES")}
    told: dict[int, dict[str, str]] = {}
    for row in source.named("ATTRIBUTEVALUES"):
        told.setdefault(row["EntityId"], {})[attributes[row["AttributeVariableId"]]] = row["AttributeValue"]
    for row in source.named("ENTITIES"):
        colour = (row["Red"] or 0, row["Green"] or 0, row["Blue"] or 0)
        work.builder.describe(*names[row["VariableId"]], row["Value"], told.get(row["ID"], {}), colour)
    for row in source.named("REGEXES"):
        work.builder.regex(row["Label"], (row["Red"], row["Green"], row["Blue"]))


def _annotation(annotation: Annotation, work: _Writing) -> None:
    home = work.homes.get(annotation.document_id)
    if home is None:
        work.written.homeless += 1
        return
    number, ways = home
    place = ways.units(annotation.span.start), ways.units(annotation.span.end)
    coder = work.builder.coder(annotation.coder or "unknown", work.password)
    work.builder.statement(annotation.kind, number, place, coder, dict(annotation.values))
    work.written.annotations += 1


def told(written: Written) -> list[str]:
    """Return in words for people what became of a record."""
    lines = [
        f"{written.documents} documents, {written.statements} statements of the machine ({written.sided} of them on a "
        f"side of an issue), {written.annotations} coded by hand"
    ]
    if written.undated:
        lines.append(f"{written.undated} documents of unknown date have 1 January 1970; their notes say so")
    if written.homeless:
        lines.append(f"{written.homeless} hand-coded statements lie in documents that the record does not have")
    if written.shortened:
        lines.append(f"{written.shortened} titles and names were longer than DNA allows and end in …")
    return lines
