"""A logistic regression over named features, kept as JSON beside the code that names them."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.classify.features import Features
from onrecord.errors import ModelError


@dataclass(frozen=True, slots=True)
class Linear:
    """One logistic regression: the logit is `bias` plus the weighted sum of the features."""

    name: str
    bias: float
    weights: dict[str, float]
    digest: str

    @classmethod
    def of(cls, name: str, data: bytes) -> Linear:
        """Return the model that the JSON `data` holds; raises ModelError where it is none."""
        try:
            kept = json.loads(data)
            weights = {str(feature): float(weight) for feature, weight in kept["weights"].items()}
            return cls(str(kept["name"]), float(kept["bias"]), weights, hashlib.sha256(data).hexdigest())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(f"{name}: not a model of onrecord ({error}). Reinstall onrecord.") from error

    def chance(self, features: Features) -> float:
        """Return the probability, 0…1, to four places; the same whatever the order of the features."""
        logit = self.bias + math.fsum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-max(min(logit, 30.0), -30.0))), 4)


@cache
def shipped(name: str) -> Linear:
    """Return the model ``classify/model/NAME.json`` of the package, read once. Raises ModelError without it."""
    try:
        data = (files("onrecord") / "classify" / "model" / f"{name}.json").read_bytes()
    except OSError as error:
        raise ModelError(f"{name}.json is missing ({error}). Reinstall onrecord.") from error
    return Linear.of(f"{name}.json", data)
