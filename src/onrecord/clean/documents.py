"""A capture becomes a document."""

from __future__ import annotations

import re

from onrecord.clean.plain import Layout, lay_out
from onrecord.clean.sources import Source, source_of
from onrecord.clean.times import Found, parse_moment
from onrecord.errors import InputError
from onrecord.record import Basis, Capture, Document, Moment, OffsetMap, RegionKind, Span


def source_text(capture: Capture) -> str:
    """Return the decoded source that the offsets of the capture's document lead into.

    The whole decoded file, or the "text" or "html" field of a row. Raises InputError as
    :func:`document` does.
    """
    return source_of(capture).text


def document(capture: Capture) -> Document:
    """Return the article in `capture` as a document; the same bytes give an equal document anywhere.

    What was given beside the bytes goes before what the row or page says in its fields, and that
    before what the text says. Raises InputError when the capture holds no text.
    """
    source = source_of(capture)
    if not re.search(r"\w", source.text):
        raise InputError(f"{capture.locator}: it holds no words: check that the right file was saved")
    return _plain(capture, source)


def _plain(capture: Capture, source: Source) -> Document:
    layout = lay_out(source.text, source.title)
    flags = list(source.flags)
    return Document(
        capture_id=capture.id,
        text=source.text,
        regions=layout.regions,
        offsets=OffsetMap.identity(len(source.text)),
        charset=source.charset,
        source_field=source.field,
        title=source.title or _headline(source.text, layout),
        url=capture.given.url or source.url,
        outlet=capture.given.outlet or source.outlet,
        language=capture.given.language,
        published=_published(capture, source, layout.published, flags),
        updated=_from_text(source.text, layout.updated),
        flags=tuple(dict.fromkeys(flags)),
    )


def _headline(text: str, layout: Layout) -> str | None:
    return next((text[r.start : r.end] for r in layout.regions if r.kind is RegionKind.HEADLINE), None)


def _published(capture: Capture, source: Source, found: Found | None, flags: list[str]) -> Moment | None:
    for value, basis in ((capture.given.published, Basis.GIVEN), (source.published, Basis.METADATA)):
        if not value:
            continue
        parsed = parse_moment(value)
        if parsed:
            return Moment(parsed[0], basis, parsed[1])
        flags.append(f"published-{basis.value}-unreadable")
    if found and found.iso is None:
        flags.append("published-ambiguous")
    return _from_text(source.text, found)


def _from_text(text: str, found: Found | None) -> Moment | None:
    if found is None or found.iso is None:
        return None
    return Moment(found.iso, Basis.TEXT, found.zone, Span.of(text, found.start, found.end))
