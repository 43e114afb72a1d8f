"""What the model says of a whole text: window by window, merged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.extract.encoding import Encoding, Ints, Window, inputs, windows

Floats = npt.NDArray[np.float32]
Run = Callable[[dict[str, Ints]], tuple[Floats, Floats, Floats]]
"""The model: inputs of one window → tags [1, n, 7], cue→source [1, n, n], content→cue [1, n, n]."""

_NEVER = np.float32(-1e4)
EDGE = 32
"""Units from a window's edge at which a unit counts fully in the average over windows."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where a span's units point: the chance to point into the first 0, 1, 2, … units from `start` on."""

    start: int
    reach: tuple[float, ...]

    @property
    def end(self) -> int:
        """The unit after the last that may be pointed at."""
        return self.start + len(self.reach) - 1

    def into(self, start: int, end: int) -> float:
        """Return the chance to point into the units ``[start, end)``; 0 where none can be pointed at."""
        start, end = max(start, self.start), min(end, self.end)
        return self.reach[end - self.start] - self.reach[start - self.start] if start < end else 0.0

    def each(self) -> Floats:
        """Return the chance to point at each unit from `start` on."""
        return np.diff(np.array(self.reach, np.float32))


@dataclass(frozen=True, slots=True)
class Scores:
    """The model's answer for an encoding of n units.

    `tags`: probabilities [n, 7], averaged over the windows that hold a unit, weighted by its
    distance from the window's edges. Links of a unit come from the window where it stands deepest:
    `home` [n] names it, `links` holds each window's raw scores (cue→source, content→cue).
    """

    tags: Floats
    home: Ints
    spans: tuple[Window, ...]
    links: tuple[tuple[Floats, Floats], ...]

    def pointing(self, kind: int, rows: range) -> Pointing:
        """Return where the units `rows` point on the average; `kind` 0 is cue→source, 1 content→cue."""
        homes = self.home[rows.start : rows.stop]
        reached = np.unique(homes)
        start = min(self.spans[home].start for home in reached)
        chances = np.zeros(max(self.spans[home].end for home in reached) - start, np.float32)
        for home in reached:
            window = self.spans[home]
            mine = np.flatnonzero(homes == home) + rows.start - window.start
            chances[window.start - start : window.end - start] += _softmax(self.links[home][kind][mine]).sum(0)
        reach = np.cumsum(chances / len(rows))
        return Pointing(start, (0.0, *reach.tolist()))


def score(encoding: Encoding, run: Run, apart: npt.NDArray[np.bool_] | None = None) -> Scores:
    """Return the scores of a whole text; calls `run` once per window, in order.

    `apart` [n] marks units, such as a headline's, that link only with one another.
    """
    apart = np.zeros(encoding.units, np.bool_) if apart is None else apart
    spans = tuple(windows(encoding))
    n = encoding.units
    total, weights = np.zeros((n, 7), np.float32), np.zeros(n, np.float32)
    home, depth = np.zeros(n, np.int64), np.full(n, -1.0, np.float32)
    links = []
    for number, window in enumerate(spans):
        tags, to_source, to_cue = run(inputs(encoding, window))
        weight = _weights(window, n)
        here = slice(window.start, window.end)
        total[here] += _softmax(tags[0]) * weight[:, None]
        weights[here] += weight
        deeper = weight > depth[here]
        home[here][deeper] = number
        depth[here][deeper] = weight[deeper]
        links.append((_within(to_source[0], apart[here]), _within(to_cue[0], apart[here])))
    tags_mean = total / np.maximum(weights, np.float32(1e-9))[:, None]
    return Scores(tags_mean.astype(np.float32), home, spans, tuple(links))


def _within(link: Floats, apart: npt.NDArray[np.bool_]) -> Floats:
    """Return the scores of links with those between units apart and others out of reach."""
    if not apart.any() or apart.all():
        return link
    return np.where(apart[:, None] != apart[None, :], _NEVER, link)


def _weights(window: Window, n: int) -> Floats:
    """Return 1 deep inside the window or at the text's own ends, less towards the window's edges."""
    units = np.arange(window.start, window.end)
    left = np.full(len(units), EDGE) if window.start == 0 else units - window.start + 1
    right = np.full(len(units), EDGE) if window.end == n else window.end - units
    nearest: Floats = np.minimum(np.minimum(left, right), EDGE).astype(np.float32)
    return nearest / np.float32(EDGE)


def _softmax(scores: Floats) -> Floats:
    exps = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(exps / exps.sum(-1, keepdims=True), np.float32)
