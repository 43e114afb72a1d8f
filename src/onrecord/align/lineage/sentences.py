"""The sentences of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.align.lineage.prose import words_in
from onrecord.record import SPOKEN_REGIONS, Document

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])")
_NO_END = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Capt|Maj|Sgt|Adm|St|Jr|Sr|Prof|Rev|Hon|No|vs|Jan|Feb"
    r"|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.\s*$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at ``[start, end)`` of a document's text, and its words, folded."""

    start: int
    end: int
    words: tuple[str, ...]


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of `document`, headline and all, in order; none runs past the end of its paragraph."""
    found = []
    for region in document.regions:
        if region.kind in SPOKEN_REGIONS:
            for start, end in _cut(document.text, region.start, region.end):
                words = tuple(words_in(document.text, start, end))
                if words:
                    found.append(Sentence(start, end, words))
    return tuple(found)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        if not _NO_END.search(text, max(start, match.start() - 5), match.start() + 1):
            yield start, match.start() + len(match[0].rstrip())
            start = match.end()
    yield start, end
