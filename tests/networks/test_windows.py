"""Windows of time and kernels, by hand, as DNA steps through time and corrected."""

from __future__ import annotations

from datetime import datetime
from math import exp, pi, sqrt

import numpy as np
import pytest
from tests.networks.coded import said

from onrecord.errors import SettingsError
from onrecord.networks import (
    Aggregation,
    Coded,
    Design,
    Kernel,
    Mode,
    Network,
    Normalization,
    Shape,
    Step,
    Window,
    windows,
)

DAYS = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-05"]
SAID = [said(n, "Verek", "toll", True, day) for n, day in enumerate(DAYS)]


def moved(statements: list[Coded], window: Window, **choices: object) -> list[Network]:
    """Return the networks of a moving window."""
    design = Design(rows="actor", columns="issue", **choices)  # type: ignore[arg-type]
    return list(windows(statements, design, window))


def test_windows_of_days_hold_what_lies_around_them() -> None:
    """Three days: one on either side; only windows within the time of the statements are there."""
    found = [(made.at, made.counted) for made in moved(SAID, Window(Step.DAYS, 3))]
    assert found == [(datetime(2024, 1, 2), 3), (datetime(2024, 1, 3), 2), (datetime(2024, 1, 4), 2)]


def test_windows_are_within_the_time_asked_for() -> None:
    """A time asked for makes windows where there are no statements, too."""
    found = moved(SAID, Window(Step.DAYS, 1), since=datetime(2024, 1, 1), until=datetime(2024, 1, 7))
    assert [made.counted for made in found] == [1, 1, 1, 0, 1, 0, 0]


def test_windows_of_events_hold_statements_on_either_side() -> None:
    """Two events: one before and one after the middle one."""
    found = [(made.start, made.at, made.counted) for made in moved(SAID, Window(Step.EVENTS, 2))]
    assert found == [(datetime(2024, 1, 1), datetime(2024, 1, 2), 3), (datetime(2024, 1, 2), datetime(2024, 1, 3), 3)]


def test_statements_of_unknown_time_are_in_no_window() -> None:
    """Nobody knows in which they belong."""
    found = moved([*SAID, said(9, "Verek", "toll", True, "")], Window(Step.EVENTS, 2))
    assert [made.counted for made in found] == [3, 3]


@pytest.mark.parametrize(("mode", "day"), [(Mode.DNA, 29), (Mode.CORRECTED, 31)])
def test_short_months(mode: Mode, day: int) -> None:
    """After February, DNA goes on from its last day; corrected windows are those of the first one's day."""
    statements = [said(1, "Verek", "toll", True, "2024-01-31"), said(2, "Verek", "toll", True, "2024-04-02")]
    found = moved(statements, Window(Step.MONTHS, 1), mode=mode)
    assert [made.at.day for made in found if made.at] == [31, 29, day]


@pytest.mark.parametrize(
    ("mode", "kernel", "wanted"),
    [
        (Mode.CORRECTED, Kernel.UNIFORM, 0.5 * 3),
        (Mode.CORRECTED, Kernel.TRIANGULAR, 0.5 + 1 + 0.5),
        (Mode.CORRECTED, Kernel.EPANECHNIKOV, 0.75 * (0.75 + 1 + 0.75)),
        (Mode.DNA, Kernel.UNIFORM, 0.5 * 3),
        (Mode.DNA, Kernel.TRIANGULAR, 0.5 + 1 + 1.5),
        (Mode.DNA, Kernel.EPANECHNIKOV, 0.75 * (0.25 + 1 + 2.25)),
    ],
)
def test_kernels_count_by_distance(mode: Mode, kernel: Kernel, wanted: float) -> None:
    """A day before, the day itself and a day after, of two on either side; DNA counts |1 − d| and (1 − d)²."""
    statements = [said(n, "Verek", "toll", True, f"2024-01-{day:02}") for n, day in enumerate([1, 4, 5, 6, 9])]
    found = moved(statements, Window(Step.DAYS, 4, kernel, indent=True), mode=mode)
    (middle,) = [made for made in found if made.at == datetime(2024, 1, 5)]
    assert middle.matrix()[0, 0] == pytest.approx(wanted)


def test_the_gaussian_kernel_reaches_everything() -> None:
    """Whatever the window's size, and in standard deviations of half of it."""
    statements = [said(1, "Verek", "toll", True, "2024-01-01"), said(2, "Verek", "toll", True, "2024-01-05")]
    found = moved(statements, Window(Step.DAYS, 2, Kernel.GAUSSIAN))
    assert found[0].matrix()[0, 0] == pytest.approx((1 + exp(-8)) / sqrt(2 * pi))


def test_two_statements_count_by_their_geometric_mean() -> None:
    """In one-mode networks, as in DNA."""
    statements = [said(1, "Verek", "toll", True, "2024-01-01"), said(2, "Lorn", "toll", True, "2024-01-02")]
    found = moved(statements, Window(Step.DAYS, 4, Kernel.TRIANGULAR), shape=Shape.ONE_MODE)
    assert found[0].matrix()[0, 1] == pytest.approx(sqrt(1 * 0.5))


def test_dna_fills_the_diagonal_of_smoothed_networks() -> None:
    """A statement counts with itself: a defect that only DNA mode has."""
    statements = [said(1, "Verek", "toll", True), said(2, "Lorn", "toll", True)]
    (found,) = moved(statements, Window(Step.DAYS, 2, Kernel.UNIFORM), shape=Shape.ONE_MODE, mode=Mode.DNA)
    assert found.matrix() == pytest.approx(np.full((2, 2), 0.5))


def test_dna_averages_by_cell() -> None:
    """The average of DNA's kernels sums 2 / (n + n') over columns: 2 / 2 for the toll, and 2 / 1 for the ferry."""
    statements = [said(1, "Verek", "toll", True), said(2, "Lorn", "toll", True), said(3, "Lorn", "ferry", True)]
    (found,) = moved(
        statements,
        Window(Step.DAYS, 2, Kernel.UNIFORM),
        shape=Shape.ONE_MODE,
        mode=Mode.DNA,
        normalization=Normalization.AVERAGE,
    )
    assert found.matrix()[0, 1] == pytest.approx(0.5 * (2 / 2 + 2 / 1))


def test_dna_ranks_numbers() -> None:
    """Of -1, 0 and 2 the first two are as far apart as the last two; corrected, a third and two thirds of all."""
    statements = [said(n, name, "toll", k) for n, (name, k) in enumerate([("Verek", -1), ("Lorn", 0), ("Osk", 2)])]
    choices = {"shape": Shape.ONE_MODE, "aggregation": Aggregation.CONFLICT, "qualifier": "agree"}
    found = [
        moved(statements, Window(Step.DAYS, 2, Kernel.UNIFORM), mode=mode, **choices)[0].matrix()[0, 2]
        for mode in (Mode.DNA, Mode.CORRECTED)
    ]
    assert found == pytest.approx([0.5 * 1 / 2, 0.5 * 1 / 3])


@pytest.mark.parametrize(
    "choices",
    [
        {"normalization": Normalization.JACCARD, "shape": Shape.ONE_MODE},
        {"aggregation": Aggregation.COMBINE, "qualifier": "agree"},
    ],
)
def test_what_dna_takes_for_something_else_is_refused(choices: dict[str, object]) -> None:
    """DNA silently normalises by average instead of Jaccard, and subtracts instead of combining."""
    with pytest.raises(SettingsError, match="DNA's kernels do not"):
        moved(SAID, Window(Step.DAYS, 2, Kernel.UNIFORM), mode=Mode.DNA, **choices)


def test_more_windows_than_anybody_reads_are_refused() -> None:
    """Seconds of years are told to be too many after 100,000."""
    statements = [said(1, "Verek", "toll", True, "2024-01-01"), said(2, "Verek", "toll", True, "2024-02-01")]
    with pytest.raises(SettingsError, match="more than 1000 windows of seconds"), pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.networks.moving.MOST", 1000)
        moved(statements, Window(Step.SECONDS, 1))


@pytest.mark.parametrize("choices", [{"size": 0}, {"step": Step.EVENTS, "kernel": Kernel.UNIFORM}])
def test_a_window_that_is_none_is_refused(choices: dict[str, object]) -> None:
    """A window has a size, and a kernel needs time."""
    with pytest.raises(SettingsError):
        Window(**({"step": Step.DAYS, "size": 3} | choices))  # type: ignore[arg-type]
