"""Whether two names may be of one: "the U.N. Security Council" and "the United Nations", "Lorn" and "Hedda Lorn"."""

from __future__ import annotations

from functools import lru_cache

from onrecord.text.differences.keys import keys
from onrecord.text.differences.lexicon import wording
from onrecord.text.folding import COURTESY, fold_name

_EMPTY = frozenset({"the", "a", "an", "of", "at", "in", "on", "to", "for", "and", "his", "her", "their", "its"})


def may_be_one(a: str, b: str) -> bool:
    """Return whether one name's words are all among the other's, short forms and names of an audience as one.

    Nothing is known of names without a word that tells anything: they count as the same.
    """
    one, two = _words(a), _words(b)
    return one <= two or two <= one


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    """Return the words that tell something in `name`, each audience by its first name."""
    spelt = [key for word in name.split() for key in keys(word.strip(".,;:’'\"“”()") or "a")]
    folded = [word for key in spelt for word in fold_name(key).split()]
    found: set[str] = set()
    at = 0
    while at < len(folded):
        size = next((n for n in (3, 2, 1) if tuple(folded[at : at + n]) in wording().audiences), 0)
        found.add(wording().audiences[tuple(folded[at : at + size])] if size else folded[at])
        at += size or 1
    return frozenset(found - _EMPTY - COURTESY)
