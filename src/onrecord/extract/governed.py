"""Contents that begin with "that" behind a verb of saying: the verb's subject says so, and another source tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.nested import lexicon
from onrecord.record import Attribution, Span

_THAT = re.compile(r"that[ \u00a0]", re.IGNORECASE)
_SENTENCE = re.compile(r"[\n\r]|[.!?…][\"”’')]*[ \u00a0]+(?=[\"“‘'(]?[A-Z])")
_REACH = 300
"""Characters before a content in which its sentence begins."""


def governed(text: str, found: Iterable[Attribution]) -> list[Attribution]:
    """Return the attributions, those to whom a text goes back with all of the clause that they tell.

    "Lorn is alleging, in a letter, that the dam leaks, according to Tern News": Tern News tells that Lorn alleges it,
    not only that the dam leaks. Where the clause belongs to another attribution already, all stays as it is.
    """
    kept = list(found)
    taken = [span for each in kept for span in (*each.source, *each.cue)]
    return [_with_clause(text, each, taken) for each in kept]


def _with_clause(text: str, each: Attribution, taken: Iterable[Span]) -> Attribution:
    first = each.content[0]
    if not each.cue or each.cue[0].words.casefold() != "according to" or each.cue[0].start < first.start:
        return each
    if not _THAT.match(text, first.start):
        return each
    reach = max(0, first.start - _REACH)
    start = max(
        (m.end() for m in _SENTENCE.finditer(text, reach, first.start)), default=0 if reach == 0 else first.start
    )
    if start >= first.start or not lexicon().gate.search(text, start, first.start):
        return each
    if any(span.start < first.start and start < span.end for span in taken):
        return each
    return replace(each, content=(Span.of(text, start, first.end), *each.content[1:]))
