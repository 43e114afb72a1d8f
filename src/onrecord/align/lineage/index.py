"""Which documents are compared with which: those that share fingerprints, and of many only the least."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

SHARED = 2
"""Fingerprints that two documents must share before they are compared: one alone is often a turn of phrase."""
HUBS = 8
"""Of the documents that hold one fingerprint, those with the least ids that all others are compared with.

What thousands hold is one outlet's furniture or one report's reprints. Compared with so many of them, a reprint is
found, and an article costs no more than in a small record.
"""


@dataclass(slots=True)
class Index:
    """Fingerprints and who holds them, in memory.

    A pair of documents is `linked` where they share `SHARED` fingerprints or more for each of which one of the two is
    among the `HUBS` least ids that hold it. That depends on which documents there are, not on their order. A store
    that keeps (fingerprint, document) sorted answers the same questions from disk.
    """

    _holders: dict[int, str | list[str]] = field(default_factory=dict)

    def add(self, document: str, prints: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of the documents that `document` is to be compared with, sorted; it is found from now on.

        Its `prints` are what :func:`fingerprints` gave.
        """
        linked: Counter[str] = Counter()
        for print_ in prints:
            linked.update(partners(document, self._joined(document, print_)))
        return tuple(sorted(other for other, shared in linked.items() if shared >= SHARED))

    def linked(self, document: str, prints: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of the documents that `document`, added before, is linked with, sorted."""
        linked: Counter[str] = Counter()
        for print_ in prints:
            linked.update(partners(document, _several(self._holders[print_])))
        return tuple(sorted(other for other, shared in linked.items() if shared >= SHARED))

    def _joined(self, document: str, print_: int) -> Sequence[str]:
        holders = self._holders.get(print_)
        if holders is None or holders == document:
            self._holders[print_] = document
            return (document,)
        if isinstance(holders, str):
            holders = self._holders[print_] = [holders]
        place = bisect_left(holders, document)
        if place == len(holders) or holders[place] != document:
            insort(holders, document)
        return holders


def partners(document: str, holders: Sequence[str]) -> Sequence[str]:
    """Return those of `holders`, the sorted ids that hold one fingerprint, that it links `document` with.

    All of them where `document` is among the `HUBS` least, which are asked for with all; otherwise those.
    """
    among = holders if document in holders[:HUBS] else holders[:HUBS]
    return [holder for holder in among if holder != document]


def _several(holders: str | list[str]) -> Sequence[str]:
    return (holders,) if isinstance(holders, str) else holders
