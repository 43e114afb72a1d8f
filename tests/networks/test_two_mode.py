"""Two-mode networks: rows linked to the columns they meet."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from tests.networks.coded import made, rows, said

from onrecord.errors import SettingsError
from onrecord.networks import Aggregation, Coded, Design, Mode, Normalization, network

SAID = [
    said(1, "Verek", "toll", True),
    said(2, "Verek", "toll", False),
    said(3, "Verek", "ferry", False),
    said(4, "Lorn", "toll", True),
    said(5, "Lorn", "toll", True),
]


def weights(statements: list[Coded], **choices: object) -> dict[tuple[str, str], float]:
    """Return the weights of all edges."""
    design = Design(rows="actor", columns="issue", qualifier="agree", **choices)  # type: ignore[arg-type]
    return {(edge.source, edge.target): edge.weight for edge in network(statements, design).edges()}


@given(drawn=rows)
@settings(max_examples=50, deadline=None)
def test_every_statement_counts_once(drawn: list[tuple[str, str, bool, str]]) -> None:
    """Ignoring the qualifier, a weight is the number of statements of an actor on an issue."""
    statements = [said(0, "Verek", "toll", True), *made(drawn)]
    wanted = Counter((coded.values["actor"], coded.values["issue"]) for coded in statements if coded.values["actor"])
    assert weights(statements) == wanted


def test_disagreement_is_subtracted() -> None:
    """Agreement counts one, disagreement minus one; what cancels out stays an edge of weight 0."""
    found = weights(SAID, aggregation=Aggregation.SUBTRACT)
    assert found == {("Verek", "toll"): 0, ("Verek", "ferry"): -1, ("Lorn", "toll"): 2}


def test_numbers_are_summed_up() -> None:
    """A qualifier of whole numbers counts by itself, also where it is 0 or 1 throughout."""
    statements = [said(1, "Verek", "toll", 0), said(2, "Lorn", "toll", 1), said(3, "Lorn", "toll", 1)]
    assert weights(statements, aggregation=Aggregation.SUBTRACT) == {("Verek", "toll"): 0, ("Lorn", "toll"): 2}


def test_combined_values_are_told_apart() -> None:
    """1 is agreement alone, 2 disagreement alone, 3 both."""
    found = weights(SAID, aggregation=Aggregation.COMBINE)
    assert found == {("Verek", "toll"): 3, ("Verek", "ferry"): 2, ("Lorn", "toll"): 1}


@pytest.mark.parametrize(
    ("normalization", "wanted"),
    [
        (Normalization.ACTIVITY, {("Verek", "toll"): 2 / 3, ("Verek", "ferry"): 1 / 3, ("Lorn", "toll"): 1}),
        (Normalization.PROMINENCE, {("Verek", "toll"): 1 / 2, ("Verek", "ferry"): 1, ("Lorn", "toll"): 1 / 2}),
    ],
)
def test_weights_are_shares(normalization: Normalization, wanted: dict[tuple[str, str], float]) -> None:
    """Activity divides by what the actor said at all, prominence by what was said of the issue at all."""
    assert weights(SAID, normalization=normalization) == pytest.approx(wanted)


def test_shares_of_combined_values_count_edges() -> None:
    """Combined values are divided by how many there are in the column."""
    found = weights(SAID, aggregation=Aggregation.COMBINE, normalization=Normalization.PROMINENCE)
    assert found == {("Verek", "toll"): 1.5, ("Verek", "ferry"): 2, ("Lorn", "toll"): 0.5}


def test_dna_counts_along_the_wrong_side() -> None:
    """In DNA mode combined columns are divided by what the row of their number has."""
    choices = {"aggregation": Aggregation.COMBINE, "normalization": Normalization.PROMINENCE, "mode": Mode.DNA}
    # ferry is column 0: divided by what Lorn, row 0, has; toll by what Verek has.
    assert weights(SAID, **choices) == {("Verek", "toll"): 1.5, ("Verek", "ferry"): 2, ("Lorn", "toll"): 0.5}


def test_dna_fails_where_there_is_no_such_row() -> None:
    """With more issues than actors DNA ends with an error, and so does its mode."""
    choices = {"aggregation": Aggregation.COMBINE, "normalization": Normalization.PROMINENCE, "mode": Mode.DNA}
    with pytest.raises(SettingsError, match="DNA fails"):
        weights(SAID[:3], **choices)


@pytest.mark.parametrize("choice", [Aggregation.CONGRUENCE, Normalization.JACCARD])
def test_what_is_for_one_mode_is_refused(choice: Aggregation | Normalization) -> None:
    """What only makes sense between actors is not taken for something else."""
    name = "aggregation" if isinstance(choice, Aggregation) else "normalization"
    with pytest.raises(SettingsError, match="is for onemode networks"):
        weights(SAID, **{name: choice})
