"""Groups of vectors that are near one another on average."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def groups(rows: Floats, least: float) -> npt.NDArray[np.int64]:
    """Return the group of each of `rows`, unit vectors, [rows]; equal for those of one group.

    Average linkage, cut where two groups' mean cosine falls below `least`, by chains of nearest neighbours (Murtagh
    1983): memory and time grow with the square of the rows. Cosines are rounded, so that the groups do not hang on
    the last bit; of equally near groups the one with the first row is taken.
    """
    count = len(rows)
    near = np.round(rows @ rows.T, 6)
    np.fill_diagonal(near, -np.inf)
    size, group = np.ones(count), np.arange(count)
    chain: list[int] = []
    alive = np.ones(count, np.bool_)
    while alive.any():
        if not chain:
            chain.append(int(alive.argmax()))
        at = chain[-1]
        best = int(near[at].argmax())
        if len(chain) > 1 and near[at, chain[-2]] >= near[at, best]:
            best = chain[-2]
        if near[at, best] < least:  # nothing is near it, nor will be: groups that merge come no nearer
            alive[at] = False
            near[at, :] = near[:, at] = -np.inf
            chain.pop()
        elif len(chain) > 1 and best == chain[-2]:
            chain = chain[:-2]
            _merge(near, size, alive, min(at, best), max(at, best))
            group[group == max(at, best)] = min(at, best)
        else:
            chain.append(best)
    return group


def _merge(near: Floats, size: Floats, alive: npt.NDArray[np.bool_], kept: int, gone: int) -> None:
    """Let the group `kept` hold `gone` too: its cosine to others is the mean over its members."""
    mean = (size[kept] * near[kept] + size[gone] * near[gone]) / (size[kept] + size[gone])
    near[kept, :] = near[:, kept] = mean
    near[kept, kept] = -np.inf
    near[gone, :] = near[:, gone] = -np.inf
    size[kept] += size[gone]
    alive[gone] = False
