"""A document as the words that its lineage is read from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.align.lineage.credits import credits_of, name_key
from onrecord.align.lineage.hashing import Codes, codes_of
from onrecord.align.lineage.topic import Topic, topic
from onrecord.record import SPOKEN_REGIONS, Document, Moment, RegionKind
from onrecord.text.quotations import quotations

_WORD = re.compile(r"\d+(?:[.,]\d+)*+|[^\W\d_]+(?:['’][^\W\d_]+)*+")
_NO_MARKS = str.maketrans("", "", "'’,")

Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]
Places = np.ndarray[tuple[int], np.dtype[np.int64]]
"""Where something begins or ends in a document's text, in code points."""


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """The words of one document's body as numbers, and what is known of where they come from.

    For each word `codes` holds what its folded letters hash to and `quoted` whether it stands in quotation marks.
    `headline` are the codes of the words of headline and standfirst, `topic` is what the document is about, `credits`
    are the folded names of agencies that it credits, `published` and `updated` ISO 8601 as it has them.
    """

    document_id: str
    codes: Codes
    quoted: Flags
    headline: Codes
    topic: Topic
    credits: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None

    @property
    def outlet_key(self) -> str:
        """The outlet's name as credits have it, "" where it is not known."""
        return name_key(self.outlet or "")


def prose(document: Document) -> Prose:
    """Return the words of the body of `document`, in order; of all that may be spoken where it has no body.

    Linear in the length of the text.
    """
    ranges = bodies(document)
    found = [match for start, end in ranges for match in _WORD.finditer(document.text, start, end)]
    above = [r for r in document.regions if r.kind in SPOKEN_REGIONS and (r.start, r.end) not in ranges]
    return Prose(
        document_id=document.id,
        codes=codes_of([folded(match[0]) for match in found]),
        quoted=_quoted(document.text, ranges, [match.start() for match in found]),
        topic=topic(document),
        headline=codes_of([word for r in above for word in words_in(document.text, r.start, r.end)]),
        credits=credits_of(document),
        outlet=document.outlet,
        url=document.url,
        published=_iso(document.published),
        updated=_iso(document.updated),
    )


def bodies(document: Document) -> list[tuple[int, int]]:
    """Return the ranges of the body of `document`; of all that may be spoken where it has no body."""
    body = [(r.start, r.end) for r in document.regions if r.kind is RegionKind.BODY]
    return body or [(r.start, r.end) for r in document.regions if r.kind in SPOKEN_REGIONS]


def places(document: Document) -> tuple[Places, Places]:
    """Return where the words of :func:`prose` begin and end in the text of `document`."""
    found = [m for start, end in bodies(document) for m in _WORD.finditer(document.text, start, end)]
    return np.array([m.start() for m in found], np.int64), np.array([m.end() for m in found], np.int64)


def words_in(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the words of ``text[start:end]``, folded: runs of letters, and numbers, "1,200" being the number 1200."""
    return (folded(match[0]) for match in _WORD.finditer(text, start, end))


def folded(word: str) -> str:
    """Return `word` without case, accents, apostrophes and commas."""
    if not word.isascii():
        apart = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return word.casefold().translate(_NO_MARKS)


def _quoted(text: str, ranges: Sequence[tuple[int, int]], starts: Sequence[int]) -> Flags:
    flags = np.zeros(len(starts), dtype=np.bool_)
    for quotation in quotations(text, ranges):
        first, last = np.searchsorted(starts, (quotation.inner_start, quotation.inner_end))
        flags[first:last] = True
    return flags


def _iso(moment: Moment | None) -> str | None:
    return moment.iso if moment else None
