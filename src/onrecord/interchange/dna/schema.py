"""The tables of a .dna file, version 3: an SQLite database of Discourse Network Analyzer."""

from __future__ import annotations

from types import MappingProxyType

LONGEST = 190
"""Characters that titles and short texts have at most; UTF-16 code units here, as other databases of DNA count."""


def _name(column: str, more: str = "DEFAULT ''") -> str:
    return f"{column} TEXT NOT NULL {more} CHECK (LENGTH({column}) < {LONGEST + 1})"


def _colour(null: str = "NOT NULL DEFAULT 0 ") -> tuple[str, ...]:
    return tuple(f"{each} INTEGER {null}CHECK ({each} BETWEEN 0 AND 255)" for each in ("Red", "Green", "Blue"))


def _number(column: str, least: int, most: int, default: int) -> str:
    return f"{column} INTEGER NOT NULL DEFAULT {default} CHECK ({column} BETWEEN {least} AND {most})"


def _of(column: str, table: str, more: str = "") -> str:
    return f"{column} INTEGER {more} REFERENCES {table}(ID) ON DELETE CASCADE"


def _data(value: str) -> tuple[str, ...]:
    return (_ID, _of("StatementId", "STATEMENTS", _REAL), _of("VariableId", "VARIABLES", _REAL), value, _ONE_VALUE)


_ID = "ID INTEGER NOT NULL PRIMARY KEY"
_REAL = "NOT NULL"
_ONE_VALUE = "UNIQUE (StatementId, VariableId)"

PERMISSIONS = (
    "AddDocuments",
    "EditDocuments",
    "DeleteDocuments",
    "ImportDocuments",
    "AddStatements",
    "EditStatements",
    "DeleteStatements",
    "EditAttributes",
    "EditRegex",
    "EditStatementTypes",
    "EditCoders",
    "EditCoderRelations",
    "ViewOthersDocuments",
    "EditOthersDocuments",
    "ViewOthersStatements",
    "EditOthersStatements",
)

_KINDS = ("boolean", "integer", "long text", "short text")

TABLES = MappingProxyType(
    {
        "SETTINGS": ("Property TEXT PRIMARY KEY", "Value TEXT NOT NULL"),
        "CODERS": (
            _ID,
            _name("Name", ""),
            *_colour(),
            _number("Refresh", 0, 9999, 0),
            _number("FontSize", 1, 99, 14),
            _name("Password", ""),
            "PopupWidth INTEGER DEFAULT 300 CHECK (PopupWidth BETWEEN 100 AND 9999)",
            _number("ColorByCoder", 0, 1, 0),
            _number("PopupDecoration", 0, 1, 0),
            _number("PopupAutoComplete", 0, 1, 1),
            *(_number(f"Permission{each}", 0, 1, 1) for each in PERMISSIONS),
        ),
        "DOCUMENTS": (
            _ID,
            _name("Title", ""),
            "Text TEXT NOT NULL",
            _of("Coder", "CODERS"),
            *(_name(each) for each in ("Author", "Source", "Section")),
            "Notes TEXT NOT NULL DEFAULT ''",
            _name("Type"),
            "Date INTEGER NOT NULL",
        ),
        "STATEMENTTYPES": (_ID, _name("Label", ""), *_colour()),
        "VARIABLES": (
            _ID,
            _name("Variable", ""),
            f"DataType TEXT NOT NULL DEFAULT 'short text' CHECK (DataType IN {_KINDS!r})",
            _of("StatementTypeId", "STATEMENTTYPES"),
            "UNIQUE (Variable, StatementTypeId)",
        ),
        "VARIABLELINKS": (
            _ID,
            _of("SourceVariableId", "VARIABLES"),
            _of("TargetVariableId", "VARIABLES"),
            "CHECK (TargetVariableId != SourceVariableId)",
        ),
        "REGEXES": (f"Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < {LONGEST + 1})", *_colour()),
        "CODERRELATIONS": (
            _ID,
            _of("Coder", "CODERS"),
            _of("OtherCoder", "CODERS"),
            *(
                _number(each, 0, 1, 1)
                for each in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
            ),
            "CHECK (Coder != OtherCoder)",
        ),
        "STATEMENTS": (
            _ID,
            _of("StatementTypeId", "STATEMENTTYPES"),
            _of("DocumentId", "DOCUMENTS"),
            "Start INTEGER NOT NULL CHECK (Start >= 0)",
            "Stop INTEGER NOT NULL CHECK (Stop >= 0)",
            _of("Coder", "CODERS"),
            "CHECK (Start < Stop)",
        ),
        "DATABOOLEAN": _data("Value INTEGER NOT NULL DEFAULT 1"),
        "DATAINTEGER": _data("Value INTEGER NOT NULL DEFAULT 0"),
        "ENTITIES": (
            _ID,
            _of("VariableId", "VARIABLES", _REAL),
            _name("Value"),
            *_colour(""),
            _of("ChildOf", "ENTITIES", "CHECK (ChildOf > 0)"),
            "UNIQUE (VariableId, Value)",
        ),
        "DATASHORTTEXT": _data(_of("Entity", "ENTITIES", _REAL)),
        "DATALONGTEXT": _data("Value TEXT DEFAULT ''"),
        "ATTRIBUTEVARIABLES": (
            _ID,
            _of("VariableId", "VARIABLES", _REAL),
            _name("AttributeVariable", ""),
            "UNIQUE (VariableId, AttributeVariable)",
        ),
        "ATTRIBUTEVALUES": (
            _ID,
            _of("EntityId", "ENTITIES", _REAL),
            _of("AttributeVariableId", "ATTRIBUTEVARIABLES", _REAL),
            _name("AttributeValue"),
            "UNIQUE (EntityId, AttributeVariableId)",
        ),
    }
)
"""Table → its columns and constraints, in the order in which rows can be written."""

COLUMNS = MappingProxyType(
    {
        table: tuple(each.split()[0] for each in parts if not each.startswith(("UNIQUE", "CHECK")))
        for table, parts in TABLES.items()
    }
)
"""Table → the names of its columns, in order."""
