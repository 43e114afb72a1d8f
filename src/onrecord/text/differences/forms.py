"""Whether two runs of words are the same words in other forms."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.text.differences.spelling import transcribed
from onrecord.text.differences.words import Word


def alike(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Return whether both are the same words, written apart or together, transcribed, or with letters put out."""
    if _same(a) == _same(b):
        return True
    if len(a) != len(b):
        return False
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x.key != y.key]
    return all(transcribed(x.text) == y.key or transcribed(y.text) == x.key or masks(x.key, y.key) for x, y in pairs)


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
