"""Direct, indirect or mixed: how much of a content stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.extract.encoding import UNIT
from onrecord.record import Form, Span
from onrecord.text.quotations import Quotation


def form_of(content: Sequence[Span], text: str, quoted: Sequence[Quotation]) -> Form:
    """Return the form of `content`: direct if all its words are quoted, mixed if some, else indirect."""
    starts = [quotation.start for quotation in quoted]
    inside = outside = 0
    for span in content:
        for match in UNIT.finditer(text, span.start, span.end):
            if not match[0][0].isalnum():
                continue
            index = bisect_right(starts, match.start()) - 1
            if index >= 0 and match.start() < quoted[index].inner_end:
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return Form.DIRECT
    return Form.MIXED if inside else Form.INDIRECT
