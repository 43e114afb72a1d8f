"""Which of the found statements is which of the labelled ones, as ``score/statements.py`` has it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

SAME = 0.5
"""The least share of common words (Jaccard) of what is the same."""


def matched(golds: Sequence[AbstractSet[int]], mine: Sequence[AbstractSet[int]]) -> dict[int, int]:
    """Return for each of `golds` that is found which of `mine` it is, the best matches first.

    Each is matched at most once; of equal matches the first in order counts.
    """
    pairs = sorted(
        ((len(a & b) / len(a | b), -i, -j) for i, a in enumerate(golds) for j, b in enumerate(mine) if a & b),
        reverse=True,
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for jaccard, i, j in pairs:
        if jaccard >= SAME and -i not in found and -j not in taken:
            found[-i] = -j
            taken.add(-j)
    return found
