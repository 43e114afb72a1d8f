"""Sentences of a document, and noun phrases read word by word, without a grammar."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.record import Document, Region, RegionKind

_STOP = re.compile(
    r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr)\.)(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col)\.)(?<!\bProf\.)"
    r"[\"”’')]{0,3}\s{1,9}(?=[\"“‘'(]?[A-Z0-9])"
)
_WORD = re.compile(r"[^\W_]+(?:[’'.&/-][^\W_]+)*(?:’|'(?=s?\s))?\.?|&")
_SHORT = re.compile(r"(?:[^\W\d_]\.)+|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Capt|Prof|Rev|U\.S)\.")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a document, region by region; no sentence runs past a line's end."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, kinds: Collection[RegionKind] = frozenset(RegionKind)) -> Sentences:
        """Return the sentences of the regions of these kinds in order, by default of all."""
        return _sentences(document.text, document.regions, frozenset(kinds))

    def at(self, position: int) -> tuple[int, int]:
        """Return the half-open range of the sentence that holds `position`, empty outside of all."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or position >= self.ends[index]:
            return position, position
        return self.starts[index], self.ends[index]

    def index(self, position: int) -> int:
        """Return which sentence starts last at or before `position`, -1 before the first."""
        return bisect_right(self.starts, position) - 1


@lru_cache(maxsize=2)
def _sentences(text: str, regions: tuple[Region, ...], kinds: frozenset[RegionKind]) -> Sentences:
    """Return the sentences of a text; kept for the document under way, since half a dozen parts ask."""
    ranges = [
        pair
        for region in regions
        if region.kind in kinds
        for line in re.finditer(r"[^\r\n]+", text[region.start : region.end])
        for pair in _split(text, region.start + line.start(), region.start + line.end())
    ]
    return Sentences(tuple(start for start, _ in ranges), tuple(end for _, end in ranges))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        yield start, stop.end()
        start = stop.end()
    yield start, end


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``[start, end)`` of a text; a final stop belongs to it only in an abbreviation."""

    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        """The word without a possessive ending."""
        return _POSSESSIVE.sub("", self.text)

    @property
    def key(self) -> str:
        """The word case folded, without a possessive ending."""
        return self.bare.casefold()

    @property
    def possessive(self) -> bool:
        """Whether the word ends as a possessive does."""
        return bool(_POSSESSIVE.search(self.text))

    @property
    def capital(self) -> bool:
        """Whether the word begins with an upper-case letter."""
        return self.text[:1].isupper()


def words(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of ``text[start:end]``, marks left out."""
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if word.endswith(".") and not _SHORT.fullmatch(word):
            word = word[:-1]
        yield Word(match.start(), match.start() + len(word), word)


def adjoined(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words from `start` on as long as only white space stands between them; none past `end`.

    An abbreviation in brackets is passed over: the National Dairy Union (NDU) meeting.
    """
    position = start
    for word in words(text, start, end):
        gap = text[position : word.start]
        if gap == " (" and word.text.isupper() and text.startswith(")", word.end):
            position = word.end + 1
            continue
        if len(gap) > 2 or gap.strip(" \u00a0"):
            return
        yield word
        position = word.end
