"""How much two documents have in common, quotations counted apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.align.lineage.prose import Flags, Prose
from onrecord.align.lineage.runs import Run, runs

QUOTED = 0.15
"""What a word in quotation marks counts beside one of the text's own.

Two independent reports that share a quotation of half their words so have .13 in common, of two thirds .23; a text
that is nearly all quotation is still known in its reprints.
"""
TAIL = 8
"""Words that may follow the last common run in either text when it is still said to end both."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two documents have in common, in words; words in quotation marks are counted apart.

    `own` are common words that stand in quotation marks in neither text, `quoted` the other ones. `of_a` and `of_b` are
    the shares (0 to 1) of either text that are common: of all its words or of its words weighed, quoted ones at
    `QUOTED`, whichever is less, so that neither a common quotation nor a common line between quotations makes much
    of it. `runs` are where they stand.
    """

    runs: tuple[Run, ...]
    own: int
    quoted: int
    of_a: float
    of_b: float

    @property
    def weight(self) -> float:
        """The common words, those in quotation marks at `QUOTED`."""
        return self.own + QUOTED * self.quoted


def common(a: Prose, b: Prose) -> Common:
    """Return what `a` and `b` have in common.

    What one outlet puts under its articles, the same words at the end of both, is left out on either side.
    """
    found, end_a, end_b = runs(a.codes, b.codes), len(a.codes), len(b.codes)
    last = found[-1] if found else None
    if last is not None and _furnished(a, b, last):
        end_a, end_b = last.a, last.b
        found = tuple(run for run in found[:-1] if run.b_end <= end_b)
    own_a, told_a, of_a = _held(a, b, end_a, found)
    own_b, told_b, of_b = _held(b, a, end_b, [Run(r.b, r.b_end, r.a, r.a_end) for r in found])
    return Common(found, min(own_a, own_b), min(told_a, told_b), of_a, of_b)


def same_outlet(a: Prose, b: Prose) -> bool:
    """Return whether both are known to be of one outlet."""
    return a.outlet is not None and b.outlet is not None and a.outlet.casefold() == b.outlet.casefold()


def _furnished(a: Prose, b: Prose, last: Run) -> bool:
    """Return whether the run is one outlet's furniture: it ends both texts and is less than half of the longer one."""
    ends = len(a.codes) - last.a_end <= TAIL and len(b.codes) - last.b_end <= TAIL
    return ends and same_outlet(a, b) and 2 * (last.a_end - last.a) < max(len(a.codes), len(b.codes))


def _held(text: Prose, other: Prose, end: int, found: tuple[Run, ...] | list[Run]) -> tuple[int, int, float]:
    """Return how many own and how many quoted words of ``text[:end]`` the runs hold, and the share of it."""
    held, told = np.zeros(end, dtype=np.bool_), text.quoted[:end].copy()
    for run in found:
        held[run.a : run.a_end] = True
        told[run.a : run.a_end] |= _stretched(other.quoted[run.b : run.b_end], run.a_end - run.a)
    own, quoted = int((held & ~told).sum()), int((held & told).sum())
    weighed = (own + QUOTED * quoted) / max(1.0, float(np.where(told, QUOTED, 1.0).sum()))
    return own, quoted, min(1.0, weighed, (own + quoted) / max(1, end))


def _stretched(flags: Flags, length: int) -> Flags:
    """Return `flags` for `length` words: a run that was edited may have a few more in one text than in the other."""
    places: Flags = flags[np.arange(length) * len(flags) // length]
    return places
