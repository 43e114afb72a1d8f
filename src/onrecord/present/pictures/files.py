"""Charts as files."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError
from onrecord.present.pictures.library import library

FORMATS = (".png", ".svg", ".html", ".json")
"""How a picture can be written, by the end of the file's name; .json is its Vega-Lite."""


def save(chart: Any, path: Path, *, scale: float = 2.0) -> None:  # noqa: ANN401 (an altair chart)
    """Leave a chart in a file, as the end of its name has it; ``.html`` needs no network: the picture lies in it.

    Raises SettingsError for another end, where the extra is missing, or where the file cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise SettingsError(f"{path.name!r} ends as no picture does; give a name that ends with {', '.join(FORMATS)}")
    data = _bytes(chart, kind, scale)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written ({error.strerror}); name another file") from error


def _bytes(chart: Any, kind: str, scale: float) -> bytes:  # noqa: ANN401
    told = json.dumps(chart.to_dict(), ensure_ascii=True)
    if kind == ".json":
        return told.encode()
    converter = library("vl_convert")
    if kind == ".png":
        return bytes(converter.vegalite_to_png(told, scale=scale))
    drawn = str(converter.vegalite_to_svg(told))
    if kind == ".svg":
        return drawn.encode("utf-8", "replace")
    title = escape(str(chart.to_dict().get("title") or "onrecord"))
    page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><body>{drawn}</body></html>\n'
    return page.encode("utf-8", "replace")
