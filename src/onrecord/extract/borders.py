"""Where a content begins and ends, to the character: quotation marks belong in pairs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.record import Span
from onrecord.text.quotations import Quotation

_DAY = re.compile(
    r",?[ \u00a0]on[ \u00a0](?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:[ \u00a0](?:morning|afternoon|evening|night))?),?$"
)
_LOOSE = " \t\r\n\u00a0,;:"


def source_end(start: int, end: int, text: str) -> int:
    """Return the source's end without a day or loose marks that trail it: "The leaders of both on 29/9" threatened."""
    day = _DAY.search(text[start:end])
    words = text[start : start + day.start()] if day and day.start() else text[start:end]
    return start + len(words.rstrip(_LOOSE) or words)


def content_range(start: int, end: int, text: str, quoted: Sequence[Quotation]) -> tuple[int, int]:
    """Return the range with the marks of quotations that it all but holds taken in.

    A content that begins or ends at a quotation's words, short of its mark, takes the mark in, so
    that what is stored is the quotation as printed.
    """
    starts = [quotation.start for quotation in quoted]
    index = bisect_right(starts, start) - 1
    if index >= 0 and start == quoted[index].inner_start and end > start:
        start = quoted[index].start
    index = bisect_right(starts, end - 1) - 1
    if index >= 0 and quoted[index].closed and _reaches(end, quoted[index], text) and start <= quoted[index].start:
        end = quoted[index].end
    return start, end


def _reaches(end: int, quotation: Quotation, text: str) -> bool:
    """Return whether only punctuation lies between `end` and the quotation's closing mark."""
    return (
        quotation.start < end <= quotation.inner_end
        and not any(c.isalnum() for c in text[end : quotation.inner_end][:8])
        and quotation.inner_end - end <= 3
    )


def trimmed(ranges: Iterable[tuple[int, int]], text: str, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return the ranges as spans in order: no loose punctuation at their ends, none overlapping, none in `taken`.

    Ranges that only one space parts are joined.
    """
    spans: list[Span] = []
    for start, end in sorted(ranges):
        if spans:
            start = max(start, spans[-1].end)
        for other in taken:
            if other.start < end and start < other.end:
                start, end = (other.end, end) if other.start <= start else (start, other.start)
        while end > start and text[end - 1] in _LOOSE:
            end -= 1
        while start < end and text[start] in _LOOSE:
            start += 1
        if start < end and spans and text[spans[-1].end : start] in (" ", "\u00a0"):
            start = spans.pop().start
        if start < end:
            spans.append(Span.of(text, start, end))
    return tuple(spans)
