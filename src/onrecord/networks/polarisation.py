"""How far a one-mode network falls into camps that agree within and disagree between."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.errors import SettingsError
from onrecord.networks.arrays import Floats, Ints
from onrecord.networks.communities import modularity, numbered
from onrecord.networks.design import Aggregation
from onrecord.networks.network import Network

ROUNDS = 200
"""Rounds of moves after which a partition is taken as it is; each but the last gains."""


@dataclass(frozen=True, slots=True)
class Polarisation:
    """A partition of the rows into camps, and what it tells.

    `camps` has a camp for each row, numbered by first rows. `balance` is the share of all agreement and
    disagreement that lies as camps would have it, agreement within and disagreement between: 1 is two solid
    camps, and a network without structure lies near the share that any partition reaches. `modularity` is that of
    the agreement alone, -1/2 to 1. `external_internal` is Krackhardt and Stern's E-I index of the agreement:
    -1 all within camps, 1 all between; None without any.
    """

    camps: tuple[int, ...]
    balance: float
    modularity: float
    external_internal: float | None


def polarisation(congruence: Network, conflict: Network, *, camps: int = 2) -> Polarisation:
    """Return the partition into so many camps at most whose balance no move of one row betters.

    Rows start in the camp that their weights with the earlier ones ask for, in order of the sum of their weights,
    then of their names; then the move with the greatest gain is made until none gains. No chance is involved; the
    best of all partitions, which cannot be found in reasonable time, may be better. Raises SettingsError unless the
    networks are of congruence and of conflict and have the same rows.
    """
    kinds = congruence.design.aggregation, conflict.design.aggregation
    if kinds != (Aggregation.CONGRUENCE, Aggregation.CONFLICT) or congruence.rows != conflict.rows:
        raise SettingsError("polarisation compares a network of congruence with one of conflict, of the same rows")
    if camps < 2:
        raise SettingsError(f"camps are 2 or more, not {camps}")
    like, unlike = congruence.matrix(), conflict.matrix()
    found = _settled(like - unlike, _started(like - unlike, like + unlike, camps), camps)
    same = found[:, None] == found[None, :]
    total = float((like + unlike).sum())
    fitting = float(like[same].sum() + unlike[~same].sum())
    agreed, within = float(like.sum()), float(like[same].sum())
    return Polarisation(
        camps=numbered(found.tolist()),
        balance=fitting / total if total else 0.0,
        modularity=modularity(congruence, found.tolist()),
        external_internal=(agreed - 2 * within) / agreed if agreed else None,
    )


def _started(ties: Floats, loudness: Floats, camps: int) -> Ints:
    found = np.full(len(ties), -1, dtype=np.int64)
    for row in np.argsort(-loudness.sum(axis=1), kind="stable"):
        pulls = [float(ties[row, found == camp].sum()) for camp in range(camps)]
        found[row] = int(np.argmax(pulls))
    return found


def _settled(ties: Floats, found: Ints, camps: int) -> Ints:
    """Return the partition after making, one by one, the moves that gain most."""
    rows = np.arange(len(ties))
    for _ in range(ROUNDS * max(len(ties), 1)):
        pulls = np.stack([ties[:, found == camp].sum(axis=1) for camp in range(camps)], axis=1)
        gains = pulls - pulls[rows, found][:, None]
        best = int(np.argmax(gains)) if gains.size else 0
        if not gains.size or gains.flat[best] <= 1e-12 * np.abs(ties).sum():
            return found
        found[best // camps] = best % camps
    return found
