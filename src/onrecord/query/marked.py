"""A text with spans marked, as HTML that holds no markup of the text's own."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from onrecord.record import Span

_TAGS = {"source": "b", "cue": "i", "content": "mark", "via": "b", "quotation": "mark"}


def marked(text: Span, roles: Iterable[tuple[str, Span]]) -> str:
    """Return `text` as a paragraph of HTML, the spans within it marked by their roles; line ends are kept.

    Of spans that overlap, the first one is marked. Everything of the text is escaped.
    """
    parts, position = [], text.start
    for role, span in sorted(roles, key=lambda pair: (pair[1].start, -pair[1].end)):
        if position <= span.start and span.end <= text.end:
            tag = _TAGS[role]
            parts += [_between(text, position, span.start), f"<{tag}>{escape(span.words)}</{tag}>"]
            position = span.end
    body = "".join([*parts, _between(text, position, text.end)])
    return f'<p style="white-space: pre-wrap">{body}</p>'


def _between(text: Span, start: int, end: int) -> str:
    return escape(text.words[start - text.start : end - text.start])
