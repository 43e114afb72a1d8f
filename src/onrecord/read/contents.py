"""The bytes of one file become captures: one, or one for each row."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.read.inflate import GZIP_MAGIC, Bytes
from onrecord.read.kinds import MEDIA, Kind, kind_of
from onrecord.read.paths import Place
from onrecord.record import Capture, Given, MediaType, Unreadable
from onrecord.text.binary import HEAD_BYTES, is_binary
from onrecord.text.row import parse_row


def captures_of(stream: Bytes, place: Place, given: Given, max_bytes: int) -> Iterator[Capture | Unreadable]:
    """Yield the captures of the file at `place`, whose bytes are `stream`, or why there are none."""
    try:
        head = _head(stream, place)
        kind = kind_of(place.name, head)
        refusal = _refusal(head, kind)
        if refusal:
            yield Unreadable(place.path, refusal, skipped=not place.named and bool(head))
        elif kind is Kind.ROWS:
            yield from _rows(stream, place, given, max_bytes)
        else:
            yield _whole(stream, place, kind, given, max_bytes)
    except InputError as error:
        yield Unreadable(place.path, str(error))


def _head(stream: Bytes, place: Place) -> bytes:
    head = stream.peek(HEAD_BYTES)
    if head.startswith(GZIP_MAGIC):
        stream.inflate()
        return stream.peek(HEAD_BYTES)
    if place.path.lower().endswith(".gz") and head:
        raise InputError("its name ends in .gz, but it is not gzip: rename or compress it again")
    return head


def _refusal(head: bytes, kind: Kind) -> str | None:
    if not head:
        return "it is empty"
    if is_binary(head):
        return "it is binary (a picture, archive or program), not text"
    if kind is Kind.OTHER:
        return "files of this kind hold no articles: plain text, HTML and JSON Lines are read"
    return None


def _whole(stream: Bytes, place: Place, kind: Kind, given: Given, max_bytes: int) -> Capture | Unreadable:
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        return Unreadable(place.path, f"it is larger than {max_bytes:,} bytes: split it, or allow more")
    if kind is Kind.ROW:
        return _row(data, place.path, given)
    return Capture(data=data, media_type=MEDIA[kind], locator=place.path, article=place.name, given=given)


def _rows(stream: Bytes, place: Place, given: Given, max_bytes: int) -> Iterator[Capture | Unreadable]:
    """Yield one capture or reason for each row; empty lines between rows are none."""
    number = 0
    empty = True
    while True:
        number += 1
        locator = f"{place.path}#{number}"
        try:
            line, fits = stream.line(max_bytes)
        except InputError as error:
            yield Unreadable(locator, f"{error}; the rows before this one were read")
            return
        if not line:
            break
        data = line.removesuffix(b"\n").removesuffix(b"\r")
        if not fits:
            yield Unreadable(locator, f"the row is larger than {max_bytes:,} bytes: split it, or allow more")
        elif data.strip():
            yield _row(data, locator, given)
        empty = empty and fits and not data.strip()
    if empty:
        yield Unreadable(place.path, "it has no rows")


def _row(data: bytes, locator: str, given: Given) -> Capture | Unreadable:
    try:
        row = parse_row(data)
    except InputError as error:
        return Unreadable(locator, str(error))
    return Capture(data=data, media_type=MediaType.JSON_ROW, locator=locator, article=row.id or locator, given=given)
