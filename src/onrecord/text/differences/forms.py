"""Whether two runs of words are the same words in other forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.spelling import transcribed
from onrecord.text.differences.words import Word

_POSSESSIVE = re.compile(r"[’'ʼ]s$")


def alike(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Return whether both are the same words, written apart, together or otherwise, short, or with letters put out."""
    if _same(a) == _same(b) or initials(a, b) or initials(b, a):
        return True
    if any(_roman(w) for w in (*a, *b)) and _plain(a) == _plain(b):
        return True
    if len(a) != len(b):
        return False
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x.key != y.key]
    return all(transcribed(x.text) == y.key or transcribed(y.text) == x.key or _fit(x.key, y.key) for x, y in pairs)


def _fit(a: str, b: str) -> bool:
    """Return whether one key is the other with letters put out, or a decade without its century."""
    long, short = sorted((a, b), key=len, reverse=True)
    return masks(a, b) or (short[0] == "#" and short[-1] == "s" and long[-1] == "s" and long.endswith(short[1:]))


def initials(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Return whether `short` is one word of the initials of `long`: "IMF", "the International Monetary Fund"."""
    words = [w.text for w in long if w.key not in wording().common]
    if len(short) != 1 or len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    letters, possessive = _POSSESSIVE.sub("", short[0].text), bool(_POSSESSIVE.search(short[0].text))
    fits = letters.replace(".", "") == "".join(word[0] for word in words)
    return fits and possessive == bool(_POSSESSIVE.search(words[-1]))


def _roman(word: Word) -> bool:
    return word.key[0] == "#" and word.text.isalpha() and word.text.isupper()


def _plain(words: Sequence[Word]) -> list[str]:
    """Return the keys of `words`, "the Third" as "3"."""
    return [w.key.removesuffix(".") for w in words if w.key != "the"]


def _same(words: Sequence[Word]) -> str:
    """Return `words` as one run of letters and digits, equal for forms that sound alike: "2 p.m." and "2pm"."""
    forms = [{"has": "is", "had": "would"}.get(w.key, w.key).replace("'s", "is") for w in words]
    return "".join(forms).replace("unitedstates", "us").replace("#", "")


def masks(a: str, b: str) -> bool:
    """Return whether one word is the other with letters put out: "g------" and "goddamn"."""
    masked, plain = (a, b) if "*" in a or "--" in a else (b, a)
    first, _, rest = masked.replace("-", "*").partition("*")
    last = rest.strip("*")
    return first != masked and plain.startswith(first) and plain[len(first) :].endswith(last)
