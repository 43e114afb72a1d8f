"""The way back from a document's text to the decoded source, followed code point by code point."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

from onrecord.record import Document

_BREAK = re.compile(r"(?:\s|<br\b[^<>]*>)*", re.IGNORECASE)
"""What white space may stand for: white space, nothing, and line breaks as markup has them."""


def leads_back(document: Document, start: int, end: int, source: str) -> bool:
    """Return whether every code point of the text's ``[start, end)`` comes from the same words of `source`.

    White space may stand for other white space or for a break that the markup has or implies, and
    characters for a character reference; nothing else may differ.
    """
    segments = document.offsets.segments
    at = bisect_right(segments, start, key=lambda segment: segment.start) - 1
    for segment in segments[max(at, 0) :]:
        if segment.start >= end:
            return True
        here = slice(max(segment.start, start), min(segment.start + segment.length, end))
        if segment.length == segment.source_length:
            shift = segment.source_start - segment.start
            there = source[here.start + shift : here.stop + shift]
        else:
            # The segment stands for its source as a whole: so must it be compared.
            here = slice(segment.start, segment.start + segment.length)
            there = source[segment.source_start : segment.source_start + segment.source_length]
        if not _alike(document.text[here], there):
            return False
    return end <= document.offsets.length


def _alike(here: str, there: str) -> bool:
    if here == there or unescape(there) == here or (not here.strip() and _BREAK.fullmatch(there)):
        return True
    pairs = zip(here, there, strict=False)
    return len(here) == len(there) and all(a == b or (a.isspace() and b.isspace()) for a, b in pairs)
