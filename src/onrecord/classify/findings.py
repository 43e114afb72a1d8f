"""What a court or an inquiry found: its public word, where others who find something need have said nothing."""

from __future__ import annotations

from onrecord.classify.features import listed, main_word, stem, words_in
from onrecord.record import Attribution

_FOUND = frozenset({"found", "finds"})
_STEMS = frozenset(map(stem, _FOUND))
_VERDICT = frozenset({"guilty", "innocent", "nothing"})
_OPENING = 12
"""Words of the content in which its clause shows."""


def is_finding(attribution: Attribution) -> bool:
    """Return whether a court or an inquiry is told to have found that something is so.

    A verdict ("found Lorn guilty") is a deed, and who finds nothing says nothing.
    """
    cue, source = words_in(attribution.cue), words_in(attribution.source)
    if not _FOUND & {*cue} or main_word(cue) not in _STEMS or _head(source) not in listed("bench"):
        return False
    opening = words_in(attribution.content)[:_OPENING]
    return not _VERDICT & set(opening) and (opening[:1] == ["that"] or bool(listed("finite") & set(opening)))


def _head(source: list[str]) -> str:
    """Return the last word of a source before a preposition: court in "the court of appeal in Lorn"."""
    for place, word in enumerate(source):
        if word in ("of", "in", "for", "on", "at", "into", "that", "who", "which"):
            return source[place - 1] if place else ""
    return source[-1] if source else ""
