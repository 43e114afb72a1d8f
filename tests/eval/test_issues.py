"""B-cubed, by hand."""

import pytest
from eval.issues import b_cubed


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        ("xxyy", 1, 1),
        ("xxxx", 0.5, 1),
        ("wxyz", 1, 0.5),
        ("xxxy", (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, (1 + 1 + 0.5 + 0.5) / 4),
    ],
)
def test_b_cubed(found: str, precision: float, recall: float) -> None:
    """Groups that are too large lose precision, those that are too small recall."""
    groups = dict(zip("abcd", found, strict=True))
    p, r, _ = b_cubed(groups, dict(zip("abcd", "xxyy", strict=True)))
    assert (p, r) == (pytest.approx(precision), pytest.approx(recall))
