"""``onrecord common-ground``: what the stated positions of several sides are to one another, issue by issue."""

from __future__ import annotations

from argparse import Namespace

from rich.text import Text

from onrecord.present.cli.exits import Exit
from onrecord.present.cli.positions_command import evidence, filter_of, told
from onrecord.present.cli.screen import console, dumped, say, visible, write_data
from onrecord.present.export import positions as plain
from onrecord.query.positions import common_grounds
from onrecord.record.position import CommonGround
from onrecord.settings import Settings
from onrecord.store import Store


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the issues on which all sides have a position, and what these are to one another."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        found = common_grounds(store, arguments.sides, filter_of(arguments))[: arguments.limit]
    if arguments.json:
        write_data(dumped(plain.ground(each)) for each in found)
        return Exit.OK
    for each in found:
        _print(each)
    say(f"{len(found)} issues on which all of them have a stated position" if len(found) != 1 else "1 issue")
    return Exit.OK


def _print(found: CommonGround) -> None:
    screen = console()
    screen.print(Text.assemble((visible(found.issue), "bold"), f": {found.ground.value} ({visible(found.reason)})"))
    for each in found.positions:
        screen.print(Text(f"  {visible(each.actor)}: {told(each)}; see {evidence(each)}"))
