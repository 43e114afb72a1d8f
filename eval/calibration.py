"""How well stated confidence fits: which attributions are right, and how far their confidence is from that."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

LINKED = 0.5
"""Word sets of contents with at least this Jaccard overlap tell the same, as in linked50."""


def right(scorer: ModuleType, text: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[bool]:
    """Return which of `found` are right by linked50, matched one to one as ``score/attribution.py`` does.

    `scorer` is that file as a module. Raises ValueError where one of `found` has no word in its content,
    which the scorer would leave out.
    """
    words = [match.span() for match in scorer.WORD.finditer(text)]
    theirs, ours = scorer.to_words(gold, words, text), scorer.to_words(found, words, text)
    if len(ours) != len(found):
        raise ValueError("an attribution has no word in its content")
    pairs = sorted(
        (
            (len(g["content"] & p["content"]) / len(g["content"] | p["content"]), -i, -j)
            for i, g in enumerate(theirs)
            for j, p in enumerate(ours)
            if g["content"] & p["content"]
        ),
        reverse=True,
    )
    result, done, taken = [False] * len(found), set(), set()
    for overlap, i, j in pairs:
        if overlap < LINKED or i in taken or j in done:
            continue
        taken.add(i)
        done.add(j)
        g, p = theirs[-i], ours[-j]
        result[-j] = bool(g["source"] & p["source"]) or not (g["source"] or p["source"])
    return result


def calibration_error(confidences: Sequence[float], truths: Sequence[bool], bins: int = 10) -> float:
    """Return the expected calibration error, 0…1, over `bins` of equal width (Naeini et al., AAAI 2015)."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for confidence, true in zip(confidences, truths, strict=True):
        held.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, true))
    gaps = (abs(sum(c - t for c, t in members)) for members in held.values())
    return sum(gaps) / len(truths)


def at_least(least: float, confidences: Sequence[float], truths: Sequence[bool], gold: int) -> tuple[float, float]:
    """Return precision and recall, 0…1, of what has confidence `least` or more, against `gold` attributions."""
    kept = [true for confidence, true in zip(confidences, truths, strict=True) if confidence >= least]
    return sum(kept) / max(len(kept), 1), sum(kept) / gold
