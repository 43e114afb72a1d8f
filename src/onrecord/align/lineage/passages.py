"""Where two documents share text, for whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.align.lineage.prose import places, prose
from onrecord.align.lineage.runs import runs
from onrecord.record import Document


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch that two documents share but for light edits: half-open ranges of code points of either text."""

    a: tuple[int, int]
    b: tuple[int, int]


def passages(a: Document, b: Document) -> tuple[Passage, ...]:
    """Return the stretches of seven words or more that stand in the bodies of both, in the order of `a`.

    Quotations that both hold are among them: they are shared, though no sign of descent.
    """
    (a_starts, a_ends), (b_starts, b_ends) = places(a), places(b)
    return tuple(
        Passage(
            (int(a_starts[run.a]), int(a_ends[run.a_end - 1])),
            (int(b_starts[run.b]), int(b_ends[run.b_end - 1])),
        )
        for run in runs(prose(a).codes, prose(b).codes)
    )
