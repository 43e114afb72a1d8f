"""A multinomial logistic regression over named features, kept as JSON beside the code that names them."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from functools import cache

from onrecord.classify.features import Features
from onrecord.regression import bundled, refusing

SCALE = 100
"""Weights are kept as whole hundredths: finer ones moved no decision on the labels, and cost a third more bytes."""


@dataclass(frozen=True, slots=True)
class Softmax:
    """One regression: each class's logit is its `bias` plus the weighted sum of the features."""

    name: str
    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[int, ...]]
    digest: str

    @classmethod
    def of(cls, name: str, data: bytes) -> Softmax:
        """Return the model that the JSON `data` holds; raises ModelError where it is none."""
        with refusing(name):
            kept = json.loads(data)
            classes, bias = tuple(map(str, kept["classes"])), tuple(map(float, kept["bias"]))
            weights = {str(feature): tuple(map(int, row)) for feature, row in kept["weights"].items()}
            if len(bias) != len(classes) or any(len(row) != len(classes) for row in weights.values()):
                raise ValueError("rows of different lengths")
            return cls(str(kept["name"]), classes, bias, weights, hashlib.sha256(data).hexdigest())

    def chances(self, features: Features) -> dict[str, float]:
        """Return the probability of each class; they sum to 1, whatever the order of the features."""
        rows = [(row, value) for name, value in features.items() if (row := self.weights.get(name))]
        logits = [
            bias + math.fsum(row[place] * value for row, value in rows) / SCALE for place, bias in enumerate(self.bias)
        ]
        highest = max(logits)
        powers = [math.exp(logit - highest) for logit in logits]
        return {name: power / math.fsum(powers) for name, power in zip(self.classes, powers, strict=True)}


def shipped_types() -> Softmax:
    """Return the model of types that the package ships. Raises ModelError without it."""
    return shipped_softmax("types")


@cache
def shipped_softmax(name: str) -> Softmax:
    """Return the model ``classify/model/NAME.json`` of the package, read once. Raises ModelError without it."""
    return Softmax.of(f"{name}.json", bundled("classify", name))
