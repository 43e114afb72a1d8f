"""``onrecord positions``: where actors stand on issues, by all that they said."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, say, shortened, table, write_data
from onrecord.present.export import positions as plain
from onrecord.query.positions import PositionFilter, positions
from onrecord.record import Stance
from onrecord.record.position import Position
from onrecord.settings import Settings
from onrecord.store import Store

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("actor", {"style": "bold", "width": 18, "overflow": "fold"}),
    ("issue", {"width": 20, "overflow": "fold"}),
    ("position", {"overflow": "fold"}),
    ("rests on", {"width": 17, "overflow": "fold"}),
]
_EVIDENCE = 2
"""Ids of statements shown in the list; --json has all."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the positions asked for."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        found = positions(store, filter_of(arguments))
    if arguments.json:
        write_data(dumped(plain.position(each)) for each in found)
        return Exit.OK
    if found:
        table(_COLUMNS, (_row(each) for each in found))
    say(f"{len(found)} positions" if len(found) != 1 else "1 position")
    return Exit.OK


def filter_of(arguments: Namespace) -> PositionFilter:
    """Return what the arguments ask for."""
    return PositionFilter(
        actors=tuple(getattr(arguments, "actor", None) or ()),
        issues=tuple(arguments.issue or ()),
        since=arguments.since,
        until=arguments.until,
        min_confidence=arguments.min_confidence,
        limit=arguments.limit,
    )


def told(each: Position) -> str:
    """Return a position in words: the side, how often, under conditions, whether it turned."""
    counts = ", ".join(f"{stance.value} {each.stances[stance]}" for stance in Stance if each.stances[stance])
    conditional = sum(stand.conditional for stand in each.counted)
    bound = f"; {conditional} under a condition" if conditional else ""
    against = sum(turn.contradiction for turn in each.shifts)
    turned = f"; {against} contradict an earlier one" if against else ""
    return f"{each.leaning.value}: {counts}{bound}{turned}"


def evidence(each: Position) -> str:
    """Return the ids of the first statements that a position rests on, and how many there are more."""
    ids = [stand.statement_id[:8] for stand in each.counted]
    more = f" and {len(ids) - _EVIDENCE} more" if len(ids) > _EVIDENCE else ""
    return " ".join(ids[:_EVIDENCE]) + more


def _row(each: Position) -> tuple[str, ...]:
    return shortened(each.actor, 60), shortened(each.issue, 60), told(each), evidence(each)
