"""Which article tells something, as a column of a table."""

from __future__ import annotations

from pathlib import PurePath

from onrecord.present.cli.screen import visible
from onrecord.query import Heading

WIDTH = 16
"""Columns of the terminal: two tables of four columns fit 80."""


def told_by(heading: Heading) -> str:
    """Return the outlet, or what the article is called where none is known, and below it the day."""
    name = visible(heading.outlet or PurePath(heading.articles[0]).stem)
    name = name if len(name) <= WIDTH else name[: WIDTH - 1] + "…"
    return f"{name}\n{(heading.published or 'no date')[:10]}"
