"""Names folded to the form in which two spellings of one name are equal."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_TITLES = """
mr mrs ms miss mx dr prof professor sir dame lord lady hon rev fr sen senator rep gov gen lt col maj capt sgt adm amb
sheikh shaikh hajj
"""
COURTESY = frozenset(_TITLES.split())
"""Words that stand before a name and are no part of it. Offices ("president", "king") are left to who reads roles."""

ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady"})
"""Those of them that tell neither an office nor a trade."""

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h", "ŧ": "t"}
)
"""Letters that Unicode does not decompose into a base letter and a mark."""
# Ayn, hamza and every kind of apostrophe join what they part: O'Neill, Ma'an, Laʻauli.
_JOINING = str.maketrans("", "", "'’‘ʻʼʿʾ`´′.")
_PARTING = re.compile(r"[\W_]+")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_ARTICLE = "the"


def fold_name(name: str) -> str:
    """Return `name` without case, accents, marks and courtesy titles, its words parted by single spaces.

    "Mr. Kim Jong-un" and "Kim Jong Un" are both "kim jong un", "Zelenskyy's" is "zelenskyy", "U.S."
    and "US" are both "us", "J. D. Vance" and "JD Vance" are both "jd vance". A leading "the" and a
    possessive ending fall away. "Jr." and numerals stay: they tell father from son. A name that is
    nothing but such words keeps them ("The Hon."), so only a name without a letter or digit folds to "".
    Folding twice changes nothing. Linear in the length of `name`.
    """
    words = _words(_plain(name))
    first = 0
    while first < len(words) - 1 and (words[first] in COURTESY or words[first] == _ARTICLE):
        first += 1
    return " ".join(words[first:])


def _plain(name: str) -> str:
    """Return `name` in lower case without accents, ASCII in the quick way."""
    name = _POSSESSIVE.sub("", name.strip())
    if name.isascii():
        return name.lower()
    apart = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.casefold().translate(LETTERS)


def _words(plain: str) -> list[str]:
    """Return the words; single letters that follow one another are one word."""
    words = _PARTING.sub(" ", plain.replace("&", " and ").translate(_JOINING)).split()
    found: list[str] = []
    for single, run in groupby(words, key=lambda word: len(word) == 1 and word.isalpha()):
        together = list(run)
        found += ["".join(together)] if single else together
    return found
