"""From coded statements to a network."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import numpy as np

from onrecord.networks.arrays import Floats, Ints, ints
from onrecord.networks.cells import cells
from onrecord.networks.coded import Coded
from onrecord.networks.counted import Counted, counted
from onrecord.networks.design import Design, Shape
from onrecord.networks.events import Events
from onrecord.networks.network import Network
from onrecord.networks.onemode import one_mode
from onrecord.networks.places import Places
from onrecord.networks.twomode import two_mode

Window = tuple[datetime | None, datetime | None, datetime | None]
"""Where a window starts, its middle, and where it stops."""


def network(statements: Events | Iterable[Coded], design: Design) -> Network:
    """Return the network that `design` asks for. Raises SettingsError for a variable that no statement has."""
    events = statements if isinstance(statements, Events) else Events.of(statements)
    units = counted(events, design)
    return project(units, np.arange(len(units.first)))


def project(
    units: Counted,
    chosen: Ints,
    *,
    window: Window = (None, None, None),
    nodes: tuple[Ints, Ints] | None = None,
    weights: Floats | None = None,
) -> Network:
    """Return the network of the `chosen` units.

    Its nodes are `nodes`, the codes of rows and columns, or without them those that the design wants. `weights`
    are what each chosen unit counts, 1 without.
    """
    design = units.design
    rows, columns = nodes or labelled(units, chosen)
    found = cells(units, rows, columns, chosen, weights)
    one = design.shape is Shape.ONE_MODE
    edges = one_mode(found, design) if one else two_mode(found, design)
    row_labels, column_labels = (units.events.column(name).labels for name in (design.rows, design.columns))
    row_names = tuple(str(row_labels[code]) for code in rows)
    column_names = tuple(str(column_labels[code]) for code in columns)
    row_numbers = _numbers(units.row[chosen], rows)
    return Network(
        design=design,
        rows=row_names,
        columns=row_names if one else column_names,
        weights=edges,
        cells=found,
        counted=len(chosen),
        left_out=units.left_out,
        row_numbers=row_numbers,
        column_numbers=row_numbers if one else _numbers(units.column[chosen], columns),
        places=Places.of(units, chosen, rows, columns),
        start=window[0],
        at=window[1],
        stop=window[2],
    )


def labelled(units: Counted, chosen: Ints) -> tuple[Ints, Ints]:
    """Return the codes of rows and columns: those of the chosen units, or with isolates of all within the time."""
    if not units.design.isolates:
        return ints(np.unique(units.row[chosen])), ints(np.unique(units.column[chosen]))
    names = (units.design.rows, units.design.columns)
    found = (np.unique(units.events.column(name).codes[units.within]) for name in names)
    rows, columns = (ints(codes[codes >= 0]) for codes in found)
    return rows, columns


def _numbers(codes: Ints, present: Ints) -> tuple[int, ...]:
    return tuple(np.bincount(np.searchsorted(present, codes), minlength=len(present)).tolist())
