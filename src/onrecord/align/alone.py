"""Pairs that are each other's only likely telling in two articles: what links them may be a little weaker."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.align.attachment import Pair
from onrecord.align.comparison import Compared
from onrecord.align.features import says_contrary
from onrecord.align.prepared import Prepared
from onrecord.record import Told

LEAST = 0.28
"""The chance from which such a pair is linked; all others need the scorer's own threshold (decision 0017)."""

AHEAD = 2.0
"""By how much its chance is that of the next likely pair of either statement in the other's article, at least."""


def alone(
    pairs: Sequence[Compared], home: Mapping[str, int], linked: Collection[Pair], told: Mapping[str, Told]
) -> Iterator[Compared]:
    """Yield the pairs of one occasion that are each other's only likely telling in two articles, which no link joins.

    Nor are those that say the contrary of one another. `home` is the occasion of each statement, `linked` the pairs
    that are linked already. The order of the pairs does not matter.
    """
    held = {key for a, b in linked for key in ((a, told[b].document_id), (b, told[a].document_id))}
    chances: dict[tuple[str, str], list[float]] = {}
    across = [pair for pair in pairs if _across(pair, home, told)]
    for pair in across:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            chances.setdefault((one, told[other].document_id), []).append(pair.link)
    for pair in across:
        keys = ((pair.a, told[pair.b].document_id), (pair.b, told[pair.a].document_id))
        if pair.link < LEAST or held & set(keys) or not all(_leads(pair.link, chances[key]) for key in keys):
            continue
        # A negation elsewhere in either may hide from the scorer which of two contraries is meant.
        if not says_contrary(Prepared(told[pair.a]), Prepared(told[pair.b])):
            yield pair


def _across(pair: Compared, home: Mapping[str, int], told: Mapping[str, Told]) -> bool:
    """Return whether a pair is of one occasion and of two articles."""
    together = home.get(pair.a, -1) == home.get(pair.b, -2)
    return together and told[pair.a].document_id != told[pair.b].document_id


def _leads(chance: float, chances: Sequence[float]) -> bool:
    """Return whether a chance, one of several, is the highest and well ahead of the next."""
    ordered = sorted(chances, reverse=True)
    return chance == ordered[0] and (len(ordered) == 1 or chance >= AHEAD * ordered[1])
