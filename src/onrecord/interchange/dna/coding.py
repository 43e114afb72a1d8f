"""What a .dna file says: documents, and the statements that people coded in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import InputError, SettingsError
from onrecord.interchange.dna.file import DnaFile
from onrecord.interchange.dna.utf16 import Utf16
from onrecord.networks import Coded, Value

UNKNOWN_DATE = "onrecord: date not known"
"""What we write into the notes of a document whose date is not known; DNA demands one, and gets 1 January 1970."""

_DATA = {"DATABOOLEAN": "Value", "DATAINTEGER": "Value", "DATALONGTEXT": "Value", "DATASHORTTEXT": "Entity"}


@dataclass(frozen=True, slots=True)
class DnaDocument:
    """A text of the file. `when` is its date and time, UTC without zone, None where we wrote that it is not known."""

    id: int
    title: str
    text: str
    author: str
    source: str
    section: str
    notes: str
    type: str
    coder: str
    when: datetime | None


@dataclass(frozen=True, slots=True)
class DnaStatement:
    """A stretch of a document, `start` to `end` in code points, that a coder gave values to.

    `kind` is its statement type. `values` have a value for each variable of that, "" and None where it has none.
    """

    id: int
    kind: str
    document: DnaDocument
    start: int
    end: int
    coder: str
    values: Mapping[str, Value]

    @property
    def words(self) -> str:
        """The words of the stretch."""
        return self.document.text[self.start : self.end]


def documents(file: DnaFile) -> tuple[DnaDocument, ...]:
    """Return the documents in order of their ids. Raises InputError for a date out of the calendar."""
    coders = {row["ID"]: str(row["Name"]) for row in file.named("CODERS")}
    return tuple(_document(row, coders) for row in file.named("DOCUMENTS"))


def _document(row: Mapping[str, Any], coders: Mapping[int, str]) -> DnaDocument:
    notes = str(row["Notes"])
    return DnaDocument(
        id=int(row["ID"]),
        title=str(row["Title"]),
        text=str(row["Text"]),
        author=str(row["Author"]),
        source=str(row["Source"]),
        section=str(row["Section"]),
        notes=notes,
        type=str(row["Type"]),
        coder=coders.get(row["Coder"], ""),
        when=None if notes.startswith(UNKNOWN_DATE) else _when(row),
    )


def _when(row: Mapping[str, Any]) -> datetime:
    try:
        return datetime.fromtimestamp(int(row["Date"]), UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError) as error:
        raise InputError(f"document {row['ID']} has the date {row['Date']!r}, which is no time in seconds") from error


def statements(file: DnaFile) -> Iterator[DnaStatement]:
    """Yield the statements of all types as DNA orders them: by document's time, document, place and id.

    Raises InputError for one out of its text, or that names a document, type or entity that is not there.
    """
    texts = {document.id: (document, Utf16.of(document.text)) for document in documents(file)}
    coders = {row["ID"]: str(row["Name"]) for row in file.named("CODERS")}
    kinds = {row["ID"]: str(row["Label"]) for row in file.named("STATEMENTTYPES")}
    values = _values(file)
    try:
        rows = sorted(
            file.named("STATEMENTS"),
            key=lambda row: (
                _seconds(texts[row["DocumentId"]][0]),
                row["DocumentId"],
                row["Start"],
                row["Stop"],
                row["ID"],
            ),
        )
        for row in rows:
            document, ways = texts[row["DocumentId"]]
            start, end = ways.point(row["Start"]), ways.point(row["Stop"])
            coder, kind = coders.get(row["Coder"], ""), kinds[row["StatementTypeId"]]
            yield DnaStatement(row["ID"], kind, document, start, end, coder, values.get(row["ID"], {}))
    except (KeyError, ValueError, TypeError) as error:
        raise InputError(f"a statement does not fit the file: {error}") from error


def _seconds(document: DnaDocument) -> float:
    return (document.when - datetime(1970, 1, 1)).total_seconds() if document.when else float("inf")


def _values(file: DnaFile) -> dict[int, dict[str, Value]]:
    names = {row["ID"]: str(row["Variable"]) for row in file.named("VARIABLES")}
    entities = {row["ID"]: str(row["Value"]) for row in file.named("ENTITIES")}
    found: defaultdict[int, dict[str, Value]] = defaultdict(dict)
    for table, column in _DATA.items():
        for row in file.named(table):
            try:
                value = entities[row["Entity"]] if column == "Entity" else row["Value"]
                found[row["StatementId"]][names[row["VariableId"]]] = bool(value) if table == "DATABOOLEAN" else value
            except KeyError as error:
                raise InputError(f"row {row['ID']} of {table} names {error}, which is not there") from error
    return dict(found)


def coded(file: DnaFile, kind: str | None = None) -> list[Coded]:
    """Return the statements of one type as networks count them.

    Without `kind` it is the first type with two variables of short text. The variables of documents are there too:
    ``document_id``, ``document_title`` and so on, as DNA's event lists name them, and ``coder``. Raises
    SettingsError for a type that is not there.
    """
    wanted = _kind(file, kind)
    return [
        Coded(
            statement_id=str(each.id),
            document_id=str(each.document.id),
            values={**each.values, **of_document(each.document), "coder": each.coder},
            when=each.document.when,
            outlet=each.document.source or None,
            rank=rank,
        )
        for rank, each in enumerate(statements(file))
        if each.kind == wanted
    ]


def of_document(document: DnaDocument) -> dict[str, Value]:
    """Return the variables of a document, as event lists name them."""
    names = ("title", "author", "source", "section", "type")
    return {"document_id": str(document.id), **{f"document_{name}": str(getattr(document, name)) for name in names}}


def _kind(file: DnaFile, kind: str | None) -> str:
    labels = {row["ID"]: str(row["Label"]) for row in file.named("STATEMENTTYPES")}
    if kind is not None:
        if kind not in labels.values():
            raise SettingsError(f"there is no statement type {kind!r}; there are: {', '.join(labels.values())}")
        return kind
    short = [row["StatementTypeId"] for row in file.named("VARIABLES") if row["DataType"] == "short text"]
    fit = [label for key, label in labels.items() if short.count(key) > 1]
    if not fit:
        raise InputError("no statement type has two variables of short text, which networks need")
    return fit[0]


def variables(file: DnaFile, kind: str) -> dict[str, str]:
    """Return the variables of a statement type in order, each with its data type; of all types of that label."""
    keys = {row["ID"] for row in file.named("STATEMENTTYPES") if row["Label"] == kind}
    return {row["Variable"]: row["DataType"] for row in file.named("VARIABLES") if row["StatementTypeId"] in keys}


def attributes(file: DnaFile) -> dict[tuple[str, str], dict[str, str]]:
    """Return what is noted of the entities, by variable and name: attributes that are not "", and ``color``.

    Of variables of one name in several statement types the first is told.
    """
    names = {row["ID"]: str(row["AttributeVariable"]) for row in file.named("ATTRIBUTEVARIABLES")}
    variables_of = {row["ID"]: str(row["Variable"]) for row in file.named("VARIABLES")}
    noted: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for row in file.named("ATTRIBUTEVALUES"):
        if row["AttributeValue"] and row["AttributeVariableId"] in names:
            noted[row["EntityId"]][names[row["AttributeVariableId"]]] = str(row["AttributeValue"])
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in [each for each in file.named("ENTITIES") if each["VariableId"] in variables_of]:
        colour = "#{:02X}{:02X}{:02X}".format(*(row[each] or 0 for each in ("Red", "Green", "Blue")))
        key = (variables_of[row["VariableId"]], str(row["Value"]))
        found.setdefault(key, {**noted[row["ID"]], "color": colour})
    return found
