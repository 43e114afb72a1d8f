"""Transcripts: paragraphs that begin with who speaks, in capitals, and a colon ("LORN: We will wait.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.extract.form import form_of
from onrecord.record import Attribution, Span
from onrecord.text.quotations import Quotation

Ranges = Sequence[tuple[int, int]]

_LABEL = re.compile(
    r"[“\"]?(?P<source>(?:[A-Z]{2,}|[A-Z]\.)(?:[ .’'-]{1,2}(?:[A-Z]{2,}|[A-Z]\.?)){0,5})"
    r"(?: \([^)\n]{1,40}\))?(?P<cue>:)[ \t\u00a0]+(?=\S+ \S+ \S+)"
)
"""A speaker's label at the beginning of a paragraph, and three words or more after it."""

SURE = 0.9
"""Confidence of a speech in a transcript. On PolNeAR all 10 of dev, and 13 of train's 13 in dialogues, are marked."""


def with_transcript(
    text: str, document_id: str, ranges: Ranges, quoted: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """Return `found` with the speeches of a transcript that are missing in it.

    A text is one where two labels or more, each twice or more, begin paragraphs: "UPDATE:" alone makes none.
    """
    labels = list(_labels(text, ranges))
    often = {label for label, number in Counter(match["source"] for match, _ in labels).items() if number > 1}
    if len(often) < 2:
        return list(found)
    heard = {span.start for attribution in found for span in attribution.cue}
    missing = [
        _speech(text, document_id, match, end, quoted)
        for match, end in labels
        if match["source"] in often and match.start("cue") not in heard
    ]
    return [*found, *missing]


def _labels(text: str, ranges: Ranges) -> Iterator[tuple[re.Match[str], int]]:
    for start, end in ranges:
        match = _LABEL.match(text, start, end)
        if match is not None:
            yield match, end


def _speech(text: str, document_id: str, match: re.Match[str], end: int, quoted: Sequence[Quotation]) -> Attribution:
    content = text[match.end() : end].rstrip()
    spans = (Span.of(text, match.end(), match.end() + len(content)),)
    return Attribution(
        document_id=document_id,
        source=(Span.of(text, *match.span("source")),),
        cue=(Span.of(text, *match.span("cue")),),
        content=spans,
        form=form_of(spans, text, quoted),
        confidence=SURE,
    )
