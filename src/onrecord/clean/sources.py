"""The decoded source of a capture, and what its carrier says of it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.clean.charset import decode
from onrecord.errors import InputError
from onrecord.record import Capture, MediaType
from onrecord.text.binary import is_binary
from onrecord.text.row import parse_row


@dataclass(frozen=True, slots=True)
class Source:
    """A capture's decoded source; `html` if it is markup; the fields a row states beside it."""

    text: str
    charset: str
    html: bool
    field: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    flags: tuple[str, ...] = ()


def source_of(capture: Capture) -> Source:
    """Return the decoded source of `capture`. Raises InputError for empty, binary or broken data."""
    if not capture.data:
        raise InputError(f"{capture.locator}: it is empty: check that the file was saved whole")
    if capture.media_type is MediaType.JSON_ROW:
        return _row(capture)
    if is_binary(capture.data):
        raise InputError(f"{capture.locator}: it is binary, not text: give the article as text or HTML")
    html = capture.media_type is MediaType.HTML
    decoded = decode(capture.data, given=capture.given.charset, declared=capture.declared_charset, markup=html)
    return Source(decoded.text, decoded.charset, html, flags=decoded.flags)


def _row(capture: Capture) -> Source:
    try:
        row = parse_row(capture.data)
    except InputError as error:
        raise InputError(f"{capture.locator}: {error}") from error
    return Source(
        text=row.source,
        charset="utf-8",
        html=row.source_field == "html",
        field=row.source_field,
        title=row.title,
        url=row.url,
        outlet=row.outlet,
        published=row.published,
        flags=row.flags,
    )
