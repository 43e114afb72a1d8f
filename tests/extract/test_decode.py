"""From probabilities to spans."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.decode import best_tags, spans_of


@given(st.integers(0, 10_000), st.integers(1, 30))
def test_tags_are_legal(seed: int, n: int) -> None:
    """I follows only B or I of its role, and never begins a paragraph."""
    rng = np.random.default_rng(seed)
    begins = rng.random(n) < 0.2
    tags = best_tags(rng.dirichlet(np.ones(7), n).astype(np.float32), begins)
    for i, tag in enumerate(tags):
        if tag in (2, 4, 6):
            assert i > 0
            assert not begins[i]
            assert tags[i - 1] in (tag, tag - 1)


def test_spans_of_tags() -> None:
    """B begins a span, I goes on with it, B of the same role begins another."""
    probabilities = np.full((6, 7), 1 / 7, np.float32)
    spans = spans_of([1, 2, 3, 5, 6, 5], probabilities)
    assert [(s.role, s.start, s.end) for s in spans] == [(0, 0, 2), (1, 2, 3), (2, 3, 5), (2, 5, 6)]
