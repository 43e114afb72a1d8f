"""Points as a score from 0 to 1."""

from __future__ import annotations

import math


def as_score(points: float) -> float:
    """Return points as a score: .5 for 0.5 points, where doubt is greatest, .82 where two are taken for one.

    The logistic curve; a figure to put candidates in order by, not a measured chance.
    """
    return round(1 / (1 + math.exp(0.5 - points)), 3)
