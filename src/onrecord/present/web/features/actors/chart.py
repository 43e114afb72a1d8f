"""A bar chart as numbers for an SVG: no style of its own, everything an attribute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.present.web.words import day

WIDTH, HEIGHT = 480, 180
_LEFT, _BOTTOM, _TOP = 36, 24, 12
_LABELS = 5
"""Labels below the axis at most, so that they do not touch."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its place in the chart, what it stands for and how many."""

    x: float
    y: float
    width: float
    height: float
    part: str
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, the lines of the grid (height and number), and the labels below (place and words)."""

    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, int], ...]
    labels: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    base: int = HEIGHT - _BOTTOM


def chart(parts: Sequence[tuple[str, int]]) -> Chart | None:
    """Return the chart of numbers by day, month or year; None without any."""
    most = max((number for _, number in parts), default=0)
    if not most:
        return None
    base, top = HEIGHT - _BOTTOM, _rounded(most)
    slot = (WIDTH - _LEFT) / len(parts)
    width = min(slot * 0.8, 48.0)
    bars = []
    for place, (part, number) in enumerate(parts):
        height = (base - _TOP) * number / top
        x = _LEFT + slot * place + (slot - width) / 2
        bars.append(Bar(round(x, 1), round(base - height, 1), round(width, 1), round(height, 1), part, number))
    lines = tuple((round(base - (base - _TOP) * share / 2, 1), top * share // 2) for share in range(1, 3))
    step = -(-len(parts) // _LABELS)
    labels = tuple((round(b.x + b.width / 2, 1), _short(b.part)) for b in bars[::step])
    return Chart(tuple(bars), lines, labels)


def _rounded(most: int) -> int:
    """Return the even number at which the chart ends: the next of 2, 4, 10, 20, 40, 100 and so on, or between."""
    size = 1
    while most > 10 * size:
        size *= 10
    return next(size * step for step in (2, 4, 6, 8, 10) if size * step >= most)


def _short(part: str) -> str:
    words = day(part).split()
    return " ".join(word[:3] if word.isalpha() else word for word in (words[:2] if len(words) > 2 else words))
