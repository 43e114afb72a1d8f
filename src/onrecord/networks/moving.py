"""Networks of a moving window of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np

from onrecord.errors import SettingsError
from onrecord.networks.arrays import Ints, ints
from onrecord.networks.build import project
from onrecord.networks.calendar import Step, shifted
from onrecord.networks.coded import Coded
from onrecord.networks.counted import Counted, counted
from onrecord.networks.design import Design, Mode
from onrecord.networks.events import Events
from onrecord.networks.network import Network
from onrecord.networks.selection import second

MOST = 100_000
"""Windows that are made at most: a day has 86,400 seconds."""


class Kernel(StrEnum):
    """How much a statement counts by its distance from the middle of a window."""

    UNIFORM = "uniform"
    TRIANGULAR = "triangular"
    EPANECHNIKOV = "epanechnikov"
    GAUSSIAN = "gaussian"


@dataclass(frozen=True, slots=True)
class Window:
    """A window of `size` steps that moves on by one; with a `kernel`, statements count by their distance.

    `indent` keeps a kernel's windows within the time of the statements; others always are. Raises SettingsError
    for a size below 1 or a kernel over events.
    """

    step: Step
    size: int
    kernel: Kernel | None = None
    indent: bool = False

    def __post_init__(self) -> None:
        if self.size < 1:
            raise SettingsError(f"a window has 1 step or more, not {self.size}")
        if self.step is Step.EVENTS and self.kernel is not None:
            raise SettingsError("a kernel needs a window of time, not of events")


def windows(statements: Events | Iterable[Coded], design: Design, window: Window) -> Iterator[Network]:
    """Yield a network for each place of the window, in order of time; statements of unknown time are in none.

    Windows of events hold half their size of statements on either side of one; of equal times the order given
    decides, where DNA draws lots. Others hold what lies within half their size on either side of their middle, in the
    time asked for or that of the statements. In DNA mode months that are too short move the day for good.
    """
    events = statements if isinstance(statements, Events) else Events.of(statements)
    units = counted(events, design)
    dated = int((~np.isnat(units.times)).sum())
    if not dated:
        return
    if window.kernel is not None:
        from onrecord.networks.kernels import smoothed

        yield from smoothed(units, dated, window)
    elif window.step is Step.EVENTS:
        yield from _of_events(units, dated, window.size // 2)
    else:
        yield from _of_time(units, dated, window)


def _of_events(units: Counted, dated: int, half: int) -> Iterator[Network]:
    for middle in range(half, dated - half):
        chosen = np.arange(middle - half, middle + half + 1)
        times = units.times[[chosen[0], middle, chosen[-1]]].tolist()
        yield project(units, chosen, window=(times[0], times[1], times[2]))


def _of_time(units: Counted, dated: int, window: Window) -> Iterator[Network]:
    first, last = span_of(units, dated)
    design, half = units.design, window.size // 2
    start, stop = design.since or first, design.until or last
    for middle in middles(start, stop, window.step, design.mode):
        low, high = shifted(middle, window.step, -half), shifted(middle, window.step, half)
        if start <= low and high <= stop:
            yield project(units, between(units, dated, low, high), window=(low, middle, high))


def span_of(units: Counted, dated: int) -> tuple[datetime, datetime]:
    """Return the times of the first and the last of the first `dated` units, which have one."""
    first, last = units.times[[0, dated - 1]].tolist()
    return first, last


def middles(start: datetime, stop: datetime, step: Step, mode: Mode) -> Iterator[datetime]:
    """Yield the middles of windows from `start` to `stop`, a step apart. Raises SettingsError for too many."""
    middle = start
    for number in range(1, MOST + 1):
        if middle > stop:
            return
        yield middle
        middle = shifted(middle, step, 1) if mode is Mode.DNA else shifted(start, step, number)
    if middle <= stop:
        raise SettingsError(f"more than {MOST} windows of {step.value}; take longer steps or a shorter time")


def between(units: Counted, dated: int, low: datetime, high: datetime) -> Ints:
    """Return the units from `low` to `high`, both included."""
    times = units.times[:dated]
    start = np.searchsorted(times, second(low), side="left")
    stop = np.searchsorted(times, second(high), side="right")
    return ints(np.arange(start, stop))
