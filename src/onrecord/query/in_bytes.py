"""Where words of an article stand in the bytes of its capture."""

from __future__ import annotations

from onrecord import clean
from onrecord.query.show import Shown
from onrecord.record import MediaType, Span


def in_bytes(shown: Shown) -> dict[Span, tuple[int, int]]:
    """Return, by the statement's spans, the half-open ranges of bytes of the capture that they come from.

    Only ranges of which it holds that these bytes alone decode to that part of the source are told. Of a row of a
    JSON Lines file none is, as escapes stand between its bytes and its text.
    """
    if shown.capture.media_type is MediaType.JSON_ROW:
        return {}
    source, charset = clean.source_text(shown.capture), shown.document.charset
    found = {}
    for _, span in shown.roles:
        start, end = shown.in_source(span)
        place = _range(shown.capture.data, source, charset, start, end)
        if place is not None:
            found[span] = place
    return found


def _range(data: bytes, source: str, charset: str, start: int, end: int) -> tuple[int, int] | None:
    try:
        first = len(source[:start].encode(charset))
        last = first + len(source[start:end].encode(charset))
        return (first, last) if data[first:last].decode(charset) == source[start:end] else None
    except UnicodeError:
        return None
