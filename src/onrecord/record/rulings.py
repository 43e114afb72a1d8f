"""What people's judgements of tellings come to: of which pairs of statements they say that they tell the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, product

from onrecord.record.judgement import Judgement, JudgementKind

Pair = tuple[str, str]
"""Two ids of statements, the smaller first."""


def tellings_ruled(made: Iterable[Judgement]) -> dict[Pair, bool]:
    """Return for each pair that was judged whether the two tell the same passage.

    `made` are judgements in force, in the order of the log: of two that contradict one another the later one holds.
    """
    ruled: dict[Pair, bool] = {}
    for judgement in made:
        if judgement.kind is JudgementKind.TOLD_SAME:
            ruled |= dict.fromkeys(combinations(sorted(set(judgement.subjects)), 2), True)
        elif judgement.kind is JudgementKind.TOLD_APART:
            rest = set(judgement.subjects) - set(judgement.apart)
            ruled |= {(min(pair), max(pair)): False for pair in product(judgement.apart, rest)}
    return ruled
