"""Statements for tests, from texts in which source, cue and content are marked."""

from __future__ import annotations

import re

from onrecord.record import Attribution, Form, Span, Statement

_PART = re.compile(r"\[([scx]) ([^\]]*)\]")


def attributed(marked: str) -> tuple[str, Statement]:
    """Return a text without its marks, and the statement that they mark.

    ``[s Verek] [c said] [x he will go].`` marks source, cue and content, each perhaps in several parts.
    """
    text, places = "", {"s": [], "c": [], "x": []}
    last = 0
    for part in _PART.finditer(marked):
        text += marked[last : part.start()]
        places[part[1]].append((len(text), len(text) + len(part[2])))
        text, last = text + part[2], part.end()
    text += marked[last:]
    source, cue, content = (tuple(Span.of(text, *place) for place in places[role]) for role in "scx")
    words = " ".join(span.words for span in content)
    form = Form.DIRECT if words[:1] in '“"' else Form.MIXED if '"' in words or "“" in words else Form.INDIRECT
    return text, Statement(Attribution("d", source, cue, content, form, 0.9), None, "test")
