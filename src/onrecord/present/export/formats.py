"""Statements as lines of JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError
from onrecord.present.export.plain import flat, scored, whole
from onrecord.query import Filter, Reported, find, offsets
from onrecord.record import OffsetMap
from onrecord.store import Store

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV Injection)."""


def lines(store: Store, wanted: Filter, form: str) -> Iterator[str]:
    """Yield the statements that meet `wanted` as lines, without line ends, of the format `form`."""
    makers: dict[str, Callable[[Iterable[tuple[Reported, OffsetMap]]], Iterator[str]]] = {
        "jsonl": lambda pairs: (_dumped(whole(*pair)) for pair in pairs),
        "statements-jsonl": lambda pairs: (_dumped(line) for pair in pairs for line in scored(*pair)),
        "csv": lambda pairs: _csv(pairs, safe),
        "csv-raw": lambda pairs: _csv(pairs, str),
    }
    if form not in makers:
        raise SettingsError(f"there is no format {form!r}; choose one of {', '.join(makers)}")
    yield from makers[form](_with_offsets(store, wanted))


def _with_offsets(store: Store, wanted: Filter) -> Iterator[tuple[Reported, OffsetMap]]:
    """Yield each statement with the way back from its document to the source."""
    last, way = "", OffsetMap(())
    for reported in find(store, wanted):
        if reported.heading.document_id != last:
            last = reported.heading.document_id
            way = offsets(store, last)
        yield reported, way


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def safe(cell: str) -> str:
    """Return `cell` so that a spreadsheet takes it for text: what looks like a formula gets an apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _csv(pairs: Iterable[tuple[Reported, OffsetMap]], escape: Callable[[str], str]) -> Iterator[str]:
    header = False
    for reported, way in pairs:
        row = flat(reported, way)
        if not header:
            yield _csv_line(row)
            header = True
        # Numbers cannot start a formula that does anything, and stay numbers.
        yield _csv_line(escape(cell) if isinstance(cell, str) else cell for cell in row.values())


def _csv_line(cells: Iterable[Any]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(["" if cell is None else cell for cell in cells])
    return buffer.getvalue()


def write(lines: Iterable[str], target: Path) -> int:
    """Leave `lines` in the file `target`, UTF-8, whole or not at all; return how many there were.

    Raises OSError when it cannot be written; an earlier file of that name is then as it was.
    """
    beside = target.with_name(f".{target.name}.part")
    number = 0
    try:
        with beside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            for line in lines:
                file.write(line + "\n")
                number += 1
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return number
