"""``onrecord export``: statements for other programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import SettingsError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.filters import filter_of
from onrecord.present.cli.screen import say, write_data
from onrecord.present.export import formats
from onrecord.present.export.labels import label_lines
from onrecord.query import Filter
from onrecord.settings import Settings
from onrecord.store import Store


def run(arguments: Namespace, settings: Settings) -> int:
    """Write the statements asked for to the file named, or to standard output."""
    if arguments.format == "dna":
        return _dna(arguments, settings)
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        lines = _lines(store, filter_of(arguments), arguments.format)
        if arguments.out is None:
            write_data(lines)
            return Exit.OK
        target = Path(arguments.out)
        if target.exists() and target.samefile(settings.record):
            raise SettingsError(f"--out {target} is the record itself; name another file")
        try:
            number = formats.write(lines, target)
        except OSError as error:
            raise SettingsError(
                f"--out {target}: it cannot be written ({error.strerror}); name another file"
            ) from error
    say(f"{number} lines in {target}")
    return Exit.OK


def _dna(arguments: Namespace, settings: Settings) -> int:
    """Write the record as a .dna file, and say what became of it."""
    from onrecord.interchange import dna
    from onrecord.present.export.dna_file import PASSWORD, dna_of, told

    if arguments.out is None:
        raise SettingsError("a .dna file is a database: name it with --out FILE.dna")
    target = Path(arguments.out)
    if target.exists() and target.samefile(settings.record):
        raise SettingsError(f"--out {target} is the record itself; name another file")
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        file, written = dna_of(store, filter_of(arguments))
    try:
        dna.write(file, target)
    except OSError as error:
        raise SettingsError(f"--out {target}: it cannot be written ({error.strerror}); name another file") from error
    for line in told(written):
        say(line)
    say(f"all of it is in {target}; DNA asks for a password: {PASSWORD}")
    return Exit.OK


def _lines(store: Store, wanted: Filter, form: str) -> Iterator[str]:
    if form != "labels-jsonl":
        return formats.lines(store, wanted, form)
    if wanted != Filter():
        raise SettingsError("labels are those of all judged statements: leave the filters out")
    return label_lines(store)
