"""A statement's words as they are compared: folded, stemmed, with what stands between quotation marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from onrecord.record import Told

LONGEST = 400
"""Words of a statement that are compared, at most: a speech in full would cost too much, and its start tells enough."""

GAP = " … "
"""What `Told.words` puts between two parts."""

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
"""A word as tellings are compared by: with its apostrophes, hyphens and dots."""
_APOSTROPHE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement: without case and accents, its stem, its range in `Told.words`, whether it is quoted."""

    folded: str
    stem: str
    start: int
    end: int
    quoted: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a statement, at most `LONGEST`, and the ranges of them that one pair of quotation marks holds."""

    all: tuple[Word, ...]
    runs: tuple[tuple[int, int], ...]

    @property
    def folded(self) -> tuple[str, ...]:
        """The folded words in their order."""
        return tuple(word.folded for word in self.all)


def fold(word: str) -> str:
    """Return a word without case, accents and possessive ending."""
    plain = word.translate(_APOSTROPHE).casefold()
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.removesuffix("'s").replace(".", "") if not plain[:1].isdigit() else plain.removesuffix("'s")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what the forms of an English word share, roughly: "denied", "denies" and "deny" are "deni"."""
    for ending in ("ations", "ation", "ings", "ing", "ions", "ion", "ies", "ied", "edly", "ed", "es", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return (
        word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word.removesuffix("e") if len(word) > 4 else word
    )


def words(told: Told) -> Words:
    """Return the words of a statement as they are compared."""
    found: list[Word] = []
    runs: list[tuple[int, int]] = []
    offset = 0
    for part in told.parts:
        matches = list(WORD.finditer(part.words))
        first = len(found)
        for match in matches:
            quoted = any(start <= match.start() < end for start, end in part.quoted)
            folded = fold(match[0])
            capital = match[0][0].isupper()
            found.append(Word(folded, stem(folded), offset + match.start(), offset + match.end(), quoted, capital))
        for start, end in part.quoted:
            inside = [first + i for i, match in enumerate(matches) if start <= match.start() < end]
            if inside:
                runs.append((inside[0], inside[-1] + 1))
        offset += len(part.words) + len(GAP)
    kept = tuple((a, min(b, LONGEST)) for a, b in runs if a < LONGEST)
    return Words(tuple(found[:LONGEST]), kept)
