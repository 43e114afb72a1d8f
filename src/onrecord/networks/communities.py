"""Communities of a one-mode network, by the method of Louvain, and their modularity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.errors import SettingsError
from onrecord.networks.arrays import Floats, Ints, ints
from onrecord.networks.design import Shape
from onrecord.networks.network import Network

_GAIN = 1e-12
"""Gain of modularity below which a move is rounding."""


def communities(network: Network, *, resolution: float = 1.0) -> tuple[int, ...]:
    """Return a community for each row, numbered by their first rows; equal on every machine.

    Blondel et al. (2008), "Fast unfolding of communities in large networks": nodes move, in order of their names,
    to the neighbouring community of the greatest gain of modularity (of equal ones that of the first node), until
    none gains; communities become nodes, and so on. Negative weights count as none. `resolution` above 1 gives
    smaller communities. Raises SettingsError for a two-mode network.
    """
    links = _links(network)
    members = list(range(len(network.rows)))
    while True:
        moved = _moved(links, resolution)
        if len(set(moved)) == len(links):
            return numbered(members)
        moved = list(numbered(moved))
        members = [moved[each] for each in members]
        links = _merged(links, moved)


def modularity(network: Network, groups: Sequence[int]) -> float:
    """Return Newman's modularity of a one-mode network in `groups`, one for each row; 0 without edges.

    Newman (2004), "Analysis of weighted networks", equation 1. Negative weights count as none.
    """
    links = _links(network)
    strength = np.array([sum(of.values()) for of in links])
    total = strength.sum()
    if total == 0:
        return 0.0
    inside = sum(
        weight for node, of in enumerate(links) for other, weight in of.items() if groups[node] == groups[other]
    )
    by_group = np.bincount(np.asarray(groups), strength)
    return float(inside / total - (by_group**2).sum() / total**2)


def numbered(groups: Sequence[int]) -> tuple[int, ...]:
    """Return the groups numbered from 0 in the order in which they first occur."""
    known: dict[int, int] = {}
    return tuple(known.setdefault(group, len(known)) for group in groups)


Links = list[dict[int, float]]
"""For each node its neighbours, itself too once it stands for several, with the weight in both directions."""


def _links(network: Network) -> Links:
    if network.design.shape is Shape.TWO_MODE:
        raise SettingsError("communities and modularity are those of a one-mode network; this one has two modes")
    links: Links = [{} for _ in network.rows]
    edges = network.weights
    for source, target, weight in zip(edges.source.tolist(), edges.target.tolist(), edges.weight.tolist(), strict=True):
        if weight > 0 and source != target:
            links[source][target] = links[target][source] = weight
    return links


def _moved(links: Links, resolution: float) -> list[int]:
    """Return a community for each node after moving single nodes until none gains."""
    strength = [sum(of.values()) for of in links]
    total = sum(strength)
    group, weight_of = np.arange(len(links)), np.array(strength, dtype=np.float64)
    others = [_others(of, node) for node, of in enumerate(links)]
    moving = total > 0
    while moving:
        moving = False
        for node, (near, weights) in enumerate(others):
            own = int(group[node])
            weight_of[own] -= strength[node]
            pull = np.bincount(group[near], weights, len(links))
            gains = pull - resolution * strength[node] * weight_of / total
            best = _best(gains, own, np.flatnonzero(pull), _GAIN * total)
            weight_of[best] += strength[node]
            group[node] = best
            moving = moving or best != own
    return [int(each) for each in group]


def _others(of: Mapping[int, float], node: int) -> tuple[Ints, Floats]:
    """Return what a node is linked with but itself, and how strongly."""
    near = {other: weight for other, weight in of.items() if other != node}
    return ints(list(near)), np.array(list(near.values()), dtype=np.float64)


def _best(gains: Floats, own: int, present: Ints, least: float) -> int:
    """Return which of the communities `present` gains most, the first of equal ones; `own` unless by `least` more."""
    best, gain = own, gains[own]
    for other in present[gains[present] > gain + least].tolist():
        if gains[other] > gain + least:
            best, gain = other, gains[other]
    return best


def _merged(links: Links, group: Sequence[int]) -> Links:
    merged: Links = [{} for _ in range(max(group) + 1)]
    for node, of in enumerate(links):
        into = merged[group[node]]
        for other, weight in of.items():
            into[group[other]] = into.get(group[other], 0.0) + weight
    return merged
