"""From Python: issues, positions, common ground and networks of the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from onrecord.errors import InputError, MissingError, SettingsError
from onrecord.networks import Aggregation, Shape
from onrecord.record import Stance
from onrecord.record.position import Ground, Leaning

BOOK = """
[[concept]]
name = "sluices of the Asel"
description = "Closing or opening the sluices on the River Asel."
examples = ["We will not close our sluices.", "Sarnovia threatened to close its sluices."]

[[concept]]
name = "upper dam"
description = "Keeping the upper dam open."
examples = ["The upper dam could stay open in July.", "Tolmark decides what happens at a Tolmarkian dam."]
"""


@pytest.fixture
def coded(summit: onrecord.Record, tmp_path: Path) -> onrecord.Record:
    """Give the record of the examples, coded with two concepts."""
    (tmp_path / "book.toml").write_text(BOOK, encoding="utf-8")
    assert summit.code(tmp_path / "book.toml") > 0
    return summit


def test_found_issues_count_what_is_about_them(summit: onrecord.Record) -> None:
    """Those on which most was said come first, and the stances add up."""
    found = summit.issues()
    numbers = [each.statements for each in found]
    assert numbers == sorted(numbers, reverse=True)
    assert [sum(number for _, number in each.stances) for each in found] == numbers


def test_issues_are_found_by_words_of_their_name(coded: onrecord.Record) -> None:
    """Whatever their case."""
    assert [each.name for each in coded.issues("SLUICES")] == ["sluices of the Asel"]


def test_a_codebook_names_the_issues(coded: onrecord.Record) -> None:
    """The concepts are the issues, told as such."""
    assert {(each.name, each.coded) for each in coded.issues()} == {("sluices of the Asel", True), ("upper dam", True)}


def test_without_a_codebook_issues_are_found_anew(coded: onrecord.Record) -> None:
    """What was coded is found again without a codebook."""
    coded.code()
    assert not any(each.coded for each in coded.issues())


def test_a_codebook_that_is_none_leaves_all_as_it_was(summit: onrecord.Record, tmp_path: Path) -> None:
    """A file that cannot be understood raises."""
    (tmp_path / "book.toml").write_text("[[concept]]\nnaem = 1\n", encoding="utf-8")
    before = summit.issues()
    with pytest.raises(InputError):
        summit.code(tmp_path / "book.toml")
    assert summit.issues() == before


def test_an_issue_has_everybodys_position(coded: onrecord.Record) -> None:
    """By name; each position is on that issue."""
    shown = coded.issue("sluices of the Asel")
    assert shown.positions
    assert {each.issue for each in shown.positions} == {"sluices of the Asel"}


def test_a_listed_issue_is_shown(coded: onrecord.Record) -> None:
    """What a list gave can be asked for."""
    first = coded.issues()[0]
    assert coded.issue(first).listed == first


def test_an_issue_that_is_none_is_told(summit: onrecord.Record) -> None:
    """A name of nothing raises."""
    with pytest.raises(MissingError):
        summit.issue("the price of tea")


def test_a_position_rests_on_its_statements(coded: onrecord.Record) -> None:
    """Each is one of the actor's on that issue, and a passage counts once."""
    [position] = coded.positions(actors=("Ilan Verek",), issues=("sluices of the Asel",))
    on_it = coded.issue("sluices of the Asel").listed.id
    ids = {each.id for each in coded.statements(issue=on_it, speaker="Verek")}
    assert {stand.statement_id for stand in position.stands} <= ids
    assert len(position.counted) == len({stand.utterance_id for stand in position.stands})


def test_positions_are_no_more_than_asked_for(summit: onrecord.Record) -> None:
    """The limit is one of positions."""
    assert len(summit.positions(limit=1)) == 1


def test_a_filter_that_is_none_is_told(summit: onrecord.Record) -> None:
    """A probability is from 0 to 1."""
    with pytest.raises(SettingsError):
        summit.positions(min_confidence=2)


def test_common_ground_is_told_issue_by_issue(coded: onrecord.Record) -> None:
    """The positions are in the order of the sides, the answer is what they give."""
    found = {each.issue: each for each in coded.common_ground("Ilan Verek", "Hedda Lorn")}
    assert "upper dam" in found
    assert {tuple(p.actor for p in each.positions) for each in found.values()} == {("Ilan Verek", "Hedda Lorn")}


def test_who_takes_no_side_leaves_the_ground_open(coded: onrecord.Record) -> None:
    """Where one position is neutral, nothing is told of common ground."""
    found = [
        each.ground
        for each in coded.common_ground("Ilan Verek", "Hedda Lorn")
        if Leaning.NEUTRAL in {position.leaning for position in each.positions}
    ]
    assert set(found) <= {Ground.OPEN}


def test_common_ground_needs_two_sides(summit: onrecord.Record) -> None:
    """One side has none."""
    with pytest.raises(SettingsError):
        summit.common_ground("Ilan Verek")


def test_a_network_links_speakers_with_issues(coded: onrecord.Record) -> None:
    """Each edge has the statements that it rests on."""
    network = coded.network("speaker", "issue")
    assert "Ilan Verek" in network.rows
    assert set(network.columns) <= {"sluices of the Asel", "upper dam"}
    assert all(edge.statements for edge in network.edges())


def test_a_network_of_speakers_goes_by_stances(coded: onrecord.Record) -> None:
    """Congruence needs the qualifier, which is the stance unless another is named."""
    network = coded.network(shape=Shape.ONE_MODE, aggregation=Aggregation.CONGRUENCE)
    assert network.design.qualifier == "stance"
    assert network.rows == network.columns


def test_stances_are_among_three(coded: onrecord.Record) -> None:
    """Every statement about an issue supports it, opposes it, or takes no side."""
    stances = {each.stance for each in coded.statements() if each.issue}
    assert stances
    assert stances <= {stance.value for stance in Stance}
