"""Edges as numbers: between which places, how heavy, and how heavy they are expected to be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.networks.arrays import Flags, Floats, Ints

Z90 = 1.6448536269514722
"""Standard deviations on either side of the mean that hold 90 % of a normal distribution."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Edges from `source` to `target` in order of both, with their weight.

    `expected` is the weight expected when each unit is right with its probability, `low` and `high` bound the
    90 % interval around it: mean ± 1.645 standard deviations, the normal approximation of a sum of independent
    yes-or-no variables (Poisson-binomial), exact in mean and variance. NaN where an aggregation has none.
    """

    source: Ints
    target: Ints
    weight: Floats
    expected: Floats
    low: Floats
    high: Floats

    def divided(self, by: Floats) -> Weights:
        """Return the edges with everything divided; 0 where the divisor is."""

        def quotient(values: Floats) -> Floats:
            return np.divide(values, by, out=np.zeros(len(values)), where=by != 0)

        parts = (quotient(each) for each in (self.weight, self.expected, self.low, self.high))
        return Weights(self.source, self.target, *parts)

    def where(self, kept: Flags) -> Weights:
        """Return the edges that are `kept`."""
        numbers = (self.weight, self.expected, self.low, self.high)
        return Weights(self.source[kept], self.target[kept], *(each[kept] for each in numbers))


def interval(mean: Floats, variance: Floats, weight: Floats, *, signed: bool) -> tuple[Floats, Floats]:
    """Return low and high. Unless `signed`, a weight is neither below 0 nor above that of all units together."""
    spread = Z90 * np.sqrt(np.maximum(variance, 0.0))
    low, high = mean - spread, mean + spread
    if signed:
        return low, high
    return np.maximum(low, 0.0), np.minimum(high, np.maximum(weight, mean))
