"""Communities, polarisation and backbones."""

from __future__ import annotations

from itertools import combinations

import networkx
import numpy as np
import pytest
from tests.networks.coded import said

from onrecord.errors import SettingsError
from onrecord.networks import (
    Aggregation,
    Coded,
    Design,
    Network,
    Shape,
    backbone,
    communities,
    disparity,
    modularity,
    nested,
    network,
    polarisation,
)
from onrecord.networks.backbone import spectrum


def one_mode(aggregation: Aggregation = Aggregation.CONGRUENCE) -> Design:
    """Return a design of actors who share issues."""
    return Design(rows="actor", columns="issue", qualifier="agree", shape=Shape.ONE_MODE, aggregation=aggregation)


def karate() -> tuple[Network, networkx.Graph]:
    """Return Zachary's karate club, each friendship an issue that two agree on."""
    graph = networkx.karate_club_graph()
    statements = []
    for at, (one, other, weight) in enumerate(graph.edges(data="weight")):
        names = [f"{one:02}", *[f"{other:02}"] * weight]
        statements += [said(len(statements) + n, name, f"i{at}", True) for n, name in enumerate(names)]
    return network(statements, one_mode()), graph


def camps() -> list[Coded]:
    """Return two camps of three that agree within and disagree between, but for one."""
    sides = {"Verek": True, "Lorn": True, "Osk": True, "Tarsk": False, "Melk": False, "Brin": False}
    statements = [
        said(at * 10 + n, who, issue, side)
        for at, issue in enumerate(["toll", "ferry", "bridge"])
        for n, (who, side) in enumerate(sides.items())
    ]
    return [*statements, said(99, "Osk", "harbour", True), said(98, "Melk", "harbour", True)]


def test_modularity_is_that_of_networkx() -> None:
    """On the karate club's two known factions."""
    found, graph = karate()
    groups = [int(graph.nodes[n]["club"] == "Officer") for n in graph]
    factions = [{n for n in graph if groups[n] == side} for side in (0, 1)]
    assert modularity(found, groups) == pytest.approx(networkx.community.modularity(graph, factions))


def test_communities_are_as_good_as_those_of_networkx() -> None:
    """As modular as the best of ten runs of networkx's own method of Louvain, within a hundredth."""
    found, graph = karate()
    runs = [networkx.community.louvain_communities(graph, seed=seed) for seed in range(10)]
    best = max(networkx.community.modularity(graph, run) for run in runs)
    assert modularity(found, communities(found)) > best - 0.01


def test_camps_are_communities() -> None:
    """Actors who agree are one community, numbered by the first name."""
    assert communities(network(camps(), one_mode())) == (0, 1, 0, 1, 0, 1)


def test_a_two_mode_network_has_no_communities() -> None:
    """It is said so, rather than taken for something else."""
    with pytest.raises(SettingsError, match="one-mode network"):
        communities(network(camps(), Design(rows="actor", columns="issue")))


def test_polarisation_finds_the_camps() -> None:
    """Rows are Brin, Lorn, Melk, Osk, Tarsk, Verek: one pair alone agrees across."""
    found = polarisation(network(camps(), one_mode()), network(camps(), one_mode(Aggregation.CONFLICT)))
    assert (found.camps, found.balance) == ((0, 1, 0, 1, 0, 1), pytest.approx(45 / 46))


def test_agreement_across_lessens_the_index() -> None:
    """Of 19 agreements 18 are within: (1 − 18) / 19."""
    found = polarisation(network(camps(), one_mode()), network(camps(), one_mode(Aggregation.CONFLICT)))
    assert found.external_internal == pytest.approx(-17 / 19)


def test_no_partition_of_two_camps_is_better() -> None:
    """Of all partitions of six rows, tried one by one."""
    congruence, conflict = network(camps(), one_mode()), network(camps(), one_mode(Aggregation.CONFLICT))
    like, unlike = congruence.matrix(), conflict.matrix()

    def balance(side: set[int]) -> float:
        same = np.array([[(a in side) == (b in side) for b in range(6)] for a in range(6)])
        return float((like[same].sum() + unlike[~same].sum()) / (like + unlike).sum())

    best = max(balance(set(side)) for size in range(4) for side in combinations(range(6), size))
    assert polarisation(congruence, conflict).balance == pytest.approx(best)


def test_polarisation_needs_both_networks() -> None:
    """Agreement alone does not tell who stands against whom."""
    with pytest.raises(SettingsError, match="one of conflict"):
        polarisation(network(camps(), one_mode()), network(camps(), one_mode()))


def test_the_disparity_filter_keeps_what_chance_does_not_explain() -> None:
    """An actor whose every other link is light: (1 − 20/24)^4 < .05, (1 − 1/24)^4 is not."""
    statements = [said(n, "Verek", "toll", True) for n in range(20)]
    statements += [said(20 + n, "Verek", f"issue {n}", True) for n in range(4)]
    found = disparity(network(statements, Design(rows="actor", columns="issue")))
    assert [edge.target for edge in found.edges()] == ["toll"]


def test_a_level_is_a_probability() -> None:
    """Neither all nor nothing."""
    with pytest.raises(SettingsError, match="a probability"):
        disparity(network(camps(), one_mode()), level=1)


def test_the_backbone_gives_up_first_what_tells_least() -> None:
    """The three issues that tell the same go before the one that links the camps is all there is."""
    found = nested(camps(), one_mode())
    assert {step.column for step in found} == {"toll", "ferry", "bridge", "harbour"}


def test_the_backbone_loses_nothing_by_copies() -> None:
    """Without one of two issues on which everybody says the same, the network is the same but for its scale."""
    statements = [
        said(at * 10 + n, who, issue, True)
        for at, issue in enumerate(["toll", "ferry"])
        for n, who in enumerate(["Verek", "Lorn", "Osk"])
    ]
    first, last = nested(statements, one_mode())
    assert (first.column, first.loss, last.redundant_loss) == ("toll", pytest.approx(0), pytest.approx(0))


def test_too_many_columns_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told how many there may be."""
    monkeypatch.setattr(backbone, "MOST", 3)
    with pytest.raises(SettingsError, match="4 columns are too many"):
        nested(camps(), one_mode())


def test_a_spectrum_sums_to_one() -> None:
    """A triangle's Laplacian has eigenvalues 3, 3 and 0."""
    assert spectrum(np.ones((3, 3)) - np.eye(3)) == pytest.approx([0.5, 0.5, 0])
