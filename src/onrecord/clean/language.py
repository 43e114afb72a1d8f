"""The language of a text."""

from __future__ import annotations

import re

SAMPLE_CHARS = 10_000
"""Characters of the body looked at: more changed no answer on the corpora."""
LEAST_LETTERS = 60
"""Letters below which a text is too short to tell, and only what the page says counts."""
MARGIN = 5.0
"""Lead of the likeliest language over the next, natural logarithm, from which it goes before what the page says."""

_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?")


def language_of(text: str, *, given: str | None = None, stated: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, None if it cannot be told.

    `given` is the user's word and is final; `stated` is the page's and counts where the text is
    short or py3langid is not sure.
    """
    if given:
        return given
    match = _CODE.fullmatch((stated or "").strip())
    said = match.group(1).lower() if match else None
    sample = text[:SAMPLE_CHARS]
    if len(_LETTER.findall(sample)) < LEAST_LETTERS:
        return said
    code, sure = _identify(sample)
    return code if sure or said is None else said


def _identify(text: str) -> tuple[str, bool]:
    """Return the likeliest language, and whether it is `MARGIN` likelier than the next."""
    from py3langid import rank

    ranked = rank(text)
    return str(ranked[0][0]), float(ranked[0][1]) - float(ranked[1][1]) >= MARGIN
