"""Words and runs of words as numbers of 64 bits that are the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

Codes = np.ndarray[tuple[int], np.dtype[np.uint64]]

_BASE = 0x9E3779B97F4A7C15
"""Odd, so that no power of it loses bits: the golden ratio's fraction (Knuth, The Art of Computer Programming 6.4)."""
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(33)


def codes_of(words: Sequence[str]) -> Codes:
    """Return the code of each word, one for each: 32 bits, so that they can be kept small."""
    return np.fromiter(map(_code, words), dtype=np.uint64, count=len(words))


def shingles(codes: Codes, size: int) -> Codes:
    """Return the code of each run of `size` words, the run at i from ``codes[i : i + size]``; empty for fewer words.

    Two different runs get one code with a chance of some 1e-19.
    """
    count = len(codes) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        total += codes[place : place + count] * np.uint64(pow(_BASE, place, 1 << 64))
    total ^= total >> _HALF
    total *= _MIX
    total ^= total >> _HALF
    return total


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")
