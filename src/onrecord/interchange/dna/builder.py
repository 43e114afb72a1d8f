"""Making a .dna file, statement by statement, so that DNA finds in it all that it expects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.errors import InternalError
from onrecord.interchange.dna.file import DnaFile, Row
from onrecord.interchange.dna.schema import COLUMNS, LONGEST, PERMISSIONS
from onrecord.interchange.dna.utf16 import shortened
from onrecord.networks import Value

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)

SHORT, LONG, BOOLEAN, INTEGER = "short text", "long text", "boolean", "integer"
_TABLE = {SHORT: "DATASHORTTEXT", LONG: "DATALONGTEXT", BOOLEAN: "DATABOOLEAN", INTEGER: "DATAINTEGER"}
_NONE: dict[str, Any] = {SHORT: "", LONG: "", BOOLEAN: True, INTEGER: 0}

VERSION, RELEASED = "3.0.7", "2022-06-10"
"""The version of DNA whose tables these are, and its day: what it writes into the settings of its files."""

DEFAULTS: tuple[tuple[str, Colour, Mapping[str, str]], ...] = (
    ("DNA Statement", (239, 208, 51), {"person": SHORT, "organization": SHORT, "concept": SHORT, "agreement": BOOLEAN}),
    (
        "NPF Story Element",
        (100, 200, 190),
        dict.fromkeys(("narrator", "victim", "villain", "plot", "hero", "policy solution"), SHORT),
    ),
    ("Annotation", (211, 211, 211), {"note": LONG}),
)
"""The statement types of a new file: label, colour, and variables with their data types."""

ATTRIBUTES = ("Type", "Alias", "Notes")
"""What is noted of each entity of the first type's variables in a new file."""


@dataclass(slots=True)
class Builder:
    """A .dna file in the making: coder 1, who may do everything, and the statement types of a new file are there.

    `shortened` counts the titles and short texts that were longer than DNA allows and had to be cut.
    """

    admin: str
    password: str
    shortened: int = 0
    _tables: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in COLUMNS})
    _ids: dict[tuple[str, ...], int] = field(default_factory=dict)
    _cells: dict[tuple[int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tables["SETTINGS"] += [("version", VERSION), ("date", RELEASED)]
        self.coder(self.admin, self.password, (255, 255, 0))
        for label, colour, variables in DEFAULTS:
            self.kind(label, variables, colour)
        for variable in ("person", "organization", "concept"):
            for name in ATTRIBUTES:
                self.attribute("DNA Statement", variable, name)

    def coder(self, name: str, password: str, colour: Colour = BLACK) -> int:
        """Return the id of the coder of that name, who is there afterwards; `password` as DNA keeps it."""
        key = ("coder", self._short(name))
        if key not in self._ids:
            rights = [1] * len(PERMISSIONS)
            self._ids[key] = self._add("CODERS", key[1], *colour, 0, 14, password, 300, 0, 0, 1, *rights)
            self._relate(self._ids[key])
        return self._ids[key]

    def _relate(self, coder: int) -> None:
        for other in range(1, coder):
            self._add("CODERRELATIONS", coder, other, 1, 1, 1, 1)
            self._add("CODERRELATIONS", other, coder, 1, 1, 1, 1)

    def kind(self, label: str, variables: Mapping[str, str], colour: Colour = BLACK) -> int:
        """Return the id of the statement type of that label, which has these variables, and their data types, too."""
        key = ("kind", self._short(label))
        if key not in self._ids:
            self._ids[key] = self._add("STATEMENTTYPES", key[1], *colour)
        for name, kind in variables.items():
            self._variable(key[1], name, kind)
        return self._ids[key]

    def _variable(self, label: str, name: str, kind: str) -> None:
        key = ("variable", label, name)
        if key in self._ids:
            return
        self._ids[key] = self._add("VARIABLES", name, kind, self._ids["kind", label])
        if kind == SHORT:
            self._entity(label, name, "")

    def attribute(self, label: str, variable: str, name: str) -> None:
        """Leave the entities of a variable with an attribute, which is "" until :meth:`describe` is called."""
        owner, key = self._ids["variable", label, variable], ("attribute", label, variable, name)
        if key in self._ids:
            return
        self._ids[key] = self._add("ATTRIBUTEVARIABLES", owner, name)
        for entity in [row for row in self._tables["ENTITIES"] if row[1] == owner]:
            self._cell(entity[0], self._ids[key])

    def _entity(self, label: str, variable: str, value: str) -> int:
        key = ("entity", label, variable, value)
        if key not in self._ids:
            owner = self._ids["variable", label, variable]
            self._ids[key] = self._add("ENTITIES", owner, value, *BLACK, None)
            for attribute in [row for row in self._tables["ATTRIBUTEVARIABLES"] if row[1] == owner]:
                self._cell(self._ids[key], attribute[0])
        return self._ids[key]

    def _cell(self, entity: int, attribute: int) -> None:
        self._cells[entity, attribute] = self._add("ATTRIBUTEVALUES", entity, attribute, "")

    def describe(
        self, label: str, variable: str, value: str, attributes: Mapping[str, str], colour: Colour | None = None
    ) -> None:
        """Leave the entity of that value with these attributes, and its colour if given."""
        entity = self._entity(label, variable, self._short(value))
        if colour is not None:
            old = self._tables["ENTITIES"][entity - 1]
            self._tables["ENTITIES"][entity - 1] = (*old[:3], *colour, old[6])
        for name, told in attributes.items():
            self.attribute(label, variable, name)
            key = self._ids["attribute", label, variable, name]
            at, rows = self._cells[entity, key], self._tables["ATTRIBUTEVALUES"]
            rows[at - 1] = (*rows[at - 1][:3], self._short(told))

    def document(self, title: str, text: str, *, date: int, source: str = "", notes: str = "", **more: str) -> int:
        """Return the id of a new document by the first coder.

        `date` is in seconds, UTC; `more` are author, section and type.
        """
        author, section, kind = (self._short(more.get(name, "")) for name in ("author", "section", "type"))
        row = (self._short(title), text, 1, author, self._short(source), section, notes, kind, date)
        return self._add("DOCUMENTS", *row)

    def statement(
        self, label: str, document: int, place: tuple[int, int], coder: int, values: Mapping[str, Value]
    ) -> int:
        """Return the id of a new statement. `place` is its start and end in UTF-16 code units of the document.

        A variable of its type without a value gets DNA's own: "", yes and 0. Raises InternalError for a variable
        that the type does not have.
        """
        number = self._add("STATEMENTS", self._ids["kind", label], document, *place, coder)
        kinds = {row[1]: (row[0], row[2]) for row in self._tables["VARIABLES"] if row[3] == self._ids["kind", label]}
        foreign = sorted(set(values) - set(kinds))
        if foreign:
            raise InternalError(f"the type {label!r} has no variable {foreign[0]!r}")
        for name, (variable, kind) in kinds.items():
            value = values.get(name)
            told = _NONE[kind] if value is None else value
            kept = self._entity(label, name, self._short(str(told))) if kind == SHORT else told
            self._add(_TABLE[kind], number, variable, int(kept) if kind in (BOOLEAN, INTEGER) else kept)
        return number

    def regex(self, label: str, colour: Colour) -> None:
        """Leave a regular expression that DNA highlights."""
        if ("regex", label) not in self._ids:
            self._ids["regex", label] = 1
            self._tables["REGEXES"].append((label, *colour))

    def finish(self) -> DnaFile:
        """Return the file."""
        return DnaFile({table: tuple(rows) for table, rows in self._tables.items()})

    def _add(self, table: str, *values: object) -> int:
        rows = self._tables[table]
        rows.append((len(rows) + 1, *values))
        return len(rows)

    def _short(self, text: str) -> str:
        cut = shortened(text, LONGEST)
        self.shortened += cut != text
        return cut
