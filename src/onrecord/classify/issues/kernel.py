"""How near texts are to one another, by their words, the runs of letters within words, and their meaning."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.meaning import vectors, words

Floats = npt.NDArray[np.float64]
Columns = npt.NDArray[np.int64]

ROOM = 1 << 13
"""Columns into which words, and runs of letters, are hashed. With half or twice as many, concepts of Hansard are right
in .383 (.382), stances in .694 and .700 (.698)."""

RUNS = (3, 4, 5)
"""Lengths of the runs of letters, counted with the blanks around a word."""


class Space:
    """Texts as what others can be near to, each feature weighed by how rare it is among them.

    Takes 66 kB a text.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Take `texts` in, in their order."""
        counts = np.zeros((2, ROOM))
        for text in texts:
            for block, (columns, _) in zip(counts, _hashed(text), strict=True):
                block[columns] += 1
        self._rarity = (np.log((1 + len(texts)) / (1 + counts)) + 1).astype(np.float64)
        self._columns = np.zeros((2, ROOM, len(texts)), np.float32)
        for place, text in enumerate(texts):
            for rows, (columns, values) in zip(self._columns, self._weighed(text), strict=True):
                rows[columns, place] = values
        self._meant = _meant(texts)

    def near(self, texts: Sequence[str]) -> Floats:
        """Return how near `texts` are to those of the space, [texts, space]: the sum of three cosines.

        Each text is placed by itself, so it does not matter which others come with it.
        """
        near = np.zeros((len(texts), len(self._meant)))
        for row, text in zip(near, texts, strict=True):
            row += self._meant @ vectors().vector(text)
            for block, (columns, values) in zip(self._columns, self._weighed(text), strict=True):
                row += values @ block[columns]
        rounded: Floats = np.round(near, 6)
        return rounded

    def _weighed(self, text: str) -> Iterator[tuple[Columns, npt.NDArray[np.float32]]]:
        """Yield for words, and for runs of letters, a text's columns and values of length 1 in all."""
        for (columns, times), rarity in zip(_hashed(text), self._rarity, strict=True):
            values = (1 + np.log(times)) * rarity[columns]
            yield columns, (values / max(float(np.sqrt(values @ values)), 1e-12)).astype(np.float32)


def _meant(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    known = vectors()
    return np.array([known.vector(text) for text in texts], np.float32).reshape(len(texts), known.width)


@lru_cache(maxsize=1 << 12)
def _hashed(text: str) -> tuple[tuple[Columns, Columns], ...]:
    """Return for words, and for runs of letters, the columns that a text has and how often."""
    found = words(text)
    return _counted(found), _counted(_runs(found))


def _counted(features: Iterable[str]) -> tuple[Columns, Columns]:
    hashed = np.array([zlib.crc32(feature.encode()) % ROOM for feature in features], np.int64)
    columns, times = np.unique(hashed, return_counts=True)
    return columns, times


def _runs(found: Iterable[str]) -> Iterator[str]:
    for word in found:
        padded = f" {word} "
        for length in RUNS:
            yield from (padded[at : at + length] for at in range(len(padded) - length + 1))
