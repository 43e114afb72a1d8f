"""Tellings as pages show them side by side: lettered in order of time, their words cut where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.present.telling_words import Stretch, letter, of_telling, stretches
from onrecord.query.tellings import ReportedTelling
from onrecord.record import Difference, Relation
from onrecord.text.edits import edits

SHAPES = {
    Relation.FULL: "●",
    Relation.VERBATIM: "◉",
    Relation.TRUNCATED: "◐",
    Relation.ALTERED: "◆",
    Relation.PARAPHRASE: "○",
}
"""A shape for each relation, beside its word: to be told apart at a glance, and without colour."""

MEANINGS = {
    Relation.FULL: "tells most of it; the others are compared with it",
    Relation.VERBATIM: "the same words",
    Relation.TRUNCATED: "a part of the words",
    Relation.ALTERED: "quoted words are other ones, and the meaning may be too",
    Relation.PARAPHRASE: "in the outlet’s own words",
}


@dataclass(frozen=True, slots=True)
class Worded:
    """Some words of a telling, and how they differ from the other one: ``dropped``, ``added``, ``changed``, ``untold``.

    `numbers` are those of the explanations beneath. Without words it is the place where the other one has some.
    ``untold`` are words of the fullest telling that a shorter one leaves aside, which is no difference of its words.
    """

    words: str
    sign: str = ""
    numbers: tuple[int, ...] = ()
    changes_meaning: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """A difference in words: what was done, of what kind, and why it matters or does not."""

    number: int
    sign: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Beside:
    """A telling beside the fullest one. `letter` names it on the page; the fullest one has no words beside it."""

    letter: str
    telling: ReportedTelling
    fuller: tuple[Worded, ...] = ()
    own: tuple[Worded, ...] = ()
    explained: tuple[Explained, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing of its words differs, so that they need not be read twice."""
        return self.telling.relation in (Relation.FULL, Relation.VERBATIM) and not any(each.sign for each in self.own)


def sign(difference: Difference) -> str:
    """Return what was done with the words: dropped, added or changed; "" where words play no part."""
    gone = difference.fuller is not None and difference.fuller[0] < difference.fuller[1]
    come = difference.other is not None and difference.other[0] < difference.other[1]
    return {(True, True): "changed", (True, False): "dropped", (False, True): "added"}.get((gone, come), "")


def beside(tellings: Sequence[ReportedTelling]) -> tuple[Beside, ...]:
    """Return the tellings of an utterance, each beside the fullest one, lettered in their order."""
    fullest = next(each for each in tellings if each.relation is Relation.FULL)
    return tuple(beside_words(fullest.words, each, letter(place)) for place, each in enumerate(tellings))


def beside_words(fuller: str, each: ReportedTelling, name: str) -> Beside:
    """Return one telling beside the words of the fullest one."""
    if each.relation is Relation.FULL:
        return Beside(name, each)
    signs = [sign(difference) for difference in each.differences]
    explained = tuple(Explained(n, s, d) for n, (s, d) in enumerate(zip(signs, each.differences, strict=True), 1))
    before = tuple(_worded(one, signs) for one in stretches(fuller, each.differences, fuller=True))
    if each.relation in _SHORTER:
        before = tuple(_faded(before, untold(fuller, each.words)))
    return Beside(name, each, before, tuple(_worded(one, signs) for one in of_telling(each)), explained)


_SHORTER = frozenset({Relation.TRUNCATED, Relation.ALTERED})
_WORDS = re.compile(r"\w+")
_APART = 2
"""Words in a row that both have, from which they are told by both: one alone may be there by chance."""


def untold(fuller: str, other: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of `fuller` of which a shorter telling has no words, in order."""
    found: list[tuple[int, int]] = []
    for edit in edits(fuller, other):
        start, end = edit.before
        if start < end and found and len(_WORDS.findall(fuller, found[-1][1], start)) < _APART:
            found[-1] = found[-1][0], end
        elif start < end:
            found.append((start, end))
    return tuple(found)


def _faded(pieces: Iterable[Worded], ranges: Sequence[tuple[int, int]]) -> Iterator[Worded]:
    """Yield the pieces, those without a difference cut where words are untold."""
    begin = 0
    for piece in pieces:
        end = begin + len(piece.words)
        if piece.numbers:
            yield piece
        else:
            cuts = sorted({begin, end, *(at for each in ranges for at in each if begin < at < end)})
            for a, b in pairwise(cuts):
                hidden = any(start <= a and b <= last for start, last in ranges)
                yield Worded(piece.words[a - begin : b - begin], "untold" if hidden else "")
        begin = end


def _worded(stretch: Stretch, signs: Sequence[str]) -> Worded:
    told = signs[stretch.numbers[0] - 1] if stretch.numbers else ""
    return Worded(stretch.words, told, stretch.numbers, stretch.changes_meaning)
