"""Intervals of weights against simulation: each statement right or wrong by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.networks.coded import said

from onrecord.networks import Aggregation, Coded, Design, Duplicates, Normalization, Shape, network

DRAWS = 1000
"""Simulated records: the share within an interval of 90 % is then known to ± 2 points."""


def coverage() -> list[Coded]:
    """Return two actors' statements on three issues, of mixed confidence."""
    rng = np.random.default_rng(20)
    return [
        said(n, ["Verek", "Lorn"][n % 2], ["toll", "ferry", "bridge"][n % 3], bool(rng.random() < 0.6), confidence=p)
        for n, p in enumerate(rng.uniform(0.3, 0.95, 90).tolist())
    ]


def drawn(statements: list[Coded], design: Design) -> np.ndarray:
    """Return the weight between the two in each simulated record."""
    rng = np.random.default_rng(4)
    found = []
    for _ in range(DRAWS):
        right = [coded for coded in statements if rng.random() < coded.confidence]
        made = network([replace(coded, confidence=1.0) for coded in right], design)
        found.append(made.matrix()[0, int(design.shape is Shape.ONE_MODE)])
    return np.array(found)


@pytest.mark.parametrize(
    ("shape", "aggregation"),
    [
        (Shape.ONE_MODE, Aggregation.IGNORE),
        (Shape.ONE_MODE, Aggregation.CONGRUENCE),
        (Shape.ONE_MODE, Aggregation.SUBTRACT),
        (Shape.TWO_MODE, Aggregation.IGNORE),
        (Shape.TWO_MODE, Aggregation.SUBTRACT),
    ],
)
def test_nine_of_ten_records_lie_within(shape: Shape, aggregation: Aggregation) -> None:
    """The interval holds 90 % of the simulated weights, and its middle is their mean."""
    statements = coverage()
    design = Design(rows="actor", columns="issue", qualifier="agree", shape=shape, aggregation=aggregation)
    edge = next(iter(network(statements, design).edges()))
    weights = drawn(statements, design)
    assert edge.low is not None and edge.high is not None and edge.expected is not None
    inside = float(((weights >= edge.low) & (weights <= edge.high)).mean())
    error = 4 * weights.std() / DRAWS**0.5
    assert (inside, weights.mean()) == (pytest.approx(0.9, abs=0.05), pytest.approx(edge.expected, abs=error))


def test_what_is_certain_has_no_interval() -> None:
    """Statements that people coded leave nothing open."""
    statements = [said(1, "Verek", "toll", True), said(2, "Lorn", "toll", True)]
    design = Design(rows="actor", columns="issue", shape=Shape.ONE_MODE)
    (edge,) = network(statements, design).edges()
    assert (edge.low, edge.expected, edge.high) == (1, 1, 1)


def test_a_reprinted_statement_is_as_sure_as_its_surest_telling() -> None:
    """Errors of reprints hang together: the highest probability is a lower bound of that of any being right."""
    statements = [said(n, "Verek", "toll", True, confidence=p, fullest_id="u") for n, p in enumerate([0.4, 0.7])]
    (edge,) = network(statements, Design(rows="actor", columns="issue")).edges()
    assert (edge.weight, edge.expected) == (1, pytest.approx(0.7))


def test_intervals_are_normalised_with_their_weights() -> None:
    """What an activity divides, it divides throughout: bounds stay around the weight expected."""
    statements = [said(n, "Verek", "toll", True, confidence=0.5) for n in range(4)]
    design = Design(rows="actor", columns="issue", normalization=Normalization.ACTIVITY, duplicates=Duplicates.INCLUDE)
    (edge,) = network(statements, design).edges()
    assert (edge.weight, edge.expected, edge.low, edge.high) == pytest.approx(
        (1, 0.5, 0.5 - 0.4112, 0.5 + 0.4112), abs=1e-4
    )
