"""A logistic regression over the features of a pair, kept as JSON beside the code that names them."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import ModelError


@dataclass(frozen=True, slots=True)
class Scorer:
    """One logistic regression: the logit is `bias` plus the weighted sum of the features; `least` decides."""

    name: str
    bias: float
    weights: Mapping[str, float]
    least: float
    digest: str

    @classmethod
    def of(cls, name: str, data: bytes) -> Scorer:
        """Return the scorer that the JSON `data` holds; raises ModelError where it is none."""
        try:
            kept = json.loads(data)
            weights = {str(feature): float(weight) for feature, weight in kept["weights"].items()}
            least = float(kept["least"])
            return cls(str(kept["name"]), float(kept["bias"]), weights, least, hashlib.sha256(data).hexdigest())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(f"{name}: not a model of onrecord ({error}). Reinstall onrecord.") from error

    def chance(self, features: Mapping[str, float]) -> float:
        """Return the probability, 0…1, to four places; the same whatever the order of the features."""
        logit = self.bias + math.fsum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-max(min(logit, 30.0), -30.0))), 4)


@cache
def shipped(name: str) -> Scorer:
    """Return the scorer ``align/model/NAME.json`` of the package, read once. Raises ModelError without it."""
    try:
        data = (files("onrecord") / "align" / "model" / f"{name}.json").read_bytes()
    except OSError as error:
        raise ModelError(f"{name}.json is missing ({error}). Reinstall onrecord.") from error
    return Scorer.of(f"{name}.json", data)
