"""``onrecord lineage`` tells what descends from what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.present.conftest import Command
from tests.present.retold import retold_record


@pytest.fixture
def lineage(command: Command, tmp_path: Path) -> Command:
    """Give the command on a record of a wire report, its reprint, its later version and another article."""
    retold_record(tmp_path / "record.onrecord").close()
    return lambda *words: command("lineage", *words)


def test_families_are_listed_with_their_likely_origin(lineage: Command) -> None:
    """The report, its reprint and its later version are one family."""
    [family] = [json.loads(line) for line in lineage("--json").out.splitlines()]
    assert [member["outlet"] for member in family["members"]] == ["Meridian Wire", "Tern News", "Meridian Wire"]
    assert family["members"][0]["descent"] is None


def test_families_fit_80_columns(lineage: Command) -> None:
    """The table for people is no wider where there is no terminal."""
    ended = lineage()
    assert max(map(len, ended.out.splitlines())) <= 80
    assert ended.err == "1 family\n"


def test_an_article_is_told_with_what_it_descends_from(lineage: Command) -> None:
    """The share of its text that stands in the origin is told."""
    out = " ".join(lineage("reprint").out.split())
    assert "Tern News, 2031-03-04" in out
    assert "one of 3 texts of one report" in out
    assert "reprint: 100% of its text, 100% of the origin's" in out


def test_an_article_without_relatives_is_a_text_of_its_own(lineage: Command) -> None:
    """It is no one's reprint."""
    assert "The Lantern, 2031-03-05" in lineage("altered").out
    assert "a text of its own" in lineage("altered").out


def test_two_versions_are_told_sentence_by_sentence(lineage: Command) -> None:
    """What changed is marked with signs, so that colour is not needed."""
    lines = lineage("wire", "later").out.splitlines()
    assert any(line.startswith("* [+ Thirty-three] boats") for line in lines)
    assert any(line.startswith("− [− Thirty-one] boats") for line in lines)


def test_what_may_change_the_meaning_is_told_with_its_reason(lineage: Command) -> None:
    """Beneath the sentence stands what of it is another number."""
    assert any(line.startswith("  ! number: ") for line in lineage("wire", "later").out.splitlines())


def test_two_reports_are_no_versions(lineage: Command) -> None:
    """Two articles that share no text are told as that, however they compare."""
    assert "No versions of one text: two reports" in " ".join(lineage("wire", "altered").out.split())
    assert "No versions" not in lineage("wire", "later").out


@pytest.mark.parametrize("words", [("nowhere",), ("wire", "wire"), ("wire", "later", "reprint")])
def test_what_cannot_be_told_is_said(lineage: Command, words: tuple[str, ...]) -> None:
    """A wrong name, one article twice, three articles."""
    ended = lineage(*words)
    assert ended.code != 0
    assert ended.out == ""
