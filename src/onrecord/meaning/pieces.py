"""Texts cut into words, and words into the pieces whose vectors are known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+")
_MARKS = str.maketrans(dict.fromkeys("’‘“”–—…\u00a0", " "))
"""What stands in nearly every text that is not ASCII, and changes nothing: no letters."""

_LONGEST = 100
"""Letters from which a run is no word: the encoder's own tokeniser gives up there too."""


def words(text: str) -> list[str]:
    """Return the words of `text` in order: runs of letters and digits, in lower case, without accents.

    "Verek's U.S. visit" is verek, s, u, s, visit. Linear in the length of `text`.
    """
    return _WORD.findall(plain(text))


def plain(text: str) -> str:
    """Return `text` in lower case without accents, what has none in the quick way."""
    if text.isascii() or text.translate(_MARKS).isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def pieces(word: str, rows: Mapping[str, int]) -> list[int]:
    """Return the rows of the longest pieces that make `word`, from its beginning on; [] where it can't be made.

    WordPiece (Schuster and Nakajima 2012), as BERT reads it: pieces within a word begin with ``##``. Each stretch
    of a word that is no piece is tried a letter shorter, so a word longer than 100 letters is left out.
    """
    found: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST:
        row, end = _longest(word, start, rows)
        if row is None:
            return []
        found.append(row)
        start = end
    return found


def _longest(word: str, start: int, rows: Mapping[str, int]) -> tuple[int | None, int]:
    mark = "##" if start else ""
    for end in range(len(word), start, -1):
        row = rows.get(mark + word[start:end])
        if row is not None:
            return row, end
    return None, start
