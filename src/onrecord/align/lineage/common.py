"""How much two documents have in common, quotations counted apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.align.lineage.prose import Flags, Prose
from onrecord.align.lineage.runs import Run, runs

TAIL = 8
"""Words that may follow the last common run in either text when it is still said to end both."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two documents have in common, in words; words in quotation marks are counted apart.

    `own` are common words that stand in quotation marks in neither text, `of_a` and `of_b` the shares (0 to 1) of
    either text's own words that are common, `quoted` the common words within quotation marks. `runs` are where they
    stand.
    """

    runs: tuple[Run, ...]
    own: int
    quoted: int
    of_a: float
    of_b: float


def common(a: Prose, b: Prose) -> Common:
    """Return what `a` and `b` have in common.

    What one outlet puts under its articles, the same words at the end of both, is left out on either side.
    """
    found, end_a, end_b = runs(a.codes, b.codes), len(a.codes), len(b.codes)
    last = found[-1] if found else None
    if last is not None and _furnished(a, b, last):
        found, end_a, end_b = found[:-1], last.a, last.b
    own_a, told_a, of_a = _held(a, b, end_a, found)
    own_b, told_b, of_b = _held(b, a, end_b, [Run(r.b, r.b_end, r.a, r.a_end) for r in found])
    return Common(tuple(found), min(own_a, own_b), min(told_a, told_b), of_a, of_b)


def same_outlet(a: Prose, b: Prose) -> bool:
    """Return whether both are known to be of one outlet."""
    return a.outlet is not None and b.outlet is not None and a.outlet.casefold() == b.outlet.casefold()


def _furnished(a: Prose, b: Prose, last: Run) -> bool:
    """Return whether the run is one outlet's furniture: it ends both texts and is less than half of the longer one."""
    ends = len(a.codes) - last.a_end <= TAIL and len(b.codes) - last.b_end <= TAIL
    return ends and same_outlet(a, b) and 2 * (last.a_end - last.a) < max(len(a.codes), len(b.codes))


def _held(text: Prose, other: Prose, end: int, found: tuple[Run, ...] | list[Run]) -> tuple[int, int, float]:
    """Return how many own and how many quoted words of ``text[:end]`` the runs hold, and the share of its own."""
    held, told = np.zeros(end, dtype=np.bool_), text.quoted[:end].copy()
    for run in found:
        held[run.a : run.a_end] = True
        told[run.a : run.a_end] |= _stretched(other.quoted[run.b : run.b_end], run.a_end - run.a)
    own = int((held & ~told).sum())
    return own, int((held & told).sum()), own / max(1, int((~told).sum()))


def _stretched(flags: Flags, length: int) -> Flags:
    """Return `flags` for `length` words: a run that was edited may have a few more in one text than in the other."""
    places: Flags = flags[np.arange(length) * len(flags) // length]
    return places
