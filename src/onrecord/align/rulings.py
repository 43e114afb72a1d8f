"""What people judged of pairs of statements: that they tell the same passage, or that they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from onrecord.record import Judgement, JudgementKind

Pair = tuple[str, str]
"""Two ids of statements, the smaller first."""


def rulings(judgements: Iterable[Judgement]) -> Mapping[Pair, bool]:
    """Return for each pair of statements that people judged whether they are the same, by the latest judgement of it.

    Judgements SAME and DIFFERENT hold for each pair of their subjects; those that one WITHDRAWN later names do not
    count, others are ignored. The same in whichever order they are given.
    """
    found: dict[Pair, bool] = {}
    withdrawn: set[str] = set()
    for judgement in sorted({j.id: j for j in judgements}.values(), key=lambda j: j.order, reverse=True):
        if judgement.id in withdrawn:
            continue
        if judgement.kind is JudgementKind.WITHDRAWN:
            withdrawn.update(judgement.subjects)
        elif judgement.kind in (JudgementKind.SAME, JudgementKind.DIFFERENT):
            for a, b in combinations(sorted(set(judgement.subjects)), 2):
                found.setdefault((a, b), judgement.kind is JudgementKind.SAME)
    return found
