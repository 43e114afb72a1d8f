"""``onrecord utterances``: what was said once and is told by several texts."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from onrecord.errors import SettingsError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.filters import filter_of
from onrecord.present.cli.screen import dumped, say, shortened, table, visible, write_data
from onrecord.present.export import tellings
from onrecord.query.tellings import ListedUtterance
from onrecord.query.utterances import Order, every
from onrecord.record import Relation
from onrecord.settings import Settings
from onrecord.store import Store

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("id", {"no_wrap": True, "style": "dim", "width": 8}),
    ("speaker", {"style": "bold", "width": 14, "overflow": "fold"}),
    ("the fullest telling", {"overflow": "fold"}),
    ("told by", {"width": 22, "overflow": "fold"}),
]
_LENGTH, _CONTRAST = 150, 90
"""Characters of an utterance, and of the telling that differs most, in the list. `compare` has all."""
_NAMES = 6
"""Outlets that are named in the list."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the utterances asked for."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        relation, order = _relation(arguments.relation), Order(arguments.order)
        found = every(store, filter_of(arguments, store), relation=relation, order=order)
        if arguments.json:
            write_data(dumped(tellings.listed(each)) for each in found)
            return Exit.OK
        rows = [_row(each) for each in found]
    if rows:
        table(_COLUMNS, rows)
    say(f"{len(rows)} utterances" if len(rows) != 1 else "1 utterance")
    return Exit.OK


def _relation(value: str | None) -> Relation | None:
    try:
        return Relation(value) if value is not None else None
    except ValueError:
        raise SettingsError(f"--relation is {value!r}; give one of {', '.join(Relation)}") from None


def _row(each: ListedUtterance) -> tuple[str, ...]:
    speakers = "; ".join(speaker.name for speaker in each.speakers) or "–"
    relations = ", ".join(f"{number} {relation.value}" for relation, number in each.relations)
    texts = "1 text" if each.documents == 1 else f"{each.documents} texts"
    if each.witnesses != each.documents:
        texts += f", {each.witnesses} independent"
    names = ", ".join(map(visible, each.told_by[:_NAMES]))
    more = f" and {len(each.told_by) - _NAMES} more" if len(each.told_by) > _NAMES else ""
    words = shortened(f"{each.cue}: {each.said}" if each.cue else each.said, _LENGTH)
    if each.contrast:
        words += f"\n{each.contrast[0].value}: {shortened(each.contrast[1], _CONTRAST)}"
    return each.id[:8], shortened(speakers, 42), words, f"{names}{more}\n{texts}; {relations}"
