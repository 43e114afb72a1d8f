"""Patterns that read contents take time in proportion to their length, whatever they are given."""

from __future__ import annotations

from time import perf_counter

import pytest

from onrecord.align import prepared, words

LENGTH = 100_000
HOSTILE = (
    "." * LENGTH,
    "”" * LENGTH,
    '" ' * (LENGTH // 2),
    '"' + "-" * LENGTH,
    "a-" * (LENGTH // 2),
    ".)" * (LENGTH // 2),
)


@pytest.mark.parametrize("text", HOSTILE, ids=["stops", "marks", "marks and spaces", "dashes", "joined", "closers"])
@pytest.mark.parametrize("pattern", [prepared._END, prepared._WORD, words._WORD], ids=["end", "word", "words"])
def test_patterns_are_linear(pattern, text):
    """A hundred thousand characters made to be hard take less than a twentieth of a second."""
    times = []
    for _ in range(3):
        start = perf_counter()
        sum(1 for _ in pattern.finditer(text))
        times.append(perf_counter() - start)
    assert min(times) < 0.05
