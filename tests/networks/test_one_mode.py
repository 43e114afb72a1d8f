"""One-mode networks against their definition, on made-up statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from tests.networks import naive
from tests.networks.coded import made, rows, said

from onrecord.errors import SettingsError
from onrecord.networks import Aggregation, Design, Mode, Normalization, Shape, network, onemode

AGGREGATIONS = [Aggregation.IGNORE, Aggregation.CONGRUENCE, Aggregation.CONFLICT, Aggregation.SUBTRACT]
NORMALIZATIONS = [Normalization.NO, Normalization.AVERAGE, Normalization.JACCARD, Normalization.COSINE]


def design(
    aggregation: Aggregation = Aggregation.CONGRUENCE, normalization: Normalization = Normalization.NO
) -> Design:
    """Return a design of actors who share issues."""
    return Design(
        rows="actor",
        columns="issue",
        qualifier="agree",
        shape=Shape.ONE_MODE,
        aggregation=aggregation,
        normalization=normalization,
    )


@pytest.mark.parametrize("normalization", NORMALIZATIONS)
@pytest.mark.parametrize("aggregation", AGGREGATIONS)
@pytest.mark.parametrize("dense", [0, 4096])
@given(drawn=rows)
@settings(max_examples=30, deadline=None)
def test_weights_are_those_of_the_definition(
    drawn: list[tuple[str, str, bool, str]], dense: int, aggregation: Aggregation, normalization: Normalization
) -> None:
    """Every pair has the weight of the definition, computed as a matrix or pair by pair."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(onemode, "DENSE", dense)
        patch.setattr(onemode, "BLOCK", 3)
        statements = [said(0, "Verek", "toll", True), *made(drawn)]
        found = network(statements, design(aggregation, normalization))
    wanted = naive.one_mode(naive.cells(statements), aggregation, normalization)
    assert {(e.source, e.target): e.weight for e in found.edges()} == pytest.approx(wanted)


def test_a_matrix_is_symmetric() -> None:
    """What one counts for the other, the other counts for the one."""
    found = network([said(1, "Verek", "toll", True), said(2, "Lorn", "toll", True)], design())
    assert np.array_equal(found.matrix(), [[0, 1], [1, 0]])


def test_edges_open_what_counts_for_them() -> None:
    """Of three statements on one issue, congruence rests on the two that agree."""
    statements = [said(1, "Verek", "toll", True), said(2, "Lorn", "toll", True), said(3, "Lorn", "toll", False)]
    assert [edge.statements for edge in network(statements, design()).edges()] == [("s1", "s2")]


@given(drawn=rows)
@settings(max_examples=50, deadline=None)
def test_as_many_statements_support_an_edge_as_it_opens(drawn: list[tuple[str, str, bool, str]]) -> None:
    """Counting what an edge rests on and listing it come to the same."""
    found = network([said(0, "Verek", "toll", True), *made(drawn)], design())
    sources, targets = found.weights.source.tolist(), found.weights.target.tolist()
    numbers = [found.support(source, target) for source, target in zip(sources, targets, strict=True)]
    assert numbers == [len(edge.statements) for edge in found.edges()]


def test_numbers_agree_by_distance() -> None:
    """On a scale from -1 to 1, support and neutral agree by half."""
    statements = [said(1, "Verek", "toll", 1), said(2, "Lorn", "toll", 0), said(3, "Tarsk", "toll", -1)]
    found = network(statements, design())
    assert {(e.source, e.target): e.weight for e in found.edges()} == {("Lorn", "Tarsk"): 0.5, ("Lorn", "Verek"): 0.5}


def test_a_scale_ranges_over_the_time_asked_for() -> None:
    """What lies out of it does not make those within nearer to one another, as in DNA."""
    statements = [said(1, "Verek", "toll", 1), said(2, "Lorn", "toll", 0), said(3, "Osk", "toll", 9, "2001-01-01")]
    asked = replace(design(Aggregation.CONFLICT), since=datetime(2020, 1, 1))
    assert [edge.weight for edge in network(statements, asked).edges()] == [1.0]


def test_words_conflict_where_they_differ() -> None:
    """A qualifier in words has no distances: equal or not."""
    statements = [said(1, "Verek", "toll", "yes"), said(2, "Lorn", "toll", "later"), said(3, "Tarsk", "toll", "yes")]
    found = network(statements, design(Aggregation.CONFLICT))
    assert {(e.source, e.target) for e in found.edges()} == {("Lorn", "Verek"), ("Lorn", "Tarsk")}


def test_dna_counts_silence_as_conflict_of_words() -> None:
    """In DNA mode an actor who said a word that another never said conflicts with them, whatever the issue."""
    statements = [said(1, "Verek", "toll", "yes"), said(2, "Lorn", "ferry", "yes")]
    asked = Design(
        rows="actor",
        columns="issue",
        qualifier="agree",
        shape=Shape.ONE_MODE,
        aggregation=Aggregation.CONFLICT,
        mode=Mode.DNA,
    )
    (edge,) = network(statements, asked).edges()
    assert (edge.weight, edge.low) == (2.0, None)


def test_too_many_pairs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that no memory holds is refused, with the way out."""
    monkeypatch.setattr(onemode, "DENSE", 1)
    monkeypatch.setattr(onemode, "PAIRS", 2)
    statements = [said(number, f"actor {number}", "toll", True) for number in range(4)]
    with pytest.raises(SettingsError, match="6 pairs; keep those that matter: top"):
        network(statements, design())


def test_the_order_of_statements_changes_nothing() -> None:
    """Statements given the other way round make the same network, with the same evidence."""
    statements = [said(n, ["Verek", "Lorn", "Osk"][n % 3], "toll", n % 2 == 0) for n in range(9)]
    one, other = (list(network(each, design()).edges()) for each in (statements, statements[::-1]))
    assert one == other
