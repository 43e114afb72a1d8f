"""How much of one text's meaning another one holds, word by word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from onrecord.meaning.vectors import Floats, Vectors, vectors

Idf = Callable[[str], float]
"""How rare a word is: a weight of 0 or more."""

LEAST = 0.4
"""The cosine from which another word counts as a partner at all; it counts from 0 there to `NEAR` at 1.
Measured on pairs of one speaker's statements of newswcl50, .4 to .7 differ by .003 of AUC (`lab.vectors --measure`)."""

NEAR = 0.9
"""What the nearest other word counts at most, the same word being 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """A text's words, each once, in order of the alphabet, their unit vectors and weights, and its unit vector.

    `units` is [words, width], `weights` is [words]; arrays are read only.
    """

    words: tuple[str, ...]
    units: Floats
    weights: Floats
    vector: Floats


def meant(text: str, known: Vectors) -> Meaning:
    """Return what `text` means by the vectors `known`."""
    found, rows = known.word_vectors(text)
    named = dict(zip(found, rows, strict=True))
    each = tuple(sorted(named))
    of_each = np.array([named[word] for word in each], np.float32).reshape(len(each), known.width)
    weights = np.sqrt(np.square(of_each).sum(1))
    units = of_each / np.maximum(weights, 1e-9)[:, None]
    whole = known.vector(text)
    for array in (units, weights, whole):
        array.flags.writeable = False
    return Meaning(each, units, weights, whole)


@lru_cache(maxsize=1 << 14)
def meaning(text: str) -> Meaning:
    """Return what `text` means by the shipped vectors, remembered for the texts asked for last.

    Raises ModelError for damaged vectors.
    """
    return meant(text, vectors())


def similarity(a: str, b: str) -> float:
    """Return the cosine of two texts' vectors, -1…1, to four places; 0 where one has no word that weighs."""
    return round(float(meaning(a).vector @ meaning(b).vector), 4)


def soft_overlap(a: str, b: str, idf: Idf | None = None) -> tuple[float, float]:
    """Return how much of `a` is found in `b`, and how much of `b` in `a`, as `overlap` does."""
    return overlap(meaning(a), meaning(b), idf)


def overlap(one: Meaning, other: Meaning, idf: Idf | None = None) -> tuple[float, float]:
    """Return how much of `one` is found in `other`, and how much of `other` in `one`, 0…1, to four places.

    Every word counts by the nearest word of the other text: 1 for the same word, less for one near in meaning; and
    by its weight: `idf` of the word (in lower case, without accents), by default the length of its vector. Swapping the
    texts swaps the values. A text without words holds nothing and is held nowhere.
    """
    if not one.words or not other.words:
        return 0.0, 0.0
    partners = np.clip((one.units @ other.units.T - LEAST) / (1 - LEAST), 0, 1) * NEAR
    place = {word: column for column, word in enumerate(other.words)}
    for row, word in enumerate(one.words):
        if word in place:
            partners[row, place[word]] = 1.0
    return _share(one, partners.max(1), idf), _share(other, partners.max(0), idf)


def _share(text: Meaning, found: Floats, idf: Idf | None) -> float:
    weights = text.weights if idf is None else np.array([idf(word) for word in text.words], np.float32)
    total = float(weights.sum())
    return round(float(weights @ found) / total, 4) if total > 0 else 0.0
