"""What a document is about: its weightiest words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from onrecord.align.lineage.hashing import Codes, codes_of
from onrecord.meaning import vectors, words
from onrecord.record import SPOKEN_REGIONS, Document

TERMS = 40
"""Words that are kept: with all of them, or 60, the event of newswcl50's articles is told no better."""
LEAD = 120
"""Words from the start that count `LEAD_WEIGHT` times: a report says first what it is about."""
LEAD_WEIGHT = 2

Weights = np.ndarray[tuple[int], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """The codes of a document's weightiest words, the weightiest first, and their weights: a unit vector."""

    codes: Codes
    weights: Weights


def topic(document: Document) -> Topic:
    """Return the topic of `document`: its words by how often they stand there and how rare they are.

    Rare is what has a long vector (:mod:`onrecord.meaning`), so that no count over the record is needed: names above
    all. Weights are rounded, so that they are the same on every machine.
    """
    spoken = (document.text[r.start : r.end] for r in document.regions if r.kind in SPOKEN_REGIONS)
    found = (word for text in spoken for word in words(text))
    counts = Counter[str]()
    for word in islice(found, LEAD):
        counts[word] += LEAD_WEIGHT
    counts.update(found)
    weighed = sorted(((-count * _rarity(word), word) for word, count in counts.items() if len(word) > 2))[:TERMS]
    weights = -np.array([weight for weight, _ in weighed], dtype=np.float64)
    length = float(np.sqrt(np.sum(weights * weights)))
    return Topic(codes_of([word for _, word in weighed]), np.round(weights / (length or 1.0), 4).astype(np.float32))


def nearness(a: Topic, b: Topic) -> float:
    """Return the cosine of two topics, from 0 to 1, to three places."""
    _, of_a, of_b = np.intersect1d(a.codes, b.codes, return_indices=True)
    return round(float(np.dot(a.weights[of_a].astype(np.float64), b.weights[of_b].astype(np.float64))), 3)


@lru_cache(maxsize=1 << 16)
def _rarity(word: str) -> float:
    vector = vectors().word(word).astype(np.float64)
    return round(float(np.dot(vector, vector)), 4)
