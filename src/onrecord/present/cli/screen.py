"""Words for people and data for programs, each on its stream."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.text.hidden import HIDDEN

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def visible(text: str) -> str:
    """Return `text` on one line, with white space as spaces and hidden characters written as ``<U+…>``."""
    return HIDDEN.sub(lambda m: " " if m[0] in "\t\n\r" else f"<U+{ord(m[0]):04X}>", text)


def shortened(text: str, length: int) -> str:
    """Return the visible form of `text`, cut at a word's end with … where it is longer than `length`."""
    text = " ".join(visible(text).split())
    if len(text) <= length:
        return text
    return text[: length - 2].rsplit(" ", 1)[0].rstrip() + " …"


def say(message: str) -> None:
    """Write one line for people to standard error."""
    sys.stderr.write(message + "\n")


def write(text: str) -> None:
    """Write a line of text to standard output."""
    sys.stdout.write(text + "\n")


def write_data(lines: Iterable[str]) -> None:
    """Write lines of data to standard output, UTF-8 whatever the locale is.

    Half surrogate pairs are written as escapes, which JSON reads back as they were.
    """
    for line in lines:
        sys.stdout.buffer.write((line + "\n").encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def dumped(value: Any) -> str:  # noqa: ANN401 (whatever JSON can hold)
    """Return `value` as one line of JSON."""
    return json.dumps(value, ensure_ascii=False)


def console() -> Console:
    """Return the console for standard output: at least 80 columns where it is no terminal."""
    from rich.console import Console

    width = shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80
    no_color = bool(os.environ.get("NO_COLOR"))
    return Console(file=sys.stdout, width=width, no_color=no_color, highlight=False, markup=False, emoji=False)


def table(columns: Sequence[tuple[str, dict[str, Any]]], rows: Iterable[Sequence[RenderableType]]) -> None:
    """Print a table for people. Cells are plain text or rich's Text; nothing in them is markup."""
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name, options in columns:
        grid.add_column(name, **options)
    for row in rows:
        grid.add_row(*row)
    console().print(grid)
