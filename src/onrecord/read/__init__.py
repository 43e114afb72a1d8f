"""Bytes from files, folders, globs and standard input become captures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.read.contents import captures_of
from onrecord.read.inflate import Bytes
from onrecord.read.opened import opened
from onrecord.read.paths import Place, places
from onrecord.record import Capture, Given, Unreadable

__all__ = ["MAX_BYTES", "captures"]

MAX_BYTES = 64 * 1024 * 1024
"""The largest file, or row of a JSON Lines file, that is read, in bytes after inflating."""


def captures(
    paths: Iterable[str],
    *,
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Capture | Unreadable]:
    """Yield one capture, or the reason why there is none, for every file and row that `paths` name.

    A path is a file, a folder (walked in the order of names), a glob (``*.html``, ``news/**/*.txt``)
    or ``-`` for `stdin`. The kind of a file follows from its name, else from its first bytes: plain
    text, HTML, or JSON Lines, whose rows become one capture each; gzip is inflated. A JSON Lines file
    is read row by row, so only `max_bytes` bound a row and nothing bounds the file.
    Nothing is raised for a bad input: it comes as `Unreadable`, and reading goes on.
    """
    said = given or Given()
    for path in paths:
        if path == "-":
            yield from _standard_input(stdin, said, max_bytes)
            continue
        for place in places(path):
            if isinstance(place, Unreadable):
                yield place
            else:
                yield from _file(place, said, max_bytes)


def _file(place: Place, given: Given, max_bytes: int) -> Iterator[Capture | Unreadable]:
    with opened(place) as stream:
        if isinstance(stream, Unreadable):
            yield stream
            return
        yield from captures_of(stream, place, given, max_bytes)


def _standard_input(stdin: BinaryIO | None, given: Given, max_bytes: int) -> Iterator[Capture | Unreadable]:
    if stdin is None:
        yield Unreadable("-", "standard input is not connected: name a file instead")
        return
    yield from captures_of(Bytes(stdin), Place("-", named=True), given, max_bytes)
