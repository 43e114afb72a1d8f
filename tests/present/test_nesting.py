"""Nested statements, acts and relays on the command line and in exports."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.present.conftest import Command


def rows(out: str) -> list[dict[str, Any]]:
    """Return the JSON objects, one a line."""
    return [json.loads(line) for line in out.splitlines()]


def test_acts_and_relays_are_filters(command: Command, relayed: Path) -> None:
    """What was thought, and what somebody relays, is found."""
    assert [each["words"] for each in rows(command("statements", "--json", "--act", "thought").out)] == ["Never again,"]
    assert [each["words"] for each in rows(command("export", "--relay", "Tern").out)] == ["the ferry sails"]
    assert command("statements", "--act", "dreamt").code == 2


def test_the_list_tells_who_relays(command: Command, relayed: Path) -> None:
    """The relay stands below the speaker."""
    out = command("statements", "--relay", "tern").out
    assert "via Tern News" in out
    assert max(map(len, out.splitlines())) <= 80


def test_show_tells_what_lies_within_what(command: Command, relayed: Path) -> None:
    """The outer statement names the inner one, the inner the outer one and who relays it."""
    outer, inner, thought = rows(command("statements", "--json").out)
    shown = command("show", inner["id"]).out
    assert "[via: Tern News] reported that “[content: the ferry sails]” [cue: said]" in shown
    assert "relayed by  Tern News (person)" in shown
    assert f"within      {outer['id'][:8]} Tern News: that “the ferry sails” said Ada Mott" in shown
    assert "act         communicated" in shown
    assert f"holds       {inner['id'][:8]} Ada Mott: the ferry sails" in command("show", outer["id"]).out
    alone = command("show", thought["id"]).out
    assert "act         thought" in alone
    assert not {"within", "holds", "relayed"} & set(alone.split())


def test_show_as_json_holds_the_ids(command: Command, relayed: Path) -> None:
    """Programs get the whole ids."""
    outer, inner, _ = rows(command("statements", "--json").out)
    assert rows(command("show", outer["id"], "--json").out)[0]["holds"] == [inner["id"]]
    assert rows(command("show", inner["id"], "--json").out)[0]["within"] == [outer["id"]]


def test_exports_hold_act_and_relay(command: Command, relayed: Path) -> None:
    """Every format says who relays and what the text ascribes."""
    [whole] = rows(command("export", "--relay", "tern").out)
    assert (whole["act"], whole["relay"]["name"], whole["relay"]["roles"]) == ("communicated", "Tern News", [])
    assert [span["words"] for span in whole["via"]] == ["Tern News"]
    [scored] = rows(command("export", "--relay", "tern", "--format", "statements-jsonl").out)
    assert (scored["act"], scored["via"]) == ("communicated", "Tern News")
    [row] = csv.DictReader(io.StringIO(command("export", "--relay", "tern", "--format", "csv").out))
    assert (row["act"], row["relay"], row["via"]) == ("communicated", "Tern News", "Tern News")


def test_tag_tells_act_and_via(command: Command, tmp_path: Path) -> None:
    """The inner attribution comes with who relays it, and a thought is told as one."""
    text = "Tern News reported that “it sails” said Ada Mott. “No,” thought Bo Lund."
    (tmp_path / "d.jsonl").write_text(json.dumps({"id": "x", "text": text}) + "\n")
    [row] = rows(command("tag", "d.jsonl", "--processes", "1").out)
    assert [(each["act"], each["via"]) for each in row["attributions"]] == [
        ("communicated", []),
        ("communicated", [[0, 9]]),
        ("thought", []),
    ]


@pytest.mark.parametrize("form", ["direct", "mixed"])
def test_confidence_holds_in_exports(command: Command, relayed: Path, form: str) -> None:
    """What is less probable than asked for is left out of every format."""
    found = rows(command("export", "--min-confidence", "0.75", "--form", form).out)
    assert {each["confidence"] for each in found} == ({0.75} if form == "direct" else set())
