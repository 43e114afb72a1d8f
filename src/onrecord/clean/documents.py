"""A capture becomes a document."""

from __future__ import annotations

import re

from onrecord.clean.language import language_of
from onrecord.clean.plain import lay_out
from onrecord.clean.sources import Source, source_of
from onrecord.clean.times import Found, parse_moment
from onrecord.errors import InputError
from onrecord.record import Basis, Capture, Document, Moment, OffsetMap, Region, RegionKind, Span


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
    return _of_page(capture, source) if source.html else _of_text(capture, source)


def _of_text(capture: Capture, source: Source) -> Document:
    layout = lay_out(source.text, source.title)
    flags = [*source.flags]
    body = _body(source.text, layout.regions)
    return Document(
        capture_id=capture.id,
        text=source.text,
        regions=layout.regions,
        offsets=OffsetMap.identity(len(source.text)),
        charset=source.charset,
        source_field=source.field,
        title=source.title or _headline(source.text, layout.regions),
        url=capture.given.url or source.url,
        outlet=capture.given.outlet or source.outlet,
        language=language_of(body, given=capture.given.language),
        published=_published(capture, source.published, source.text, layout.published, flags),
        updated=_from_text(source.text, layout.updated),
        flags=tuple(dict.fromkeys(flags)),
    )


def _of_page(capture: Capture, source: Source) -> Document:
    from onrecord.clean.page import lay_out_page, metadata_of, read_page

    page = read_page(source.text)
    if not re.search(r"\w", page.text):
        raise InputError(
            f"{capture.locator}: the page shows no words: check that it was saved whole, after its scripts ran"
        )
    stated = metadata_of(page)
    layout = lay_out_page(page, stated)
    flags = [*source.flags, *layout.flags]
    updated = parse_moment(stated.updated) if stated.updated else None
    return Document(
        capture_id=capture.id,
        text=page.text,
        regions=layout.regions,
        offsets=page.offsets,
        charset=source.charset,
        source_field=source.field,
        title=source.title or _headline(page.text, layout.regions) or stated.title,
        url=capture.given.url or source.url or stated.url,
        outlet=capture.given.outlet or source.outlet or stated.outlet,
        language=language_of(_body(page.text, layout.regions), given=capture.given.language, stated=stated.language),
        published=_published(capture, source.published or stated.published, page.text, layout.published, flags),
        updated=Moment(updated[0], Basis.METADATA, updated[1]) if updated else _from_text(page.text, layout.updated),
        flags=tuple(dict.fromkeys(flags)),
    )


def _body(text: str, regions: tuple[Region, ...]) -> str:
    return "\n".join(text[r.start : r.end] for r in regions if r.kind is RegionKind.BODY)


def _headline(text: str, regions: tuple[Region, ...]) -> str | None:
    return next((text[r.start : r.end] for r in regions if r.kind is RegionKind.HEADLINE), None)


def _published(capture: Capture, stated: str | None, text: str, found: Found | None, flags: list[str]) -> Moment | None:
    """Return when the article was published: as given, else as stated, else as `found` in the text."""
    for value, basis in ((capture.given.published, Basis.GIVEN), (stated, Basis.METADATA)):
        parsed = parse_moment(value) if value else None
        if parsed:
            return Moment(parsed[0], basis, parsed[1])
        if value:
            flags.append(f"published-{basis.value}-unreadable")
    if found and found.iso is None:
        flags.append("published-ambiguous")
    return _from_text(text, found)


def _from_text(text: str, found: Found | None) -> Moment | None:
    if found is None or found.iso is None:
        return None
    return Moment(found.iso, Basis.TEXT, found.zone, Span.of(text, found.start, found.end))
