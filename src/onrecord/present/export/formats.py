"""Statements and quotations as lines of JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from onrecord.errors import SettingsError
from onrecord.present.export import judged
from onrecord.present.export.plain import anomaly, anomaly_row, flat, quotation, scored
from onrecord.query import (
    AnomalyFilter,
    Filter,
    Flagged,
    QuotationFilter,
    Quoted,
    Reported,
    anomalies,
    find,
    offsets,
    quotations,
)
from onrecord.record import OffsetMap
from onrecord.store import Store

_Told = TypeVar("_Told", Reported, Quoted, Flagged)

Search = Callable[[Store, Filter], Iterator[Reported]]
"""What finds statements in a record."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV Injection)."""


def lines(store: Store, wanted: Filter, form: str, search: Search = find) -> Iterator[str]:
    """Yield the statements that meet `wanted` as lines, without line ends, of the format `form`.

    `search` finds them: `find`, or :func:`onrecord.query.walk.walk` for more than memory holds.
    """
    makers: dict[str, Callable[[Iterable[tuple[Reported, OffsetMap]]], Iterator[str]]] = {
        "jsonl": lambda pairs: (_dumped(judged.told(*pair)) for pair in pairs),
        "statements-jsonl": lambda pairs: (_dumped(line) for pair in pairs for line in scored(*pair)),
        "csv": lambda pairs: _csv((flat(*pair) for pair in pairs), safe),
        "csv-raw": lambda pairs: _csv((flat(*pair) for pair in pairs), str),
    }
    if form not in makers:
        raise SettingsError(f"there is no format {form!r}; choose one of {', '.join(makers)}")
    yield from makers[form](with_offsets(store, search(store, wanted)))


def anomaly_lines(store: Store, wanted: AnomalyFilter, form: str) -> Iterator[str]:
    """Yield the anomalies that meet `wanted` as lines of the format `form`: jsonl or csv."""
    pairs = with_offsets(store, anomalies(store, wanted))
    if form == "jsonl":
        yield from (_dumped(anomaly(*pair)) for pair in pairs)
        return
    yield from _csv((anomaly_row(*pair) for pair in pairs), safe)


def quotation_lines(store: Store, wanted: QuotationFilter, form: str) -> Iterator[str]:
    """Yield the unattributed quotations that meet `wanted` as lines of the format `form`: jsonl or csv."""
    pairs = with_offsets(store, quotations(store, wanted))
    if form == "jsonl":
        yield from (_dumped(quotation(*pair)) for pair in pairs)
        return
    rows = (quotation(*pair) for pair in pairs)
    yield from _csv(({name: _joined(value) for name, value in row.items()} for row in rows), safe)


def _joined(value: Any) -> Any:  # noqa: ANN401 (a cell)
    return "; ".join(value) if isinstance(value, list) else value


def with_offsets(store: Store, found: Iterable[_Told]) -> Iterator[tuple[_Told, OffsetMap]]:
    """Yield each statement or quotation with the way back from its document to the source."""
    last, way = "", OffsetMap(())
    for told in found:
        if told.heading.document_id != last:
            last = told.heading.document_id
            way = offsets(store, last)
        yield told, way


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def safe(cell: str) -> str:
    """Return `cell` so that a spreadsheet takes it for text: what looks like a formula gets an apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _csv(rows: Iterable[dict[str, Any]], escape: Callable[[str], str]) -> Iterator[str]:
    header = False
    for row in rows:
        if not header:
            yield _csv_line(row)
            header = True
        # Numbers cannot start a formula that does anything, and stay numbers.
        yield _csv_line(escape(cell) if isinstance(cell, str) else cell for cell in row.values())


def _csv_line(cells: Iterable[Any]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(map(_cell, cells))
    return buffer.getvalue()


def _cell(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


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
