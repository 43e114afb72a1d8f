"""The regression that the stage ships."""

from __future__ import annotations

from functools import cache

from onrecord.regression import Regression, bundled


@cache
def shipped(name: str) -> Regression:
    """Return the model ``classify/model/NAME.json`` of the package, read once. Raises ModelError without it."""
    return Regression.of(f"{name}.json", bundled("classify", name))
