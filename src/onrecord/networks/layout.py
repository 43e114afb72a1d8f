"""Where the nodes of a network are drawn: near those that they are linked with, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.networks.arrays import Floats, Ints

TURNS = 100
"""Steps for small networks; larger ones get fewer, so that 500 nodes take about a third of a second."""
_WORK, _LEAST = 10_000_000, 15
_GOLDEN = np.pi * (3 - np.sqrt(5))


def layout(number: int, source: Ints, target: Ints, weight: Floats, groups: Sequence[int] = ()) -> Floats:
    """Return x and y of each of `number` nodes, within -1 and 1.

    Fruchterman and Reingold (1991), "Graph drawing by force-directed placement": nodes push each other away, links
    pull by the root of their weight. Nodes begin on a spiral, those of one of `groups` together, so that nothing is
    left to chance.
    """
    if number == 0:
        return np.zeros((0, 2))
    at = _spiral(number, groups)
    pull = np.sqrt(np.abs(weight) / max(float(np.abs(weight).max(initial=0)), 1e-12))
    turns = int(np.clip(_WORK / number**2, _LEAST, TURNS))
    ideal = 1.0 / np.sqrt(number)
    for turn in range(turns):
        force = _apart(at, ideal)
        between = at[source] - at[target]
        length = np.sqrt((between**2).sum(axis=1, keepdims=True))
        drawn = between * length / ideal * pull[:, None]
        for axis in (0, 1):
            own = drawn[:, axis]
            force[:, axis] += np.bincount(target, own, number) - np.bincount(source, own, number)
        force -= at * ideal * 4  # towards the middle, so that parts without links do not drift away
        size = np.sqrt((force**2).sum(axis=1, keepdims=True))
        step = 0.12 * (1 - turn / turns) + 0.002
        at = at + force / np.maximum(size, 1e-12) * np.minimum(size, step)
    at -= at.mean(axis=0)
    placed: Floats = np.round(at / max(float(np.abs(at).max()), 1e-12), 4)
    return placed


def _spiral(number: int, groups: Sequence[int]) -> Floats:
    order = np.argsort(np.asarray(groups), kind="stable") if len(groups) == number else np.arange(number)
    rank = np.empty(number)
    rank[order] = np.arange(number)
    radius, angle = np.sqrt((rank + 0.5) / number), rank * _GOLDEN
    if len(groups) == number and max(groups) > 0:
        # Each group in its own direction from the middle.
        turned = 2 * np.pi * np.asarray(groups) / (max(groups) + 1)
        middle = np.stack([np.cos(turned), np.sin(turned)], axis=1) * 0.6
        spiral: Floats = middle + np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1) * 0.35
        return spiral
    placed: Floats = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return placed


def _apart(at: Floats, ideal: float) -> Floats:
    """Return how each node is pushed by all others: by the square of the ideal distance over the distance."""
    x, y = at.astype(np.float32).T
    over, up = x[:, None] - x[None, :], y[:, None] - y[None, :]
    push = over * over
    push += up * up
    np.maximum(push, np.float32(1e-6), out=push)
    np.divide(np.float32(ideal**2), push, out=push)
    over *= push
    up *= push
    force: Floats = np.stack([over.sum(axis=1), up.sum(axis=1)], axis=1).astype(np.float64)
    return force
