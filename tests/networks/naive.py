"""Networks computed from their definitions, pair by pair: what the fast ones are compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product

from onrecord.networks import Aggregation, Coded, Normalization

Cells = Counter[tuple[str, str, int]]


def cells(statements: Sequence[Coded]) -> Cells:
    """Return how often each actor says each thing of each issue: yes 1, no 0."""
    return Counter(
        (str(coded.values["actor"]), str(coded.values["issue"]), int(bool(coded.values["agree"])))
        for coded in statements
        if coded.values["actor"] and coded.values["issue"]
    )


def one_mode(found: Cells, aggregation: Aggregation, normalization: Normalization) -> dict[tuple[str, str], float]:
    """Return the weight of each pair of actors that is not 0."""
    actors, issues = sorted({key[0] for key in found}), sorted({key[1] for key in found})
    weights = {}
    for one, other in product(actors, actors):
        if one < other:
            weight = sum(
                found[one, issue, a] * found[other, issue, b] * counts(aggregation, a, b)
                for issue, a, b in product(issues, (0, 1), (0, 1))
            )
            by = divisor(found, normalization, one, other, issues)
            if weight and by:
                weights[one, other] = weight / by
    return weights


def counts(aggregation: Aggregation, a: int, b: int) -> int:
    """Return what two statements count for each other."""
    return {
        Aggregation.IGNORE: 1,
        Aggregation.CONGRUENCE: int(a == b),
        Aggregation.CONFLICT: int(a != b),
        Aggregation.SUBTRACT: 1 if a == b else -1,
    }[aggregation]


def divisor(found: Cells, normalization: Normalization, one: str, other: str, issues: Sequence[str]) -> float:
    """Return what a weight is divided by."""
    of_one, of_other = (sum(n for key, n in found.items() if key[0] == actor) for actor in (one, other))
    if normalization is Normalization.AVERAGE:
        return (of_one + of_other) / 2
    if normalization is Normalization.COSINE:
        return of_one * of_other
    if normalization is Normalization.JACCARD:
        pairs = [(found[one, issue, k], found[other, issue, k]) for issue, k in product(issues, (0, 1))]
        alone = sum(a for a, b in pairs if not b) + sum(b for a, b in pairs if not a)
        return alone + sum(a * b for a, b in pairs)
    return 1
