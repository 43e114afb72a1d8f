"""``onrecord network``: who is linked with whom by what they say, of a record or a .dna file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SettingsError
from onrecord.interchange import dna
from onrecord.networks import Events, Mode, Network, disparity, network, windows
from onrecord.networks.selection import matching
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.network_answer import answer, plain, structure
from onrecord.present.cli.network_design import design_of, window_of
from onrecord.present.cli.screen import dumped, say, write_data
from onrecord.present.export.formats import safe, write
from onrecord.present.export.network.events import events_csv
from onrecord.present.export.network.formats import network_lines
from onrecord.present.export.network.nodes import Attributes
from onrecord.query.coded import by_hand
from onrecord.query.events import attributes as known_of
from onrecord.query.events import events as events_of
from onrecord.settings import Settings
from onrecord.store import Store

_HAND = ("organization", "concept", "agreement")
_MACHINE = ("speaker", "issue", "stance")


@dataclass(frozen=True, slots=True)
class _Source:
    """Coded statements as columns, the usual variables, what is known of nodes, and the file that they are from."""

    events: Events
    usual: Sequence[str]
    attributes: Attributes
    file: dna.DnaFile | None = None


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the network asked for, or write it."""
    source = _source(arguments, settings)
    if arguments.format in ("events-csv", "events-csv-raw"):
        return _put(_events(source, arguments), arguments.out)
    events = source.events
    design = design_of(arguments, events.variables, source.usual)
    window = window_of(arguments)
    made = iter([network(events, design)]) if window is None else windows(events, design, window)
    if arguments.backbone is not None:
        made = (disparity(each, level=arguments.backbone) for each in made)
    if arguments.picture is not None:
        if window is not None:
            raise SettingsError("--picture is of one network; leave out the windows of time")
        made = iter([_drawn(next(made), arguments.picture)])
    if arguments.format is not None:
        return _written(made, arguments, source.attributes, moving=window is not None)
    for each in made:
        found = structure(each, events, arguments)
        if arguments.json:
            write_data([dumped(plain(each, found))])
        else:
            answer(each, found, arguments.limit)
    return Exit.OK


def _drawn(made: Network, file: str) -> Network:
    """Leave a picture of the network in a file; return the network."""
    from onrecord.present import pictures  # the extra that draws is loaded for pictures alone

    design = made.design
    pictures.save(pictures.network_chart(made, f"{design.rows} by {design.columns}, {design.aggregation}"), Path(file))
    say(f"picture in {file}")
    return made


def _source(arguments: Namespace, settings: Settings) -> _Source:
    if arguments.file is not None:
        file = dna.read(arguments.file)
        return _Source(Events.of(dna.coded(file, arguments.statement_type)), _HAND, dna.attributes(file), file)
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        if arguments.statement_type is not None:
            return _Source(Events.of(by_hand(store, arguments.statement_type)), _HAND, {})
        return _Source(events_of(store, _named(arguments)), _MACHINE, known_of(store))


def _named(arguments: Namespace) -> set[str]:
    """Return the variables that the arguments name, or leave as usual."""
    rows, columns, stance = _MACHINE
    found = {arguments.rows or rows, arguments.columns or columns, arguments.qualifier or "none"}
    found |= {each.partition("=")[0] for each in (*arguments.only, *arguments.exclude)}
    # How sure stances are bears on networks of issues alone.
    return found - {"none"} | ({stance} if columns in found and arguments.qualifier is None else set())


def _written(made: Iterator[Network], arguments: Namespace, attributes: Attributes, *, moving: bool) -> int:
    if not moving:
        return _put(network_lines(next(made), arguments.format, attributes), arguments.out)
    if arguments.out is None:
        raise SettingsError("windows of time are a file each: name them with --out FILE")
    stem = Path(arguments.out)
    number = 0
    for number, each in enumerate(made, 1):
        day = f" {each.at:%Y-%m-%d %H-%M-%S}" if each.at else ""
        target = stem.with_name(f"{stem.stem} {number:06}{day}{stem.suffix}")
        _put(network_lines(each, arguments.format, attributes), str(target), tell=False)
    say(f"{number} networks beside {stem}")
    return Exit.OK


def _put(lines: Iterator[str], out: str | None, *, tell: bool = True) -> int:
    if out is None:
        write_data(lines)
        return Exit.OK
    try:
        number = write(lines, Path(out))
    except OSError as error:
        raise SettingsError(f"--out {out}: it cannot be written ({error.strerror}); name another file") from error
    if tell:
        say(f"{number} lines in {out}")
    return Exit.OK


def _events(source: _Source, arguments: Namespace) -> Iterator[str]:
    """Return the statements in the time asked for that meet the filters, one a line."""
    file = source.file
    if file is None:
        raise SettingsError("event lists are made of .dna files: first onrecord export --format dna --out FILE.dna")
    if arguments.duplicates not in (None, "include"):
        raise SettingsError("an event list has every statement: leave --duplicates out")
    design = design_of(arguments, source.events.variables, source.usual)
    chosen = {source.events.ids[place] for place in matching(source.events, design).nonzero()[0].tolist()}
    found = [each for each in dna.statements(file) if str(each.id) in chosen]
    kind = arguments.statement_type or (found[0].kind if found else None)
    variables = dna.variables(file, kind) if kind else {}
    coders = {str(row["Name"]): int(row["ID"]) for row in file.named("CODERS")}
    escape = str if arguments.format.endswith("raw") else safe
    return events_csv(found, variables, Mode(arguments.mode), coders, escape)
