"""Where the nodes of a network are drawn."""

from __future__ import annotations

import numpy as np

from onrecord.networks.layout import layout

_SOURCE, _TARGET = np.array([0, 0, 1, 3, 3, 4, 2]), np.array([1, 2, 2, 4, 5, 5, 3])
_WEIGHT = np.array([5.0, 5, 5, 5, 5, 5, 0.1])


def test_same_every_time() -> None:
    """Nothing is left to chance."""
    assert (layout(6, _SOURCE, _TARGET, _WEIGHT) == layout(6, _SOURCE, _TARGET, _WEIGHT)).all()


def test_linked_nodes_are_near() -> None:
    """Nodes with heavy links are nearer to one another than to others."""
    at = layout(6, _SOURCE, _TARGET, _WEIGHT)
    apart = np.sqrt(((at[:, None] - at[None, :]) ** 2).sum(axis=2))
    assert apart[0, 1] < apart[0, 4]
    assert apart[3, 5] < apart[1, 5]


def test_within_the_square() -> None:
    """Every node lies between -1 and 1, and no two on one another."""
    at = layout(40, _SOURCE, _TARGET, _WEIGHT, [n % 3 for n in range(40)])
    assert (np.abs(at) <= 1).all()
    assert len({tuple(each) for each in at.tolist()}) == 40


def test_none_and_one() -> None:
    """A network without nodes has no places, one node has one."""
    none = np.array([], dtype=np.int64)
    assert layout(0, none, none, np.array([])).shape == (0, 2)
    assert np.isfinite(layout(1, none, none, np.array([]))).all()
