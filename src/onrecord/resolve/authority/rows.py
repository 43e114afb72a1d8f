"""The authority's CSV files: one checked row after another."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.resolve.authority.entry import Entry, EntryKind, Territory
from onrecord.resolve.authority.office import Office, OfficeKind

SEPARATOR = ";"
"""Between the names of one cell."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place that stands for the body which sits there: its names, and the id of that body's entry."""

    name: str
    aliases: tuple[str, ...]
    stands_for: str
    source: str


@dataclass(frozen=True, slots=True)
class Held:
    """An office with the id of the entry that held it."""

    entry: str
    office: Office


Row = Entry | Held | Seat | Territory

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "territories": ("code", "id", "name", "full_name", "aliases", "demonyms", "capitals", "other_ids", "source"),
    "entries": ("id", "name", "kind", "aliases", "surnames", "country", "gender", "source"),
    "offices": ("entry", "kind", "title", "country", "start", "end", "source"),
    "seats": ("name", "aliases", "stands_for", "source"),
}
"""The columns of each kind of file, in their order; a file's first line tells which kind it is."""


def read(path: Path) -> Iterator[Row]:
    """Yield the rows of the file at `path`, in order: UTF-8, comma separated, quoted as spreadsheets do.

    Raises InputError with the file and line for a first line that is none of `COLUMNS`, a row of
    another length, a value that does not fit, or an id given twice; and for a file that cannot be read.
    """
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = tuple(next(reader, ()))
            number, make, seen = 1, _maker(header), set[str]()
            for cells in reader:
                number = reader.line_num
                if cells:
                    yield _made(make, header, cells, seen)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}): save the file as UTF-8") from error
    except (ValueError, csv.Error) as error:
        raise InputError(f"{path}, line {number}: {error}") from error


def _maker(header: tuple[str, ...]) -> Callable[[Mapping[str, str]], Row]:
    makers: Mapping[str, Callable[[Mapping[str, str]], Row]] = {
        "territories": _territory,
        "entries": _entry,
        "offices": _office,
        "seats": _seat,
    }
    for kind, columns in COLUMNS.items():
        if header == columns:
            return makers[kind]
    known = "; ".join(f"{kind}: {','.join(columns)}" for kind, columns in COLUMNS.items())
    raise ValueError(f"the first line names no known columns. Write one of these as the first line: {known}")


def _made(make: Callable[[Mapping[str, str]], Row], header: tuple[str, ...], cells: list[str], seen: set[str]) -> Row:
    if len(cells) != len(header):
        raise ValueError(f"{len(cells)} cells where the first line has {len(header)}")
    row = make(dict(zip(header, map(str.strip, cells), strict=True)))
    if isinstance(row, Entry | Territory):
        if row.id in seen:
            raise ValueError(f"the id {row.id} is given twice in this file")
        seen.add(row.id)
    return row


def names(cell: str) -> tuple[str, ...]:
    """Return the names in a cell, in order, each once."""
    return tuple(dict.fromkeys(name for part in cell.split(SEPARATOR) if (name := part.strip()))) if cell else ()


def _entry(row: Mapping[str, str]) -> Entry:
    return Entry(
        row["id"],
        row["name"],
        EntryKind(row["kind"]),
        names(row["aliases"]),
        row["country"] or None,
        row["gender"] or None,
        source=row["source"],
        surnames=names(row["surnames"]),
    )


def _office(row: Mapping[str, str]) -> Held:
    if not row["entry"] or not row["country"]:
        raise ValueError("an office needs an entry and a country")
    kind, end = OfficeKind(row["kind"]), row["end"] or None
    return Held(row["entry"], Office(kind, row["title"], row["country"], row["start"], end, row["source"]))


def _seat(row: Mapping[str, str]) -> Seat:
    if not row["name"] or not row["stands_for"]:
        raise ValueError("a seat needs a name and the id of the entry it stands for")
    return Seat(row["name"], names(row["aliases"]), row["stands_for"], row["source"])


def _territory(row: Mapping[str, str]) -> Territory:
    return Territory(
        row["code"],
        row["id"],
        row["name"],
        row["full_name"],
        names(row["aliases"]),
        names(row["demonyms"]),
        names(row["capitals"]),
        row["source"],
        names(row["other_ids"]),
    )
