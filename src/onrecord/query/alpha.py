"""Krippendorff's alpha: agreement beyond chance, for values and for ranges of a text.

Values: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), repository.upenn.edu/asc_papers/43, any
number of coders, values missing or not. Ranges: Krippendorff, Content Analysis, 2nd edition (2004), 11.6, pages
251-256: alpha for unitizing. Tests hold both to the examples printed there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import TypeVar

V = TypeVar("V", bound=Hashable)
Distance = Callable[[V, V], float]
"""How far apart two values are, squared as the metric asks; 0 for equals."""
Units = Sequence[tuple[int, int]]
"""Ranges ``[start, end)`` that one coder marked, in order, apart from one another."""


def nominal(one: object, other: object) -> float:
    """Return 0 for equal values, else 1."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """Return the squared difference of two numbers."""
    return float((one - other) ** 2)


def ordinal(counts: Mapping[float, float]) -> Distance[float]:
    """Return the distance of ranks, from how often each rank was given (2011, section F)."""
    ranks = sorted(counts)

    def distance(one: float, other: float) -> float:
        low, high = sorted((one, other))
        between = sum(counts[rank] for rank in ranks if low <= rank <= high)
        return float((between - (counts[low] + counts[high]) / 2) ** 2) if low != high else 0.0

    return distance


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return what two sets of places do not share, as a part of all they hold (Jaccard): 0 to 1."""
    return 1.0 - len(one & other) / len(one | other) if one | other else 0.0


def pairable(coded: Iterable[Sequence[V]]) -> list[Sequence[V]]:
    """Return the units that at least two coders gave a value."""
    return [values for values in coded if len(values) > 1]


def alpha(coded: Iterable[Sequence[V]], distance: Distance[V] = nominal) -> float | None:
    """Return alpha of the values that coders gave to each unit: 1 is agreement, 0 is chance, less is worse than chance.

    None where nothing can be said: fewer than two coders of any unit, or values that never differ.
    """
    units = pairable(coded)
    counts = Counter(value for values in units for value in values)
    total = counts.total()
    # The sum over all pairs of values met anywhere: what chance would give.
    expected = sum(counts[a] * counts[b] * distance(a, b) for a in counts for b in counts)
    if not expected:
        return None
    observed = sum(sum(distance(a, b) for a, b in permutations(values, 2)) / (len(values) - 1) for values in units)
    return 1.0 - (total - 1) * observed / expected


def counts_of(coded: Iterable[Sequence[V]]) -> Counter[V]:
    """Return how often each value was given to units that can be compared."""
    return Counter(value for values in pairable(coded) for value in values)


def unitizing_alpha(length: int, coders: Sequence[Units]) -> float | None:
    """Return alpha of the ranges that coders marked in a text of `length`; None where none is marked or can be.

    Ranges that overlap differ by the squares of how far their beginnings and their ends are apart; one that lies in
    a gap of the other coder by the square of its length.
    """
    parted = [_parted(length, units) for units in coders]
    number = len(coders)
    marked = sum(len(units) for units in coders)
    if number < 2 or not marked:
        return None
    observed = sum(_apart(*one, *other) for a, b in permutations(parted, 2) for one in a for other in b) / (
        number * (number - 1) * length**2
    )
    expected = _by_chance(length, parted, marked)
    return 1.0 - observed / expected if expected else None


_Section = tuple[int, int, bool]
"""Where a section begins, how long it is, and whether it is marked or a gap."""


def _parted(length: int, units: Units) -> list[_Section]:
    """Return the whole text as sections, marked ones and gaps."""
    sections, at = list[_Section](), 0
    for start, end in units:
        if start > at:
            sections.append((at, start - at, False))
        sections.append((start, end - start, True))
        at = end
    return [*sections, (at, length - at, False)] if at < length else sections


def _apart(b1: int, l1: int, is1: bool, b2: int, l2: int, is2: bool) -> float:
    if is1 and is2:
        return (b1 - b2) ** 2 + (b1 + l1 - b2 - l2) ** 2 if b1 < b2 + l2 and b2 < b1 + l1 else 0.0
    if is1 and b2 <= b1 and b1 + l1 <= b2 + l2:
        return float(l1**2)
    if is2 and b1 <= b2 and b2 + l2 <= b1 + l1:
        return float(l2**2)
    return 0.0


def _by_chance(length: int, parted: Sequence[Sequence[_Section]], marked: int) -> float:
    """Return the difference to expect were the sections of all coders combined at random."""
    lengths = [size for sections in parted for _, size, is_unit in sections if is_unit]
    gaps = [size for sections in parted for _, size, is_unit in sections if not is_unit]
    total = sum(
        (marked - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
        + size**2 * sum(gap - size + 1 for gap in gaps if gap >= size)
        for size in lengths
    )
    whole = len(parted) * length
    ways = whole * (whole - 1) - sum(size * (size - 1) for size in lengths)
    return 2 / length * total / ways if ways else 0.0
