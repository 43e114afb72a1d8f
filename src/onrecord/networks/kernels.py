"""Networks smoothed by a kernel: statements count by their distance from the middle of a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from math import pi, sqrt

import numpy as np

from onrecord.networks.arrays import Floats, Times
from onrecord.networks.build import labelled, project
from onrecord.networks.calendar import shifted, whole_steps
from onrecord.networks.counted import Counted
from onrecord.networks.design import Mode, Shape
from onrecord.networks.dna_kernels import averages, completed, prepared
from onrecord.networks.moving import Kernel, Window, between, middles, span_of
from onrecord.networks.network import Network
from onrecord.networks.selection import second

_ROOT = 1 / sqrt(2 * pi)

CORRECTED: dict[Kernel, Callable[[Floats], Floats]] = {
    Kernel.UNIFORM: lambda d: np.full(len(d), 0.5),
    Kernel.TRIANGULAR: lambda d: 1 - np.abs(d),
    Kernel.EPANECHNIKOV: lambda d: 0.75 * (1 - d**2),
    Kernel.GAUSSIAN: lambda d: _ROOT * np.exp(-0.5 * d**2),
}
"""What a statement counts at a distance from -1 to 1 of half a window; the Gaussian's has no bounds."""

DNA: dict[Kernel, Callable[[Floats], Floats]] = {
    **CORRECTED,
    Kernel.TRIANGULAR: lambda d: np.abs(1 - d),
    Kernel.EPANECHNIKOV: lambda d: 0.75 * (1 - d) ** 2,
}
"""The same in DNA, where two of them count what lies after the middle more than what lies before."""


def smoothed(units: Counted, dated: int, window: Window) -> Iterator[Network]:
    """Yield a network for each middle, all with the same nodes. The first `dated` units have a time.

    Windows of an odd size are one step longer. Two-mode weights are sums of what statements count; one-mode ones
    of the geometric mean of what two statements count.
    """
    design, half = units.design, window.size // 2 + window.size % 2
    window = replace(window, size=2 * half)
    first, last = span_of(units, dated)
    start, stop = max(design.since or first, first), min(design.until or last, last)
    if design.mode is Mode.DNA:
        units = prepared(units)
    nodes = labelled(units, np.arange(len(units.first)))
    average = averages(units, nodes, design) if design.mode is Mode.DNA else None
    inset = half if window.indent else 0
    begin, end = shifted(start, window.step, inset), shifted(stop, window.step, -inset)
    for middle in middles(begin, end, window.step, design.mode):
        low, high = shifted(middle, window.step, -half), shifted(middle, window.step, half)
        clipped = max(low, start), middle, min(high, stop)
        chosen = np.arange(dated) if window.kernel is Kernel.GAUSSIAN else between(units, dated, clipped[0], clipped[2])
        weights = _weights(units.times[chosen], window, middle, design.mode)
        if design.shape is Shape.ONE_MODE:
            weights = np.sqrt(weights)
        made = project(units, chosen, window=clipped, nodes=nodes, weights=weights)
        yield completed(made, design, average) if design.mode is Mode.DNA else made


def _weights(times: Times, window: Window, middle: datetime, mode: Mode) -> Floats:
    kernel = window.kernel or Kernel.UNIFORM
    if mode is Mode.DNA:
        distances = _whole(times, window, middle)
        counts = DNA[kernel](distances)
    else:
        distances = _exact(times, window, middle)
        counts = CORRECTED[kernel](distances)
    return counts if kernel is Kernel.GAUSSIAN else np.where(np.abs(distances) <= 1, counts, 0.0)


def _exact(times: Times, window: Window, middle: datetime) -> Floats:
    """Return how far times lie from the middle, in halves of the window on their side; months differ in length."""
    half = window.size // 2
    gaps = (times - second(middle)).astype(np.float64)
    ends = [second(shifted(middle, window.step, sign * half)) for sign in (-1, 1)]
    before, after = (abs(float((end - second(middle)).astype(np.int64))) for end in ends)
    return gaps / np.where(gaps < 0, before, after)


def _whole(times: Times, window: Window, middle: datetime) -> Floats:
    """Return the distances as DNA takes them: in whole steps, positive for what lies before the middle."""
    steps = [whole_steps(moment, middle, window.step) for moment in times.tolist()]
    return 2 * np.array(steps, dtype=np.float64) / window.size
