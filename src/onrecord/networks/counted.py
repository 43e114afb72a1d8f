"""Statements as units that count once: equal ones within the same document, week, utterance … are one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from onrecord.networks.arrays import Flags, Floats, Ints, Times, fold, ints
from onrecord.networks.design import Aggregation, Design, Duplicates, Mode
from onrecord.networks.events import Column, Events, Scale
from onrecord.networks.selection import selected

_CACHED = (-128, 127)
"""Whole numbers that Java keeps one object of: DNA compares objects, and takes others for different."""


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """What counts for a network: one unit for equal statements that count once, in order of time.

    `row`, `column` and `level` are the places of its values among the labels of the variables, `level` 0
    throughout without a qualifier. `chance` is the probability that a unit is right: the highest of its
    statements, which is a lower bound of the probability that one of them is, however their errors hang together.
    `first` is the place of its first statement among the events; `members` and `unit_of` list all of them, sorted
    by unit. `within` are the events that isolates are told from. `qualifier` has the values that occur in them, which
    is what a scale ranges over; None without one.
    """

    events: Events
    design: Design
    row: Ints
    column: Ints
    level: Ints
    chance: Floats
    first: Ints
    members: Ints
    unit_of: Ints
    within: Flags
    left_out: Mapping[str, int]
    qualifier: Column | None = None

    @property
    def times(self) -> Times:
        """The time of each unit: that of its first statement."""
        return self.events.times[self.first]


def counted(events: Events, design: Design) -> Counted:
    """Return the units that count for `design`."""
    selection = selected(events, design)
    chosen = np.flatnonzero(selection.kept)
    unit = _units(events, design, ints(chosen))
    order = np.argsort(unit, kind="stable")
    members, unit_of = ints(chosen[order]), ints(unit[order])
    first = members[np.searchsorted(unit_of, np.arange(unit_of[-1] + 1))] if len(members) else members
    chance = np.zeros(len(first))
    np.maximum.at(chance, unit_of, events.confidence[members])
    repeated = len(members) - len(first)
    qualifier = _qualifier(events, design, selection.within)
    return Counted(
        events=events,
        design=design,
        row=events.column(design.rows).codes[first],
        column=events.column(design.columns).codes[first],
        level=_levels(qualifier, len(events))[first],
        chance=chance,
        first=first,
        members=members,
        unit_of=unit_of,
        within=selection.within,
        left_out={**selection.left_out, **({"repeated": repeated} if repeated else {})},
        qualifier=qualifier,
    )


def _qualifier(events: Events, design: Design, within: Flags) -> Column | None:
    """Return the qualifier with the values alone that occur in `within`; yes and no are always two."""
    if design.qualifier is None:
        return None
    column = events.column(design.qualifier)
    if column.scale is Scale.BOOLEAN:
        return column
    present = np.unique(column.codes[within & (column.codes >= 0)])
    places = np.full(len(column.labels) + 1, -1, dtype=np.int64)
    places[present] = np.arange(len(present))
    return Column(places[column.codes], tuple(column.labels[code] for code in present), column.scale)


def _levels(column: Column | None, number: int) -> Ints:
    """Return the places of the qualifier's values; where it is ignored, none is a value of its own."""
    if column is None:
        return np.zeros(number, dtype=np.int64)
    return np.where(column.codes < 0, len(column.labels), column.codes)


def _units(events: Events, design: Design, chosen: Ints) -> Ints:
    """Return the unit of each chosen statement, numbered by their first statements."""
    if design.counting is Duplicates.INCLUDE:
        return np.arange(len(chosen))
    keys = [_period(events, design)[chosen]]
    keys += [events.column(name).codes[chosen] for name in (design.rows, design.columns)]
    if design.aggregation is not Aggregation.IGNORE and design.qualifier is not None:
        keys.append(_comparable(events.column(design.qualifier), design)[chosen])
    groups = fold(*keys)
    firsts = ints(np.unique(groups, return_index=True)[1])
    return ints(np.argsort(np.argsort(firsts))[groups])


def _comparable(column: Column, design: Design) -> Ints:
    """Return the qualifier's values as duplicates compare them: in DNA mode a large number equals nothing."""
    if design.mode is not Mode.DNA or column.scale is not Scale.INTEGER:
        return column.codes
    numbers = ints(column.labels)[column.codes]
    large = (numbers < _CACHED[0]) | (numbers > _CACHED[1])
    return np.where(large, len(column.labels) + np.arange(len(numbers)), column.codes)


def _period(events: Events, design: Design) -> Ints:
    """Return a number for each event, equal within what equal statements count once."""
    rule = design.counting
    if rule is Duplicates.DOCUMENT:
        return events.documents
    if rule is Duplicates.UTTERANCE:
        return events.utterances
    if rule is Duplicates.OUTLET:
        return fold(events.utterances, events.outlets)
    if rule is Duplicates.ACROSS:
        return np.zeros(len(events), dtype=np.int64)
    periods = _calendar(events.times, rule, with_year=design.mode is not Mode.DNA)
    # Of what has no time nobody knows that it falls into the same week: each counts.
    unknown = np.isnat(events.times)
    periods = np.where(unknown, 0, periods - periods[~unknown].min(initial=0) + 1)
    return fold(periods, np.where(unknown, np.arange(len(events)), 0))


def _calendar(times: Times, rule: Duplicates, *, with_year: bool) -> Ints:
    """Return year, month or week (ISO 8601) of times. DNA's months and weeks are those of any year."""
    days = times.astype("datetime64[D]")
    if rule is Duplicates.YEAR:
        return ints(days.astype("datetime64[Y]").astype(np.int64))
    if rule is Duplicates.MONTH:
        months = ints(days.astype("datetime64[M]").astype(np.int64))
        return months if with_year else months % 12
    weeks = (ints(days.astype(np.int64)) + 3) // 7  # 1 January 1970 was a Thursday
    if with_year:
        return weeks
    thursdays = (weeks * 7).astype("datetime64[D]")
    return (ints((thursdays - thursdays.astype("datetime64[Y]")).astype(np.int64)) // 7) + 1
