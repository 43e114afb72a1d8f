"""What of a network matters: edges that chance does not explain, and columns that its structure rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from onrecord.errors import SettingsError
from onrecord.networks.arrays import Flags, Floats, Ints, ints, sums
from onrecord.networks.build import labelled, project
from onrecord.networks.coded import Coded
from onrecord.networks.counted import Counted, counted
from onrecord.networks.design import Design, Shape
from onrecord.networks.events import Events
from onrecord.networks.network import Network

MOST = 200
"""Columns that a nested backbone may have: it makes half the square of their number of networks."""


def disparity(network: Network, *, level: float = 0.05) -> Network:
    """Return the network with the edges alone that are heavier than chance would have them, for one of their nodes.

    Serrano, Boguñá and Vespignani (2009), "Extracting the multiscale backbone of complex weighted networks": an
    edge of share p of the strength of a node with k edges is kept where (1 − p)^(k−1) < `level`. A node's only edge
    says nothing of it. Negative weights count by their size. Raises SettingsError for a level out of 0…1.
    """
    if not 0 < level < 1:
        raise SettingsError(f"the level is a probability between 0 and 1, not {level}")
    edges, two = network.weights, network.design.shape is Shape.TWO_MODE
    size = np.abs(edges.weight)
    offset = len(network.rows) if two else 0
    ends = np.concatenate([edges.source, edges.target + offset])
    strength, degree = sums(ends, np.concatenate([size, size]), offset + len(network.columns)), np.bincount(ends)
    kept: Flags = np.zeros(len(size), dtype=bool)
    for end in (edges.source, edges.target + offset):
        share = size / strength[end]
        kept |= (degree[end] > 1) & ((1 - share) ** (degree[end] - 1) < level)
    return replace(network, weights=edges.where(kept))


@dataclass(frozen=True, slots=True)
class Removed:
    """One step of a nested backbone: the column left out, how far the network of the rest is from the whole one.

    And how far that of all columns left out so far is: `redundant_loss`.
    """

    column: str
    loss: float
    redundant_loss: float


def nested(statements: Events | Iterable[Coded], design: Design) -> tuple[Removed, ...]:
    """Return the columns of a one-mode network in the order in which it can best do without them.

    Leifeld's nested backbone: at each step the column goes without which the network is nearest to the whole one,
    of equally near ones the last by name. Distance is the sum of the differences of the eigenvalues of their
    Laplacians, each set scaled to sum to 1, negative weights taken as 0. Raises SettingsError for two-mode networks.
    """
    if design.shape is Shape.TWO_MODE:
        raise SettingsError("the backbone of columns is that of a one-mode network; this one has two modes")
    units = counted(statements if isinstance(statements, Events) else Events.of(statements), design)
    rows, columns = labelled(units, np.arange(len(units.first)))
    if len(columns) > MOST:
        raise SettingsError(f"{len(columns)} columns are too many to try one after another; keep {MOST} with a filter")
    labels = units.events.column(design.columns).labels
    whole = _spectrum_of(units, rows, columns, set(columns.tolist()))
    left, gone, found = columns.tolist(), set[int](), []
    while left:
        losses = [_distance(whole, _spectrum_of(units, rows, columns, set(left) - {code})) for code in left]
        place = max(range(len(left)), key=lambda at: (-losses[at], at))
        code, loss = left.pop(place), losses[place]
        gone.add(code)
        found.append(Removed(str(labels[code]), loss, _distance(whole, _spectrum_of(units, rows, columns, gone))))
    return tuple(found)


def _spectrum_of(units: Counted, rows: Ints, columns: Ints, kept: set[int]) -> Floats:
    chosen = ints(np.flatnonzero(np.isin(units.column, list(kept))))
    network = project(units, chosen, nodes=(rows, columns))
    return spectrum(network.matrix())


def spectrum(matrix: Floats) -> Floats:
    """Return the eigenvalues of the Laplacian of a symmetric matrix, from the greatest on, scaled to sum to 1."""
    weights = np.maximum(matrix, 0.0)
    values = np.linalg.eigvalsh(np.diag(weights.sum(axis=1)) - weights)[::-1]
    total = values.sum()
    return np.asarray(values / total if total > 0 else values, dtype=np.float64)


def _distance(one: Floats, other: Floats) -> float:
    return float(np.abs(one - other).sum())
