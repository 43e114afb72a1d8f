"""Pairs → occasions: statements gathered so that those of one occasion agree on the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

APART = 0.02
"""The chance of one occasion for two statements that were not compared, since nothing lets them be aligned."""


def clusters(
    chances: Mapping[tuple[str, str], float], least: float, forced: Iterable[tuple[str, str]] = ()
) -> list[tuple[str, ...]]:
    """Return the clusters of two or more, each sorted, in order.

    `chances` are by pairs, the smaller first. Pairs of `least` or more join the clusters that they are in, the surest
    first, where the mean chance over all pairs across stays `least` or more (average linkage). `forced` pairs are
    joined before, whatever their chance. The same for any order of the input.
    """
    found = _Gathering(chances)
    for a, b in sorted(forced):
        found.join(a, b)
    sure = ((chance, pair) for pair, chance in chances.items() if chance >= least)
    for _, (a, b) in sorted(sure, key=lambda entry: (-entry[0], entry[1])):
        if found.mean(a, b) >= least:
            found.join(a, b)
    return sorted(tuple(sorted(members)) for members in found.members.values() if len(members) > 1)


class _Gathering:
    """Clusters on their way, with the sums of chances between them."""

    def __init__(self, chances: Mapping[tuple[str, str], float]) -> None:
        self.root: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self.sums: dict[str, dict[str, float]] = {}
        for (a, b), chance in sorted(chances.items()):
            for one, other in ((a, b), (b, a)):
                self._add(one)
                self.sums[one][other] = chance - APART

    def _add(self, one: str) -> None:
        if one not in self.root:
            self.root[one], self.members[one], self.sums[one] = one, [one], {}

    def mean(self, a: str, b: str) -> float:
        """Return the mean chance across the clusters of `a` and `b`, 0 where they are one already."""
        ours, theirs = self.root[a], self.root[b]
        if ours == theirs:
            return 0.0
        return APART + self.sums[ours].get(theirs, 0.0) / (len(self.members[ours]) * len(self.members[theirs]))

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
        for other, total in self.sums.pop(gone).items():
            self.sums[other].pop(gone)
            if other != kept:
                self.sums[kept][other] = self.sums[other][kept] = self.sums[kept].get(other, 0.0) + total
