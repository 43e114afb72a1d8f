"""``onrecord issues``, ``positions`` and ``common-ground`` tell who stands where, with the statements that say so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.present.conftest import Command, Ended
from tests.query.stood import stood_record

BOOK = """
[[concept]]
name = "harbour dues"
examples = ["The dues of the harbour must go.", "No more dues."]
"""


@pytest.fixture
def stood(command: Command, tmp_path: Path) -> Command:
    """Give the command line beside a record in which it is known who stands where."""
    stood_record(tmp_path / "record.onrecord").close()
    return command


def _objects(ended: Ended) -> list[dict[str, Any]]:
    assert ended.code == 0
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.mark.parametrize("words", [("issues",), ("positions",), ("common-ground", "Ada Mott", "Bo Lund")])
def test_answers_fit_80_columns(stood: Command, words: tuple[str, ...]) -> None:
    """Where there is no terminal, tables are no wider."""
    ended = stood(*words)
    assert ended.code == 0 and ended.out
    assert max(map(len, ended.out.splitlines())) <= 80


def test_issues_are_listed(stood: Command) -> None:
    """With how many statements are about each, and how many take which side."""
    found = _objects(stood("issues", "--json"))
    assert [(each["name"], each["statements"]) for each in found] == [("harbour dues", 5), ("inner quay", 3)]


def test_issues_are_chosen_by_words(stood: Command) -> None:
    """One is told as one."""
    ended = stood("issues", "--name", "quay")
    assert "inner quay" in ended.out and "dues" not in ended.out
    assert ended.err == "1 issue\n"


def test_a_codebook_takes_the_place_of_what_was_found(stood: Command, tmp_path: Path) -> None:
    """Its concepts are the issues then; how many statements are about them is told."""
    (tmp_path / "book.toml").write_text(BOOK, encoding="utf-8")
    ended = stood("issues", "--codebook", "book.toml", "--json")
    assert [each["name"] for each in _objects(ended)] == ["harbour dues"]
    assert "statements are about a concept of book.toml" in ended.err


def test_positions_are_listed_with_their_evidence(stood: Command) -> None:
    """Every position with its statements and the sides that they take."""
    found = _objects(stood("positions", "--json"))
    assert len(found) == 6
    assert all(each["statements"] for each in found)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("--actor", "Ada Mott"), 2),
        (("--actor", "Ada Mott", "--actor", "Bo Lund", "--issue", "inner quay"), 2),
        (("--from", "2031-03-09"), 2),
        (("--limit", "3"), 3),
        (("--min-confidence", "0.99"), 0),
    ],
)
def test_positions_are_chosen(stood: Command, words: tuple[str, ...], number: int) -> None:
    """By actor, issue, time, confidence and number."""
    ended = stood("positions", *words)
    assert ended.err == (f"{number} positions\n" if number != 1 else "1 position\n")


def test_common_ground_tells_why_and_from_what(stood: Command) -> None:
    """Each issue on which both stand, with what they are to one another, and the statements."""
    found = _objects(stood("common-ground", "Bo Lund", "Cy Hale", "--json"))
    grounds = {each["issue"]["name"]: each["ground"] for each in found}
    assert grounds["harbour dues"] == "exclude each other"
    assert all(position["statements"] for each in found for position in each["positions"])


@pytest.mark.parametrize(
    "words",
    [
        ("issues", "--codebook", "missing.toml"),
        ("issues", "--codebook", "x.toml", "--find"),
        ("positions", "--actor", "Nobody"),
        ("positions", "--issue", "nothing"),
        ("positions", "--min-confidence", "2"),
        ("common-ground", "Ada Mott", "Ada Mott"),
        ("common-ground", "Ada Mott", "Nobody"),
    ],
)
def test_what_cannot_be_answered_is_told(stood: Command, words: tuple[str, ...]) -> None:
    """In words, with an exit code, and with nothing on standard output."""
    ended = stood(*words)
    assert ended.code in (3, 4) and ended.out == ""
    assert ended.err.startswith("onrecord: ")
