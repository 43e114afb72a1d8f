"""How much of what one statement says another one says too, whatever the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.align.words import stem
from onrecord.meaning import meaning
from onrecord.record import Told

LEAST, NEAR = 0.5, 0.9
"""As `onrecord.meaning.overlap` has them: the cosine from which another word counts, and what the nearest counts."""

TOPIC = 0.7
"""The power of its count in the article by which a word weighs less. Measured within the occasions of newswcl50, the
mean precision of links by overlap alone is .81 for 0, .85 for .35, .86 for .5 and for .7."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Meant:
    """A text's words, each once, as stems, with their unit vectors and weights: [words, width] and [words].

    `places` are the places of each stem among them.
    """

    stems: tuple[str, ...]
    places: Mapping[str, Sequence[int]]
    units: Floats
    weights: Floats


def meant(text: str, told: Told) -> Meant:
    """Return what `text`, the content of `told` or a part of it, means; what the whole article is about weighs less."""
    found, often = meaning(text), dict(told.often)
    stems = tuple(map(stem, found.words))
    rare = np.array([2.0 ** (-TOPIC * often.get(each, 0)) for each in stems], np.float32)
    places: dict[str, list[int]] = {}
    for place, each in enumerate(stems):
        places.setdefault(each, []).append(place)
    return Meant(stems, places, found.units, found.weights * rare)


def overlap(one: Meant, other: Meant) -> tuple[float, float]:
    """Return how much of `one` is found in `other`, and how much of `other` in `one`, 0…1, to four places."""
    if not one.stems or not other.stems:
        return 0.0, 0.0
    partners = np.clip((one.units @ other.units.T - LEAST) / (1 - LEAST), 0, 1) * NEAR
    equal = [(row, column) for row, each in enumerate(one.stems) for column in other.places.get(each, ())]
    if equal:
        rows, columns = zip(*equal, strict=True)
        partners[rows, columns] = 1.0
    return _share(one, other, partners), _share(other, one, partners.T)


def _share(one: Meant, other: Meant, partners: Floats) -> float:
    """Return how much of `one` its words' best partners make up.

    What is topical in either article is topical: a word's weight is the geometric mean with its partner's.
    """
    best = partners.argmax(1)
    found = partners[np.arange(len(best)), best]
    weights = np.where(found > 0, np.sqrt(one.weights * other.weights[best]), one.weights)
    total = float(weights.sum())
    return round(float(weights @ found) / total, 4) if total > 0 else 0.0
