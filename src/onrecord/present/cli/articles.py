"""Which article tells something, and when it was published: in a line, and as a column of a table."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

from onrecord.present.cli.screen import visible
from onrecord.query import Heading

WIDTH = 16
"""Columns of the terminal: two tables of four columns fit 80."""


def told_by(heading: Heading) -> str:
    """Return the outlet, or what the article is called where none is known, and below it the day."""
    name = name_of(heading)
    name = name if len(name) <= WIDTH else name[: WIDTH - 1] + "…"
    return f"{name}\n{(heading.published or 'no date')[:10]}"


def name_of(heading: Heading) -> str:
    """Return the outlet, or what the article is called where none is known."""
    return visible(heading.outlet or PurePath(heading.articles[0]).stem)


def when(heading: Heading) -> str:
    """Return when it was published, as far as it tells: `2025-06-09 18:40 +02:00`, or a day alone, or that it has none.

    To the minute, since of several tellings it matters which one was first.
    """
    told = heading.published
    if not told:
        return "no date"
    if len(told) <= len("2025-06-09"):
        return told
    moment = datetime.fromisoformat(told)
    zone = moment.isoformat()[19:].lstrip(".0123456789").replace("+00:00", "UTC")
    return f"{moment:%Y-%m-%d %H:%M} {zone}".rstrip()
