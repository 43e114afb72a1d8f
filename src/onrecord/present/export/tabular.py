"""Statements as Arrow and Parquet tables, which every data-frame library reads. Needs ``onrecord[arrow]``."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError
from onrecord.present.export.plain import flat
from onrecord.query import Reported
from onrecord.record import OffsetMap

ROWS = 10_000
"""Statements of a batch: 10 MiB or so at once."""

_NUMBERS = {
    **dict.fromkeys(("confidence", "stated", "type_chance", "stance_chance"), "float64"),
    **dict.fromkeys(("start", "end"), "int64"),
    **dict.fromkeys(("conditional", "negated", "hypothetical"), "bool_"),
}
"""Columns that are no text."""


FORMS = ("parquet", "arrow")
"""The formats: Parquet, and Arrow's IPC file format (Feather 2)."""


def write_table(pairs: Iterable[tuple[Reported, OffsetMap]], form: str, target: Path) -> int:
    """Leave statements in the file `target`, in one of FORMS, whole or not at all; return how many there were.

    Columns are those of the CSV; text is as it is, but half surrogate pairs, which UTF-8 cannot hold, are escapes.
    Raises SettingsError without the extra, and OSError when the file cannot be written.
    """
    arrow = _arrow()
    beside = target.with_name(f".{target.name}.part")
    rows, number = (flat(*pair) for pair in pairs), 0
    batch = list(islice(rows, ROWS))
    schema = _schema(arrow, batch)
    try:
        with beside.open("wb") as file, _writer(arrow, form, file, schema) as writer:
            while batch:
                writer.write_batch(arrow.RecordBatch.from_pylist([_told(row) for row in batch], schema=schema))
                number += len(batch)
                batch = list(islice(rows, ROWS))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return number


def _arrow() -> Any:  # noqa: ANN401 (pyarrow has no types)
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise SettingsError("Arrow and Parquet need pyarrow: pip install 'onrecord[arrow]'") from None
    return pyarrow


def _schema(arrow: Any, rows: list[dict[str, Any]]) -> Any:  # noqa: ANN401
    names = rows[0] if rows else {"id": ""}
    return arrow.schema([(name, getattr(arrow, _NUMBERS.get(name, "string"))()) for name in names])


def _writer(arrow: Any, form: str, file: Any, schema: Any) -> Any:  # noqa: ANN401
    if form == "parquet":
        return arrow.parquet.ParquetWriter(file, schema, compression="zstd")
    return arrow.ipc.new_file(file, schema)


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
        for name, value in row.items()
    }
