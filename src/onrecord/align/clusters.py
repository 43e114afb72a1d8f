"""Pairs → occasions: statements gathered so that those of one occasion agree on the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from onrecord.align.attachment import Pair, attached

APART = 0.02
"""The chance of one occasion for two statements that were not compared, since nothing lets them be aligned."""

BASE = 0.7
"""The share of what clusters need to agree that a bond alone cannot make up for."""


def clusters(
    chances: Mapping[Pair, float],
    least: float,
    *,
    bonds: Mapping[Pair, float] = MappingProxyType({}),
    forced: Iterable[Pair] = (),
    undated: Collection[str] = frozenset(),
) -> list[tuple[str, ...]]:
    """Return the clusters of two or more, each sorted, in order.

    `chances` are by pairs, the smaller first; `bonds` the chances that the two tell one passage of one occasion. The
    pairs of the greatest chance or bond join the clusters that they are in first, where the mean chance over all pairs
    across is `least` or more (average linkage), or the mean of it and of the strongest bond across is, and it is `BASE`
    of that itself. What is then alone, or bound more strongly elsewhere, goes where it is bound (`attached`): the mean
    over a large occasion says little of one statement that quotes another. `forced` pairs are joined before all,
    whatever their chance, and stay together. Pairs that were not compared count as `APART`, except those of `undated`
    statements: little finds these, and nothing is known of the rest. The same for any order of the input.
    """
    found = _Gathering(chances, bonds, undated)
    together = sorted(forced)
    for a, b in together:
        found.join(a, b)
    strength = {pair: max(chance, bonds.get(pair, 0.0)) for pair, chance in chances.items()}
    sure = ((pair, value) for pair, value in strength.items() if value >= least)
    for (a, b), _ in sorted(sure, key=lambda entry: (-entry[1], entry[0])):
        if found.agreement(a, b) >= least:
            found.join(a, b)
    settled = attached(found.members.values(), {**bonds, **dict.fromkeys(together, 1.0)})
    return sorted(tuple(sorted(members)) for members in settled if len(members) > 1)


class _Gathering:
    """Clusters on their way, with the sums of chances between them and their strongest bonds.

    `dated` are how many of each are dated, `met` how many compared pairs across hold a statement that is not.
    """

    def __init__(self, chances: Mapping[Pair, float], bonds: Mapping[Pair, float], undated: Collection[str]) -> None:
        self.undated = undated
        self.root: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self.dated: dict[str, int] = {}
        self.sums: dict[str, dict[str, float]] = {}
        self.met: dict[str, dict[str, int]] = {}
        self.bonds: dict[str, dict[str, float]] = {}
        for (a, b), chance in sorted(chances.items()):
            for one, other in ((a, b), (b, a)):
                self._add(one)
                self.sums[one][other] = chance - APART
                self.met[one][other] = int(a in undated or b in undated)
                self.bonds[one][other] = bonds.get((a, b), 0.0)

    def _add(self, one: str) -> None:
        if one not in self.root:
            self.root[one], self.members[one], self.dated[one] = one, [one], int(one not in self.undated)
            self.sums[one], self.met[one], self.bonds[one] = {}, {}, {}

    def agreement(self, a: str, b: str) -> float:
        """Return how far the clusters of `a` and `b` agree to be one, 0 where they are one already."""
        ours, theirs = self.root[a], self.root[b]
        if ours == theirs:
            return 0.0
        known = self.dated[ours] * self.dated[theirs] + self.met[ours].get(theirs, 0)
        mean = APART + self.sums[ours].get(theirs, 0.0) / max(known, 1)
        return max(mean, min((mean + self.bonds[ours].get(theirs, 0.0)) / 2, mean / BASE))

    def join(self, a: str, b: str) -> None:
        """Make one cluster of two."""
        self._add(a)
        self._add(b)
        kept, gone = sorted((self.root[a], self.root[b]), key=lambda root: (-len(self.members[root]), root))
        if kept == gone:
            return
        for member in self.members[gone]:
            self.root[member] = kept
        self.members[kept] += self.members.pop(gone)
        self.dated[kept] += self.dated.pop(gone)
        bonds, met = self.bonds.pop(gone), self.met.pop(gone)
        for other, total in self.sums.pop(gone).items():
            self.sums[other].pop(gone)
            self.bonds[other].pop(gone)
            self.met[other].pop(gone)
            if other != kept:
                self.sums[kept][other] = self.sums[other][kept] = self.sums[kept].get(other, 0.0) + total
                self.met[kept][other] = self.met[other][kept] = self.met[kept].get(other, 0) + met[other]
                strongest = max(self.bonds[kept].get(other, 0.0), bonds[other])
                self.bonds[kept][other] = self.bonds[other][kept] = strongest
