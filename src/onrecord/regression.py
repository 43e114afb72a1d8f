"""Regressions over named features, kept as JSON beside the code that names them: what stages share of them."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import Self

from onrecord.errors import ModelError


def bundled(stage: str, name: str) -> bytes:
    """Return the bytes of ``STAGE/model/NAME.json`` of the package. Raises ModelError without it."""
    try:
        return (files("onrecord") / stage / "model" / f"{name}.json").read_bytes()
    except OSError as error:
        raise ModelError(f"{name}.json is missing ({error}). Reinstall onrecord.") from error


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Raise ModelError, naming the file, where what is read within turns out to be no model."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{name}: not a model of onrecord ({error}). Reinstall onrecord.") from error


@dataclass(frozen=True, slots=True)
class Regression:
    """One logistic regression: the logit is `bias` plus the weighted sum of the features."""

    name: str
    bias: float
    weights: Mapping[str, float]
    digest: str

    @classmethod
    def of(cls, name: str, data: bytes) -> Self:
        """Return the model that the JSON `data` holds; raises ModelError where it is none."""
        with refusing(name):
            kept = json.loads(data)
            weights = {str(feature): float(weight) for feature, weight in kept["weights"].items()}
            return cls(str(kept["name"]), float(kept["bias"]), weights, hashlib.sha256(data).hexdigest())

    def chance(self, features: Mapping[str, float]) -> float:
        """Return the probability, 0…1, to four places; the same whatever the order of the features."""
        logit = self.bias + math.fsum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-max(min(logit, 30.0), -30.0))), 4)
