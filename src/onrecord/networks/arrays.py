"""Arrays of numbers, and how rows of several of them are told apart."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Times: TypeAlias = npt.NDArray[np.datetime64]
"""Points in time to the second, UTC; NaT where not known."""

_LARGEST = 2**62
"""Numbers below which folded codes stay: sorting half a million rows anew for each code takes .03 s each."""


def ints(values: Any) -> Ints:  # noqa: ANN401 (whatever numpy makes an array of)
    """Return `values` as an array of whole numbers."""
    return np.asarray(values, dtype=np.int64)


def sums(places: Ints, values: Any, size: int) -> Floats:  # noqa: ANN401 (numbers of any kind)
    """Return the sum of the values at each place below `size`."""
    return np.bincount(places, values, size).astype(np.float64)


def fold(*codes: Ints) -> Ints:
    """Return a number for each row, equal where the rows are equal in all `codes` (each 0 or more), from 0 on."""
    folded, wide = ints(codes[0]), int(codes[0].max(initial=0)) + 1
    for each in codes[1:]:
        width = int(each.max(initial=0)) + 1
        if wide * width > _LARGEST:
            folded = ints(np.unique(folded, return_inverse=True)[1])
            wide = int(folded.max(initial=0)) + 1
        folded, wide = folded * width + each, wide * width
    return ints(np.unique(folded, return_inverse=True)[1])


def compact(codes: Ints) -> tuple[Ints, Ints]:
    """Return the sorted codes that occur, and for each place the position of its code among them."""
    present, positions = np.unique(codes, return_inverse=True)
    return ints(present), ints(positions)
