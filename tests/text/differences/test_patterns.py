"""Patterns that read quotations take time in proportion to their length, whatever they are given."""

from __future__ import annotations

import gc
import math
import re
from collections.abc import Callable
from time import process_time

import pytest
from tests.text.differences.tellings import telling

from onrecord.text.differences import keys, numerals, tokens

LENGTH = 100_000
UNITS = (
    "“", "”", '"', "’", "–", "—", "-", ".", ". ", "..", "…", "[", "]", "[…", "[ ...", "( … ", "[.", "[a", "a[", "[a]",
    "[a]b", "a[b]’", "a.", "a.b.", "a’", "a’s’", "a-", "a*", "*", "\u0301", "a\u0301", "é", "1", "1,", "1 ", "1 000 ",
    "1:1.", "1,000", "_", "a_", "_a", "\u00a0", ". \u00a0.", "$", "US$", "%", "mr.", " a", "a ", "“”\"–—-.…[]a\u0301",
)  # fmt: skip
PLAIN = str.maketrans("“”", "‘’")
"""Double marks must be in pairs for the tests' tellings."""
PATTERNS = {
    "token": tokens._TOKEN,
    "abbreviation": tokens._ABBREVIATION,
    "between": keys._BETWEEN,
    "digits": numerals._DIGITS,
    "thousands": numerals._THOUSANDS,
}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_patterns_are_linear(pattern: re.Pattern[str], unit: str) -> None:
    """A hundred thousand characters made to be hard take less than a twentieth of a second."""
    text = (unit * LENGTH)[:LENGTH]
    assert _seconds(lambda: sum(1 for _ in pattern.finditer(text)), enough=0.05) < 0.05


@pytest.mark.parametrize("unit", UNITS)
def test_words_are_read_in_linear_time(unit: str) -> None:
    """Five times as much takes about five times as long, with all that is done beside matching."""
    short, long = (telling("a " + (unit * size)[:size].translate(PLAIN)) for size in (LENGTH // 50, LENGTH // 10))
    assert _seconds(lambda: tokens.words_of(long)) < max(15 * _seconds(lambda: tokens.words_of(short)), 0.02)


def _seconds(job: Callable[[], object], enough: float = math.inf) -> float:
    """Return the processor time of the quickest of three, without the collector's walks over the suite's objects.

    Up to ten are tried until one is quicker than `enough`: other work on the machine slows most of them.
    """
    times: list[float] = []
    gc.disable()
    try:
        while len(times) < 3 or (len(times) < 10 and min(times) >= enough):
            start = process_time()
            job()
            times.append(process_time() - start)
    finally:
        gc.enable()
    return min(times)
