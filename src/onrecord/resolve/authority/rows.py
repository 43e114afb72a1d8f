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
    number = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = tuple(next(reader, ()))
            make, seen = _maker(header), set[str]()
            number = 2
            for cells in reader:
                if cells:
                    yield _made(make, len(header), cells, seen)
                number = reader.line_num + 1
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}): save the file as UTF-8") from error
    except (ValueError, csv.Error) as error:
        raise InputError(f"{path}, line {number}: {error}") from error


def _maker(header: tuple[str, ...]) -> Callable[..., Row]:
    makers: Mapping[str, Callable[..., Row]] = {
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


def _made(make: Callable[..., Row], width: int, cells: list[str], seen: set[str]) -> Row:
    if len(cells) != width:
        raise ValueError(f"{len(cells)} cells where the first line has {width}")
    row = make(*[cell.strip() for cell in cells])
    if isinstance(row, Entry | Territory):
        if row.id in seen:
            raise ValueError(f"the id {row.id} is given twice in this file")
        seen.add(row.id)
    return row


def names(cell: str) -> tuple[str, ...]:
    """Return the names in a cell, in order, each once."""
    if SEPARATOR not in cell:
        return (cell,) if cell else ()
    return tuple(dict.fromkeys(name for part in cell.split(SEPARATOR) if (name := part.strip())))


# Each maker takes the cells of its columns, in the order of COLUMNS.


def _entry(id: str, name: str, kind: str, aliases: str, surnames: str, country: str, gender: str, source: str) -> Entry:
    spellings, words = names(aliases), names(surnames)
    return Entry(id, name, EntryKind(kind), spellings, country or None, gender or None, (), source, words)


def _office(entry: str, kind: str, title: str, country: str, start: str, end: str, source: str) -> Held:
    if not entry or not country:
        raise ValueError("an office needs an entry and a country")
    return Held(entry, Office(OfficeKind(kind), title, country, start, end or None, source))


def _seat(name: str, aliases: str, stands_for: str, source: str) -> Seat:
    if not name or not stands_for:
        raise ValueError("a seat needs a name and the id of the entry it stands for")
    return Seat(name, names(aliases), stands_for, source)


def _territory(
    code: str, id: str, name: str, full: str, aliases: str, demonyms: str, capitals: str, others: str, source: str
) -> Territory:
    return Territory(code, id, name, full, names(aliases), names(demonyms), names(capitals), source, names(others))
