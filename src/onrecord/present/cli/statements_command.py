"""``onrecord statements``: a list, for people or for programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import PurePath

from onrecord.present.cli.exits import Exit
from onrecord.present.cli.filters import filter_of
from onrecord.present.cli.screen import say, shortened, table, visible, write_data
from onrecord.present.export import formats
from onrecord.query import Reported, find
from onrecord.record import words_of
from onrecord.settings import Settings
from onrecord.store import Store

_LENGTH = 170
"""Characters of a statement in the list: four lines of an 80-column table. `show` has all."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the statements asked for."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        if arguments.json or arguments.csv:
            write_data(formats.lines(store, filter_of(arguments), "csv" if arguments.csv else "jsonl"))
            return Exit.OK
        found = list(find(store, filter_of(arguments)))
    if found:
        table(_COLUMNS, _rows(found))
    say(f"{len(found)} statements" if len(found) != 1 else "1 statement")
    return Exit.OK


_WIDTH = 16

_COLUMNS = (
    ("id", {"no_wrap": True, "style": "dim", "width": 8}),
    ("told by", {"no_wrap": True, "width": _WIDTH}),
    ("speaker", {"style": "bold", "width": 14, "overflow": "fold"}),
    ("statement", {"overflow": "fold"}),
)


def _rows(found: list[Reported]) -> Iterator[tuple[str, ...]]:
    for reported in found:
        told = f"{_outlet(reported)}\n{(reported.published or 'no date')[:10]}"
        speaker = shortened(reported.speaker or "–", 42)
        yield reported.id[:8], told, speaker, shortened(_said(reported), _LENGTH)


def _outlet(reported: Reported) -> str:
    """Return the outlet, or what the article is called where none is known, in the column's width."""
    name = visible(reported.outlet or PurePath(reported.heading.articles[0]).stem)
    return name if len(name) <= _WIDTH else name[: _WIDTH - 1] + "…"


def _said(reported: Reported) -> str:
    """Return the content after its cue: "denied" and "said" tell the same words apart."""
    cue = words_of(reported.statement.attribution.cue)
    return f"{cue}: {reported.words}" if any(map(str.isalnum, cue)) else reported.words
