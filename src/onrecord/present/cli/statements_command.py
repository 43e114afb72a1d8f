"""``onrecord statements``: a list, for people or for programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from onrecord.present.cli.articles import WIDTH, told_by
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.filters import filter_of
from onrecord.present.cli.screen import say, shortened, table, write_data
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
            write_data(formats.lines(store, filter_of(arguments, store), "csv" if arguments.csv else "jsonl"))
            return Exit.OK
        found = list(find(store, filter_of(arguments, store)))
    if found:
        table(_COLUMNS, _rows(found))
    say(f"{len(found)} statements" if len(found) != 1 else "1 statement")
    return Exit.OK


_COLUMNS = (
    ("id", {"no_wrap": True, "style": "dim", "width": 8}),
    ("told by", {"no_wrap": True, "width": WIDTH}),
    ("speaker", {"style": "bold", "width": 14, "overflow": "fold"}),
    ("statement", {"overflow": "fold"}),
)


def _rows(found: list[Reported]) -> Iterator[tuple[str, ...]]:
    for reported in found:
        speaker = shortened(reported.speaker or "–", 42)
        if reported.relay:
            speaker += "\nvia " + shortened(reported.relay, 38)
        yield reported.id[:8], told_by(reported.heading), speaker, shortened(_said(reported), _LENGTH)


def _said(reported: Reported) -> str:
    """Return the content after its cue: "denied" and "said" tell the same words apart."""
    cue = words_of(reported.statement.attribution.cue)
    return f"{cue}: {reported.words}" if any(map(str.isalnum, cue)) else reported.words
