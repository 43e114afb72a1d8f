"""The patterns of addressees, occasions and contradictions take linear time on text made to mislead them."""

import importlib
import re
import time

import pytest

MODULES = (
    "resolve.phrases",
    "resolve.addressee",
    "resolve.asked",
    "resolve.occasion.tails",
    "resolve.occasion.mentions",
    "resolve.occasion.occasions",
    "resolve.contradictions.days",
    "resolve.contradictions.past",
    "resolve.contradictions.offices",
    "resolve.contradictions.quantities",
    "resolve.contradictions.repeated",
    "resolve.contradictions.unborne",
    "record.occasion",
)
PARTS = ("a", "A", "A ", "A-", "A.", "A'", "1", "1,", "1/", "“A", '"A, ', "former A ", "President A", "Monday, 3 ")
PARTS += ("\n", " ", "'", ". ", "one ", "the A of ", "to ask A ", "on the ")
PATTERNS = [
    (name, constant, value)
    for name in MODULES
    for constant, value in vars(importlib.import_module(f"onrecord.{name}")).items()
    if isinstance(value, re.Pattern)
]


@pytest.mark.parametrize("pattern", [p for _, _, p in PATTERNS], ids=[f"{name}.{c}" for name, c, _ in PATTERNS])
def test_linear(pattern: re.Pattern[str]) -> None:
    """Going through 20,000 characters takes far less than a quadratic pattern would (many seconds)."""
    worst = 0.0
    for part in PARTS:
        text = part * (20_000 // len(part))
        begun = time.process_time()
        for _ in pattern.finditer(text):
            pass
        worst = max(worst, time.process_time() - begun)
    assert worst < 0.2
