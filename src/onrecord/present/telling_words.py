"""The words of tellings cut where they differ or come together, and their letters: for a terminal and pages alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.query.tellings import ReportedTelling, ShownUtterance
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


def letter(place: int) -> str:
    """Return the letter of the telling at a place, from 0: A to Z, then A1."""
    return chr(ord("A") + place % 26) + (str(place // 26) if place >= 26 else "")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Words of the reconstruction with the letters of the tellings that have them.

    `everybody` tells that all tellings have these words, of a reconstruction that has others too.
    """

    words: str
    letters: tuple[str, ...]
    everybody: bool = False

    @property
    def by(self) -> str:
        """Who tells them: the letters, or that all do."""
        return "all" if self.everybody else " ".join(self.letters)


def rebuilt(found: ShownUtterance) -> tuple[Rebuilt, ...]:
    """Return what the tellings together tell, each part with who tells it."""
    letters = {each.reported.id: letter(place) for place, each in enumerate(found.tellings)}
    pieces = found.reconstruction
    whose = [tuple(sorted(letters[each] for each in piece.witnesses if each in letters)) for piece in pieces]
    apart = len(pieces) > 1
    return tuple(
        Rebuilt(piece.words, by, apart and len(by) == len(letters)) for piece, by in zip(pieces, whose, strict=True)
    )
