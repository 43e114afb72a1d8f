"""The words of a telling cut where it differs from the fullest one: for a terminal and for pages alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.query.tellings import ReportedTelling
from onrecord.record import Difference


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a telling; `numbers` are those of the differences that lie in them, counted from 1, sorted.

    `changes_meaning` is whether one of these may change what was said. Without words it is a place where the other
    telling has words.
    """

    words: str
    numbers: tuple[int, ...] = ()
    changes_meaning: bool = False


def stretches(words: str, differences: Sequence[Difference], *, fuller: bool) -> tuple[Stretch, ...]:
    """Return `words` in stretches that meet the same differences; their words together are `words`.

    With `fuller`, `words` are those of the fullest telling, else those of the other one. A difference that has nothing
    on this side but a place, an empty range, is a stretch without words there.
    """
    ranges = [(n, d, d.fuller if fuller else d.other) for n, d in enumerate(differences, 1)]
    placed = [(n, d, at) for n, d, at in ranges if at is not None]
    return tuple(_cut(words, placed))


def _cut(words: str, placed: Sequence[tuple[int, Difference, tuple[int, int]]]) -> Iterator[Stretch]:
    borders = sorted({0, len(words), *(end for _, _, at in placed for end in at)})
    for place, border in enumerate(borders):
        empty = [(n, d) for n, d, at in placed if at == (border, border)]
        if empty:
            yield Stretch("", tuple(n for n, _ in empty), any(d.changes_meaning for _, d in empty))
        if place + 1 < len(borders):
            upto = borders[place + 1]
            met = [(n, d) for n, d, (start, end) in placed if start <= border and upto <= end and start < end]
            yield Stretch(words[border:upto], tuple(n for n, _ in met), any(d.changes_meaning for _, d in met))


def of_telling(telling: ReportedTelling) -> tuple[Stretch, ...]:
    """Return the words of a telling in stretches."""
    return stretches(telling.words, telling.differences, fuller=False)


def of_fullest(fullest: ReportedTelling, other: ReportedTelling) -> tuple[Stretch, ...]:
    """Return the words of the fullest telling in stretches, as another one differs from them."""
    return stretches(fullest.words, other.differences, fuller=True)
