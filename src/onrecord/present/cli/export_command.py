"""``onrecord export``: statements for other programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from onrecord.errors import SettingsError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.filters import filter_of
from onrecord.present.cli.screen import say, write_data
from onrecord.present.export import formats
from onrecord.present.export.labels import label_lines
from onrecord.present.export.linked import FORMS as LINKED
from onrecord.present.export.linked import linked_lines
from onrecord.present.export.standoff import brat, conll
from onrecord.present.export.tabular import FORMS as TABLES
from onrecord.present.export.tabular import write_table
from onrecord.query import Filter, find
from onrecord.settings import Settings
from onrecord.store import Store

_Told = TypeVar("_Told")


def run(arguments: Namespace, settings: Settings) -> int:
    """Write the statements asked for to the file named, or to standard output."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        wanted, form = filter_of(arguments, store), arguments.format
        if form in _WHOLE:
            target = _target(arguments, settings, needed=f"{form} is no text: name a file or folder with --out")
            told = _written(target, lambda: _WHOLE[form](store, wanted, form, target))
        elif arguments.out is None:
            write_data(_lines(store, wanted, form))
            return Exit.OK
        else:
            target = _target(arguments, settings)
            number = _written(target, lambda: formats.write(_lines(store, wanted, form), target))
            told = [f"{number} lines in {target}"]
    for line in told:
        say(line)
    return Exit.OK


def _target(arguments: Namespace, settings: Settings, needed: str = "") -> Path:
    """Return where to write to, which is not the record."""
    if arguments.out is None:
        raise SettingsError(needed)
    target = Path(arguments.out)
    if target.exists() and target.samefile(settings.record):
        raise SettingsError(f"--out {target} is the record itself; name another file")
    return target


def _written(target: Path, act: Callable[[], _Told]) -> _Told:
    try:
        return act()
    except OSError as error:
        raise SettingsError(f"--out {target}: it cannot be written ({error.strerror}); name another file") from error


def _lines(store: Store, wanted: Filter, form: str) -> Iterator[str]:
    if form in LINKED:
        return linked_lines(store, find(store, wanted), form)
    if form == "conll":
        return conll(store, find(store, wanted))
    if form != "labels-jsonl":
        return formats.lines(store, wanted, form)
    if wanted != Filter():
        raise SettingsError("labels are those of all judged statements: leave the filters out")
    return label_lines(store)


def _dna(store: Store, wanted: Filter, form: str, target: Path) -> list[str]:
    """Write the record as a .dna file; return what became of it."""
    from onrecord.interchange import dna
    from onrecord.present.export.dna_file import PASSWORD, dna_of, told

    file, written = dna_of(store, wanted)
    dna.write(file, target)
    return [*told(written), f"all of it is in {target}; DNA asks for a password: {PASSWORD}"]


def _table(store: Store, wanted: Filter, form: str, target: Path) -> list[str]:
    number = write_table(formats.with_offsets(store, find(store, wanted)), form, target)
    return [f"{number} statements in {target}"]


def _brat(store: Store, wanted: Filter, form: str, target: Path) -> list[str]:
    return [f"{brat(store, find(store, wanted), target)} documents in the folder {target}"]


_WHOLE: dict[str, Callable[[Store, Filter, str, Path], list[str]]] = {
    "dna": _dna,
    "brat": _brat,
    **dict.fromkeys(TABLES, _table),
}
"""Formats that are no lines of text: what writes them, and returns what to say."""
