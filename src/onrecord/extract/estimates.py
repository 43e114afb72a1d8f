"""Figures that somebody puts on something: "It put the cost at 310 million", "Tern Bank puts the loss at a tenth"."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from onrecord.record import Attribution, Form, Span
from onrecord.text.quotations import Quotation

RULED = 0.8
"""Confidence of what the rule finds."""

_REACH = 120
"""Characters before the verb in which its clause begins."""

_LONGEST = 9
"""Words that a subject may have."""

_S = r"[ \u00a0]"
_VERB = re.compile(rf"{_S}(?P<cue>(?:(?:also|had|has|have|later|now|then){_S}){{0,2}}puts?)(?={_S})")
_BREAK = re.compile(r"[,;:.!?…(—–“”\"\n\r][”’\"')]*")


def with_estimates(
    text: str,
    document_id: str,
    ranges: Sequence[tuple[int, int]],
    quoted: Sequence[Quotation],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """Return `found` with the estimates that it lacks, in the paragraphs `ranges` and outside of quotation marks.

    Where words of the clause belong to an attribution, all stays as it is.
    """
    taken = [span for each in found for span in each.spans]
    made = [each for start, end in ranges for each in _estimates(text, document_id, start, end)]
    return [*found, *(each for each in made if not _is_told(each, taken, quoted))]


def _is_told(made: Attribution, taken: Sequence[Span], quoted: Sequence[Quotation]) -> bool:
    before = bisect_right(quoted, made.cue[0].start, key=lambda q: q.start) - 1
    if before >= 0 and made.cue[0].start < quoted[before].end:
        return True
    return any(span.start < made.content[0].end and made.start < span.end for span in taken)


def _estimates(text: str, document_id: str, start: int, end: int) -> Iterator[Attribution]:
    for verb in _VERB.finditer(text, start, end):
        content = _content().match(text, verb.end(), end)
        source = _subject(text, start, verb.start())
        if content and source:
            yield Attribution(
                document_id=document_id,
                source=(source,),
                cue=(Span.of(text, *verb.span("cue")),),
                content=(Span.of(text, *content.span("content")),),
                form=Form.INDIRECT,
                confidence=RULED,
            )


def _subject(text: str, start: int, end: int) -> Span | None:
    """Return the words from the clause's beginning to its verb at `end`, None where they are no subject."""
    begin = max(start, end - _REACH)
    whole = begin == start
    for mark in _BREAK.finditer(text, begin, end):
        begin, whole = mark.end(), True
    words = text[begin:end].strip(" \u00a0")
    folded = words.casefold().split()
    if not whole or not 0 < len(folded) <= _LONGEST or _words("no_subject") & set(folded):
        return None
    at = text.index(words, begin)
    return Span.of(text, at, at + len(words))


@cache
def _content() -> re.Pattern[str]:
    """Return what matches the thing, "at" and the figure, up to the end of the clause."""
    measures, about, numbers, ending = (
        "|".join(sorted(_words(name))) for name in ("measures", "about", "numbers", "ending")
    )
    word = rf"(?!at\b)[\w’'-]+{_S}"
    figure = rf"(?:[$€£¥]?\d(?:[.,]?\d)*|(?:{numbers})\b)(?:{_S}in{_S}(?:\d|(?:{numbers})\b))?"
    rest = r"(?:[^;:!?\n\r“”\"()—–,.]|[,.](?=\d)){0,80}?"
    return re.compile(
        rf"{_S}(?P<content>(?:{word}){{1,6}}?(?:{measures}){_S}(?:{word}){{0,6}}at{_S}"
        rf"(?:(?:{about}){_S}){{0,4}}{figure}{rest})"
        rf"(?={_S}(?:{ending})\b|{_S}*(?:[,.](?!\d)|[;:!?\n\r“”\"()—–]|$))"
    )


@cache
def _words(name: str) -> frozenset[str]:
    table = tomllib.loads((files("onrecord") / "resources" / "estimates.toml").read_text(encoding="utf-8"))
    return frozenset(table[name].split())
