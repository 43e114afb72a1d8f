"""Words folded to the form in which two spellings of one word are equal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from onrecord.text.differences.lexicon import wording
from onrecord.text.folding import LETTERS

_REWRITTEN = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("ise", "ize"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("yse", "yze"),
    ("metre", "meter"),
    ("litre", "liter"),
)
"""British endings and the American ones; -ise is folded in every word, as both tellings are."""
_OUR = ("our", "or")
_NOT_OUR = ("mourn", "four", "cour", "tour", "sour", "pour", "hour", "your", "flour", "jour")
"""Beginnings of words that the rule -our to -or would make another word ("mourning", "course")."""
_LEAST = 5
_FRACTIONS = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})
_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return `word` without case, accents and the marks of British spelling: "Organisé" is "organize".

    Straight and curly apostrophes are one, stops of abbreviations fall away. Folding twice changes nothing.
    """
    folded = word.casefold().replace("’", "'").replace("ʼ", "'")
    folded = folded.translate(_FRACTIONS) if folded[:1].isdigit() else folded.replace(".", "")
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in apart if not unicodedata.combining(c)).translate(LETTERS)
    stem, ending = (folded[:-2], "'s") if folded.endswith("'s") else (folded, "")
    return _american(stem) + ending


def transcribed(word: str) -> str:
    """Return the key of `word` with its umlauts in two letters: "Jürgen" is "juergen"."""
    return fold_word(word.casefold().translate(_TRANSCRIBED))


def _american(word: str) -> str:
    pairs = wording().pairs
    if word in pairs:
        return pairs[word]
    if word[-1:] == "s" and word[:-1] in pairs:
        return pairs[word[:-1]].removesuffix("s") + "s"
    if len(word) < _LEAST:
        return word
    for british, american in _REWRITTEN:
        for plural in ("", "s"):
            if word.endswith(british + plural):
                word = word.removesuffix(british + plural) + american + plural
    if _OUR[0] in word[2:] and not word.startswith(_NOT_OUR):
        word = word[:2] + word[2:].replace(*_OUR)
    for stem in wording().doubled:
        if word.startswith(stem + "l"):
            return stem + word[len(stem) + 1 :]
    return word
