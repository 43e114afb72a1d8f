"""The retold quotations of our own are read as they are marked up."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.retellings import Outcome, Retold, outcomes, read, scores

from onrecord.record import Difference, DifferenceKind, Form, Relation, SaidBasis

LINE = "negation or tense | altered | {speaker: Odo Brand; to: us; on: 2021-03-04} Stay. | he would “stay” || or “go”\n"


@pytest.fixture
def pair(tmp_path: Path) -> Retold:
    """Give the one pair of a file."""
    path = tmp_path / "retellings.txt"
    path.write_text(f"# a remark\n\n{LINE}", encoding="utf-8")
    (pair,) = read(path)
    return pair


def test_labels_are_read(pair: Retold) -> None:
    """Kinds and relation, with the line they stand on."""
    assert (pair.line, pair.kinds) == (3, {DifferenceKind.NEGATION, DifferenceKind.TENSE})
    assert pair.relation is Relation.ALTERED


def test_a_fuller_telling_without_marks_is_direct(pair: Retold) -> None:
    """Its circumstances are no words of it."""
    assert (pair.fuller.form, pair.fuller.words) == (Form.DIRECT, "Stay.")


def test_circumstances_are_read(pair: Retold) -> None:
    """Who spoke, to whom, and on which day, that the text states."""
    fuller = pair.fuller
    assert (fuller.speaker, fuller.addressee, fuller.said_basis) == ("Odo Brand", "us", SaidBasis.STATED)


def test_marks_quote(pair: Retold) -> None:
    """Words within marks, in their parts."""
    assert [[p.words[a:b] for a, b in p.quoted] for p in pair.other.parts] == [["stay"], ["go"]]
    assert pair.other.form is Form.MIXED


@pytest.mark.parametrize(
    ("kinds", "named"),
    [(["negation"], True), (["tense"], True), (["negation", "tense"], False), (["number"], False), ([], False)],
)
def test_exactly_one_right_kind_names(pair: Retold, kinds: list[str], named: bool) -> None:
    """Two kinds flagged, another one or none are wrong."""
    flagged = tuple(Difference(DifferenceKind(kind), None, (0, 1), True, "why") for kind in kinds)
    assert Outcome(pair, flagged, Relation.ALTERED).named is named


def test_all_pairs_are_compared() -> None:
    """The gold file is read whole; every share is one."""
    assert len(outcomes()) > 140
    assert all(0 <= share <= 1 for share in scores(outcomes()).values())
