"""The regressions that decide about pairs, each with the chance from which it says yes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from onrecord.regression import Regression, bundled, refusing


@dataclass(frozen=True, slots=True)
class Scorer:
    """A regression over the features of a pair, and the `least` chance from which the pair is taken."""

    regression: Regression
    least: float

    @classmethod
    def of(cls, name: str, data: bytes) -> Scorer:
        """Return the scorer that the JSON `data` holds; raises ModelError where it is none."""
        with refusing(name):
            return cls(Regression.of(name, data), float(json.loads(data)["least"]))

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return self.regression.digest

    def chance(self, features: dict[str, float]) -> float:
        """Return the probability, 0…1, to four places; the same whatever the order of the features."""
        return self.regression.chance(features)


@cache
def shipped(name: str) -> Scorer:
    """Return the scorer ``align/model/NAME.json`` of the package, read once. Raises ModelError without it."""
    return Scorer.of(f"{name}.json", bundled("align", name))
