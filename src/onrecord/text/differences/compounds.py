"""Words written apart in one telling and together in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.words import Break, Word

_LONG = 6
"""Letters from which a word may be two: shorter ones are too often two words by chance."""


def compounded(words: Sequence[Word], beside: Sequence[Word]) -> Sequence[Word]:
    """Return `words`, two of them as one where `beside` has them as one: "coast guard" and "coastguard"."""
    known, single = {w.key for w in beside}, {w.key for w in words}
    known = {key for key in known - single if len(key) >= _LONG}
    if not known:
        return words
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else word
        key = last.key + word.key
        if key in known and found and not last.mark.strip("-–") and _one(last, word):
            found[-1] = replace(last, end=word.end, text=f"{last.text} {word.text}", key=key, mark=word.mark)
        else:
            found.append(word)
    return found


def _one(last: Word, word: Word) -> bool:
    """Return whether two words may be one: nothing parts them, and neither is one that means much by itself."""
    apart = word.before is not Break.NONE or last.quote != word.quote or last.start == word.start
    return not apart and not {last.key, word.key} & (wording().negations | wording().common)
