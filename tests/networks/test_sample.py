"""Golden values: networks of DNA's own sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.interchange import dna
from onrecord.networks import Aggregation, Design, Duplicates, Events, Mode, Normalization, Shape, network

pytestmark = pytest.mark.shared

SUMS = [
    ("ignore", "no", "include", 276, 1e-9),
    ("congruence", "no", "include", 160, 1e-9),
    ("conflict", "no", "include", 116, 1e-9),
    ("subtract", "no", "include", 44, 1e-9),
    ("congruence", "average", "include", 25.80, 0.005),
    ("congruence", "jaccard", "include", 13.61, 0.005),
    ("conflict", "jaccard", "include", 10.86, 0.005),
    ("subtract", "jaccard", "include", 2.75, 0.005),
    ("congruence", "cosine", "include", 4.806, 0.0005),
    ("conflict", "cosine", "include", 4.067, 0.0005),
    ("subtract", "cosine", "include", 0.739, 0.0005),
    ("ignore", "no", "document", 78, 1e-9),
    ("congruence", "no", "document", 48, 1e-9),
    ("conflict", "no", "document", 38, 1e-9),
    ("subtract", "no", "document", 10, 1e-9),
]


@pytest.fixture(scope="module")
def events(shared: Path) -> Events:
    """Return the sample's statements."""
    return Events.of(dna.coded(dna.read(shared / "corpora/dna/sample.dna")))


@pytest.mark.parametrize("mode", list(Mode))
def test_the_two_mode_network_has_its_size_and_sum(events: Events, mode: Mode) -> None:
    """Seven organizations by six concepts, and every statement."""
    matrix = network(events, Design(rows="organization", columns="concept", mode=mode)).matrix()
    assert (matrix.shape, matrix.sum()) == ((7, 6), 40)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("aggregation", "normalization", "duplicates", "total", "off"), SUMS)
def test_the_one_mode_networks_have_their_sums(
    events: Events, mode: Mode, aggregation: str, normalization: str, duplicates: str, total: float, off: float
) -> None:
    """As DNA 3.1.2 computes them, in either mode."""
    design = Design(
        rows="organization",
        columns="concept",
        qualifier="agreement",
        shape=Shape.ONE_MODE,
        aggregation=Aggregation(aggregation),
        normalization=Normalization(normalization),
        duplicates=Duplicates(duplicates),
        mode=mode,
    )
    matrix = network(events, design).matrix()
    assert (matrix.shape, matrix.sum()) == ((7, 7), pytest.approx(total, abs=off))
