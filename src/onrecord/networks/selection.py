"""Which statements count for a network, and why the others do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from onrecord.networks.arrays import Flags, ints
from onrecord.networks.design import Aggregation, Design
from onrecord.networks.events import Column, Events

DOCUMENT_LEVEL = ("document_", "outlet")
"""How the names of variables begin that belong to the document: filters on them come before isolates are told."""


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """Which statements are within the time and the documents asked for (`within`), and which of them count (`kept`).

    `left_out` is how many do not, by reason.
    """

    within: Flags
    kept: Flags
    left_out: Mapping[str, int]


def selected(events: Events, design: Design) -> Selection:
    """Return the statements that `design` lets count, before duplicates are told."""
    out: dict[str, int] = {}
    within, kept = _asked(events, design, out)
    for name in (design.rows, design.columns):
        kept = _less(kept, events.column(name).codes >= 0, f"without {name}", out)
    if design.qualifier is not None and design.aggregation is not Aggregation.IGNORE:
        kept = _less(kept, events.column(design.qualifier).codes >= 0, f"without {design.qualifier}", out)
    if design.top is not None:
        kept = _less(kept, _among(events.column(design.rows), kept, design), f"not among the {design.top}", out)
    return Selection(within, kept, out)


def matching(events: Events, design: Design) -> Flags:
    """Return the statements that lie in the time asked for and meet the filters, whatever values they lack."""
    return _asked(events, design, {})[1]


def _asked(events: Events, design: Design, out: dict[str, int]) -> tuple[Flags, Flags]:
    """Return what lies in the time and in the documents asked for, and what of it meets the filters too."""
    kept = _less(np.ones(len(events), dtype=bool), _in_time(events, design), "out of the time asked for", out)
    own, others = (_filters(events, design, of_documents=each) for each in (True, False))
    within = _less(kept, own, "left out by a filter on documents", out)
    return within, _less(within, others, "left out by a filter", out)


def _less(kept: Flags, passed: Flags, reason: str, out: dict[str, int]) -> Flags:
    number = int((kept & ~passed).sum())
    if number:
        out[reason] = out.get(reason, 0) + number
    return kept & passed


def _in_time(events: Events, design: Design) -> Flags:
    passed = np.ones(len(events), dtype=bool)
    # A comparison with NaT is never true: what has no time is out wherever a time is asked for.
    if design.since is not None:
        passed &= events.times >= second(design.since)
    if design.until is not None:
        passed &= events.times <= second(design.until)
    return passed


def second(moment: datetime) -> np.datetime64:
    """Return a time, UTC without zone, to the second."""
    return np.datetime64(moment.replace(microsecond=0), "s")


def _filters(events: Events, design: Design, *, of_documents: bool) -> Flags:
    passed = np.ones(len(events), dtype=bool)
    for wanted, values_of in ((True, design.only), (False, design.exclude)):
        for name, values in sorted(values_of.items()):
            if name.startswith(DOCUMENT_LEVEL) == of_documents:
                column = events.column(name)
                listed = np.array([str(label) in values for label in column.labels] + ["" in values], dtype=bool)
                passed &= listed[column.codes] == wanted  # -1, no value, is the last: ""
    return passed


def _among(column: Column, kept: Flags, design: Design) -> Flags:
    """Return the statements of the rows with the most statements; of equally many the first by name."""
    numbers = np.bincount(column.codes[kept], minlength=len(column.labels))
    best = np.argsort(-numbers, kind="stable")[: design.top]
    chosen = np.zeros(len(column.labels) + 1, dtype=bool)
    chosen[best[numbers[best] > 0]] = True
    chosen_flags: Flags = chosen[ints(column.codes)]
    return chosen_flags
