"""Patterns that read contents take time in proportion to their length, whatever they are given."""

from __future__ import annotations

from time import perf_counter

import pytest

from onrecord.align import prepared, references, words

LENGTH = 100_000
HOSTILE = (
    "." * LENGTH,
    "”" * LENGTH,
    '" ' * (LENGTH // 2),
    '"' + "-" * LENGTH,
    "a-" * (LENGTH // 2),
    ".)" * (LENGTH // 2),
    "A" * LENGTH,
    "A-" * (LENGTH // 2),
    "A of " * (LENGTH // 5),
    "Aa the " * (LENGTH // 7),
)


@pytest.mark.parametrize(
    "text",
    HOSTILE,
    ids=["stops", "marks", "marks and spaces", "dashes", "joined", "closers", *["capitals", "dashed", "of", "the"]],
)
@pytest.mark.parametrize("pattern", [prepared._END, words.WORD, references._NAME], ids=["end", "word", "name"])
def test_patterns_are_linear(pattern, text):
    """A hundred thousand characters made to be hard take less than a twentieth of a second."""
    times = []
    for _ in range(3):
        start = perf_counter()
        sum(1 for _ in pattern.finditer(text))
        times.append(perf_counter() - start)
    assert min(times) < 0.05
