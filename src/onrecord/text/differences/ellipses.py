"""Marks of ellipsis that stand where nothing is left out, while words are left out elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences.passages import Passage
from onrecord.text.differences.words import Break

_UNMARKED = frozenset({DifferenceKind.DROPPED, DifferenceKind.SPLICED, DifferenceKind.TENSE})


def settled(passages: Sequence[Passage], found: Sequence[Difference]) -> Iterator[Difference]:
    """Yield the differences within passages, those an ellipsis has moved away from named so."""
    idle = [place for passage in passages for place in _idle(passage)]
    for difference in found:
        unmarked = difference.kind in _UNMARKED and difference.other is None
        if idle and unmarked and difference.changes_meaning:
            reason = f"{difference.reason}; the ellipsis stands elsewhere"
            yield replace(difference, kind=DifferenceKind.ELLIPSIS, other=idle[0], reason=reason)
        else:
            yield difference
    if not any(difference.other is None for difference in found):
        for place in idle:
            yield Difference(DifferenceKind.ELLIPSIS, None, place, False, "an ellipsis where nothing is left out")


def joined(passage: Passage) -> Iterator[Difference]:
    """Yield where words that an ellipsis parts in the fuller telling follow each other, nothing but a stop between.

    A comma or dash there may stand for an ellipsis that is a pause.
    """
    for (a, b), (c, d) in zip(passage.pairs, passage.pairs[1:], strict=False):
        together = c == a + 1 and d == b + 1 and passage.fuller[c].before is Break.ELLIPSIS
        if together and passage.other[d].before is Break.NONE and not passage.other[b].mark.strip(".!?"):
            place = passage.fuller[a].end, passage.fuller[c].start
            reason = "joins two passages that an ellipsis parts in the fuller telling"
            yield Difference(DifferenceKind.SPLICED, place, None, True, reason)


def _idle(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where ellipses stand between words that follow each other in the fuller telling, without one there."""
    for (a, b), (c, d) in zip(passage.pairs, passage.pairs[1:], strict=False):
        together = c == a + 1 and d == b + 1
        if together and passage.other[d].before is Break.ELLIPSIS and passage.fuller[c].before is not Break.ELLIPSIS:
            yield passage.other[b].end, passage.other[d].start
