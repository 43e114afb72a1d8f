"""Groups by average linkage."""

import numpy as np
import pytest

from onrecord.classify.issues.linkage import groups


def _rows(*angles: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([[np.cos(angle), np.sin(angle)] for angle in np.radians(angles)])


@pytest.mark.parametrize(
    ("angles", "found"),
    [
        ((0, 5, 90, 95), [0, 0, 2, 2]),
        ((0, 90, 3, 180), [0, 1, 0, 3]),
        ((0, 0, 0), [0, 0, 0]),
        ((10,), [0]),
    ],
)
def test_near_rows_are_of_one_group(angles: tuple[float, ...], found: list[int]) -> None:
    """Rows within a few degrees are grouped under the first of them, others stay alone."""
    assert groups(_rows(*angles), 0.9).tolist() == found


def test_chains_do_not_make_one_group() -> None:
    """Rows that are near only through others are apart: what counts is the mean."""
    assert len(set(groups(_rows(*range(0, 180, 10)), 0.9).tolist())) > 1
