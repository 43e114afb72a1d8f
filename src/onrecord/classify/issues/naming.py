"""Short names for groups of texts: noun phrases of their own that others have less."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from onrecord.classify.issues.phrases import Phrase, phrases
from onrecord.meaning import vectors

Key = tuple[str, ...]


def named(groups: Sequence[Sequence[str]]) -> list[Phrase | None]:
    """Return for each group of texts the noun phrase that names it best, None where its texts share none.

    A phrase names a group well when many of its texts have it, few of the others', and it is near their meaning.
    """
    written: dict[Key, Counter[str]] = defaultdict(Counter)
    having: list[Counter[Key]] = []
    for texts in groups:
        each: Counter[Key] = Counter()
        for found in map(phrases, texts):
            each.update({phrase.words for phrase in found})
            for phrase in found:
                written[phrase.words][phrase.name] += 1
        having.append(each)
    everywhere: Counter[Key] = Counter()
    for each in having:
        everywhere.update(each)
    return [_best(texts, each, everywhere, written) for texts, each in zip(groups, having, strict=True)]


def _best(
    texts: Sequence[str], having: Counter[Key], everywhere: Counter[Key], written: dict[Key, Counter[str]]
) -> Phrase | None:
    centre = sum((vectors().vector(text) for text in sorted(texts)), np.zeros(vectors().width, np.float32))
    centre = centre / max(float(np.sqrt(centre @ centre)), 1e-9)
    best: tuple[float, Key] | None = None
    shares = ((_share(count, len(texts), everywhere[key]), key) for key, count in having.items() if count > 1)
    for share, key in sorted(shares, key=lambda each: (-each[0], each[1])):
        if best is not None and share < -best[0] - 1e-6:
            break  # nearness is 1 at most, and scores are rounded
        best = min((-round(share * _near(_name(written[key]), centre), 6), key), best or (0.0, key))
    return Phrase(best[1], _name(written[best[1]])) if best else None


def _share(count: int, texts: int, everywhere: int) -> float:
    return count / texts * float((count / everywhere) ** 0.5)


def _near(name: str, centre: np.typing.NDArray[np.float32]) -> float:
    return min(max(float(_vector(name) @ centre), 0.0) ** 2, 1.0)


@lru_cache(maxsize=1 << 14)
def _vector(name: str) -> np.typing.NDArray[np.float32]:
    return vectors().vector(name)


def _name(written: Counter[str]) -> str:
    """Return the commonest way a phrase is written; of equally common ones the shortest, then the first."""
    return min(written, key=lambda name: (-written[name], len(name), name))
