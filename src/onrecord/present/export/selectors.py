"""Selectors of the W3C Web Annotation Data Model: a span's words with those around them, and its position."""

from __future__ import annotations

from typing import Any

from onrecord.record import Span

AROUND = 32
"""Code points before and after the words: enough to tell two printings of the same words apart."""


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """Return a span of `text` as a text-quote selector and a text-position selector.

    Both count Unicode code points, as the model asks (4.2.4, 4.2.5); the text is the document's, not the page's.
    """
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.words,
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
