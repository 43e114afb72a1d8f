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
"""Columns into which words, and runs of letters, are hashed. Twice or half as many change no accuracy by .01."""

RUNS = (3, 4, 5)
"""Lengths of the runs of letters, counted with the blanks around a word."""


class Space:
    """The features of texts, each weighed by how rare it is in the texts that the space was made from."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Count in how many of `texts` each feature is."""
        self._rarity = [_rarity(block, len(texts)) for block in _blocks(texts)]

    def place(self, texts: Sequence[str]) -> Floats:
        """Return the texts' coordinates, [texts, 2 · ROOM + width]; each of the three blocks has length 1 or 0."""
        counted = [
            _unit(np.where(block > 0, 1 + np.log(np.maximum(block, 1)), 0) * rarity)
            for block, rarity in zip(_blocks(texts), self._rarity, strict=True)
        ]
        meant = np.array([vectors().vector(text) for text in texts], np.float64).reshape(len(texts), vectors().width)
        return np.hstack([*counted, meant])


def _blocks(texts: Sequence[str]) -> list[Floats]:
    """Return how often each text has each hashed word, and each hashed run of letters."""
    counts = [np.zeros((len(texts), ROOM)) for _ in range(2)]
    for row, text in enumerate(texts):
        for block, (columns, times) in zip(counts, _hashed(text), strict=True):
            block[row, columns] = times
    return counts


@lru_cache(maxsize=1 << 12)
def _hashed(text: str) -> tuple[tuple[Columns, Columns], ...]:
    """Return for words, and for runs of letters, the columns that a text has and how often."""
    found = words(text)
    return _columns(found), _columns(_runs(found))


def _columns(features: Iterable[str]) -> tuple[Columns, Columns]:
    hashed = np.array([zlib.crc32(feature.encode()) % ROOM for feature in features], np.int64)
    columns, times = np.unique(hashed, return_counts=True)
    return columns, times


def _runs(found: Iterable[str]) -> Iterator[str]:
    for word in found:
        padded = f" {word} "
        for length in RUNS:
            yield from (padded[at : at + length] for at in range(len(padded) - length + 1))


def _rarity(counts: Floats, texts: int) -> Floats:
    rarity: Floats = np.log((1 + texts) / (1 + (counts > 0).sum(0))) + 1
    return rarity


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / np.maximum(np.sqrt(np.square(rows).sum(1, keepdims=True)), 1e-12)
    return unit
