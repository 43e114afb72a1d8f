"""``onrecord actors`` and ``onrecord anomalies``, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.present.conftest import Command

from onrecord.present.cli.exits import Exit

NEWS = {
    "one.txt": "Harbour closed\n\n“We wait for spring,” said Ada Mott.\n\n“Never again,” warned Bo Lund.\n",
    "two.txt": "Harbour open\n\n“We did not wait,” said Ada Mott.\n\n“Nobody asked,” said Tilda Strand.\n",
}


@pytest.fixture
def actors(command: Command, tmp_path: Path) -> dict[str, dict[str, object]]:
    """Give the actors of a record of two articles, by name."""
    for name, text in NEWS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert command("read", *NEWS).code == Exit.OK
    return listed(command)


def listed(command: Command) -> dict[str, dict[str, object]]:
    """Return the actors by name."""
    return {row["name"]: row for row in map(json.loads, command("actors", "--json").out.splitlines())}


def test_one_actor_across_documents(actors: dict[str, dict[str, object]]) -> None:
    """Who speaks in both articles is one, with two statements in two documents."""
    assert (actors["Ada Mott"]["statements"], actors["Ada Mott"]["documents"]) == (2, 2)
    assert set(actors) == {"Ada Mott", "Bo Lund", "Tilda Strand"}


def test_merged_then_undone(command: Command, actors: dict[str, dict[str, object]]) -> None:
    """A judgement makes two one, a later one parts them again, and both stay in the log."""
    assert command("actors", "merge", "Bo Lund", "Tilda Strand", "--by", "ines", "--reason", "maiden name").code == 0
    merged = listed(command)
    assert len(merged) == 2
    assert command("verify").code == Exit.OK
    assert command("actors", "undo", "1", "--by", "ines").code == Exit.OK
    assert listed(command) == actors
    log = command("actors", "log").out
    assert "maiden name" in " ".join(log.split())
    assert "withdrawn" in log
    assert command("verify").code == Exit.OK


def test_split_by_member(command: Command, actors: dict[str, dict[str, object]]) -> None:
    """One of the two is somebody else of the same name."""
    shown = json.loads(command("actors", "show", "Ada Mott", "--json").out)
    assert len(shown["members"]) == 2
    assert command("actors", "split", "Ada Mott", shown["members"][1]["id"], "--by", "ines").code == Exit.OK
    rows = [json.loads(line) for line in command("actors", "--name", "mott", "--json").out.splitlines()]
    assert [row["statements"] for row in rows] == [1, 1]
    assert command("verify").code == Exit.OK


def test_renamed_and_found_by_the_new_name(command: Command, actors: dict[str, dict[str, object]]) -> None:
    """Statements are found by the name that was judged, and by the one that is printed."""
    assert command("actors", "rename", "Bo Lund", "Bo Maria Lund", "--by", "ines").code == Exit.OK
    for name in ("maria", "bo lund"):
        [row] = [json.loads(line) for line in command("statements", "--speaker", name, "--json").out.splitlines()]
        assert (row["speaker"]["name"], row["speaker"]["met_as"]) == ("Bo Maria Lund", "Bo Lund")


def test_judgements_outlive_another_reading(
    command: Command, actors: dict[str, dict[str, object]], tmp_path: Path
) -> None:
    """More articles change nothing of what people judged."""
    command("actors", "rename", "Ada Mott", "Mayor Mott", "--by", "ines")
    (tmp_path / "three.txt").write_text("Harbour\n\n“It is spring,” said Ada Mott.\n", encoding="utf-8")
    assert command("read", "three.txt").code == Exit.OK
    assert listed(command)["Mayor Mott"]["statements"] == 3


@pytest.mark.parametrize(
    "words",
    [
        ("show", "Nobody"),
        ("merge", "Ada Mott", "Nobody"),
        ("split", "Ada Mott", "ffff"),
        ("undo", "7"),
        ("rename", "", "X"),
    ],
)
def test_who_is_not_there_is_told(
    command: Command, actors: dict[str, dict[str, object]], words: tuple[str, ...]
) -> None:
    """An unknown actor, member or number changes nothing."""
    by = () if words[0] == "show" else ("--by", "ines")
    ended = command("actors", *words, *by)
    assert ended.code in (Exit.SETTINGS, Exit.INPUT)
    assert listed(command) == actors


def test_one_alone_is_no_pair(command: Command, actors: dict[str, dict[str, object]]) -> None:
    """It takes two to be one."""
    assert command("actors", "merge", "Ada Mott", "--by", "ines").code == Exit.INPUT


def test_tables_fit_a_narrow_screen(command: Command, actors: dict[str, dict[str, object]]) -> None:
    """People get a table, and the number of actors on the other stream."""
    ended = command("actors")
    assert "Ada Mott" in ended.out
    assert "3 actors" in ended.err


def test_no_anomalies_in_plain_articles(command: Command, actors: dict[str, dict[str, object]]) -> None:
    """Where nothing is contradicted, nothing is listed."""
    ended = command("anomalies")
    assert (ended.code, ended.out) == (Exit.OK, "")
    assert "0 anomalies" in ended.err


def test_an_unknown_kind_is_told(command: Command, actors: dict[str, dict[str, object]]) -> None:
    """The kinds that there are are named."""
    for words in (("anomalies", "--kind", "odd"), ("actors", "--kind", "odd"), ("statements", "--setting", "odd")):
        ended = command(*words)
        assert ended.code == Exit.SETTINGS
        assert "give one of" in ended.err
