"""DNA's smoothed networks against its published procedure, statement by statement."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.networks.coded import said

from onrecord.networks import Aggregation, Coded, Design, Kernel, Mode, Normalization, Shape, Step, Window, windows

HALF = 2
ACTORS, ISSUES = ("Lorn", "Osk", "Verek"), ("ferry", "toll")

drawn = st.lists(
    st.tuples(st.sampled_from(ACTORS), st.sampled_from(ISSUES), st.booleans(), st.integers(0, 6)),
    min_size=1,
    max_size=12,
)


def zeta(when: datetime, middle: datetime) -> float:
    """Return what a statement counts: DNA's triangular kernel of whole days."""
    distance = 2 * int((middle - when).total_seconds() / 86_400) / (2 * HALF)
    return abs(1 - distance) if abs(distance) <= 1 else 0.0


def smoothed(statements: list[Coded], middle: datetime, average: bool) -> np.ndarray:
    """Return the congruence of all pairs of actors, themselves included."""
    times = [coded.when for coded in statements if coded.when]
    low, high = max(middle - timedelta(HALF), min(times)), min(middle + timedelta(HALF), max(times))
    names = sorted({str(coded.values["actor"]) for coded in statements})
    found = np.zeros((len(names), len(names)))

    def of(name: str, issue: str, agree: bool) -> list[datetime]:
        wanted = {"actor": name, "issue": issue, "agree": agree}
        return [coded.when for coded in statements if coded.values == wanted and coded.when]

    for i, one in enumerate(names):
        for j, other in enumerate(names):
            norm = 0.0
            for issue in ISSUES:
                for agree in (False, True):
                    left, right = of(one, issue, agree), of(other, issue, agree)
                    norm += 2 / (len(left) + len(right)) if left or right else 0
                    for t in left:
                        for u in right:
                            if low <= t <= high and low <= u <= high:
                                found[i, j] += sqrt(zeta(t, middle) * zeta(u, middle))
            if average and found[i, j] and norm:
                found[i, j] *= norm
    return found


@pytest.mark.parametrize("average", [False, True])
@given(rows=drawn)
@settings(max_examples=40, deadline=None)
def test_smoothed_networks_are_those_of_the_procedure(rows: list[tuple[str, str, bool, int]], average: bool) -> None:
    """Every window, with the diagonal, with and without DNA's average."""
    # Both values occur: with one alone DNA divides by 0.
    both = [("Verek", "toll", True, 3), ("Verek", "ferry", False, 3)]
    start = datetime(2024, 2, 27)
    statements = [
        said(at, actor, issue, agree, (start + timedelta(day)).isoformat())
        for at, (actor, issue, agree, day) in enumerate([*both, *rows])
    ]
    design = Design(
        rows="actor",
        columns="issue",
        qualifier="agree",
        shape=Shape.ONE_MODE,
        aggregation=Aggregation.CONGRUENCE,
        normalization=Normalization.AVERAGE if average else Normalization.NO,
        mode=Mode.DNA,
    )
    for made in windows(statements, design, Window(Step.DAYS, 2 * HALF, Kernel.TRIANGULAR)):
        assert made.at is not None
        assert made.matrix() == pytest.approx(smoothed(statements, made.at, average))
