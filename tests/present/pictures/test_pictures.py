"""Pictures of a record as charts, as files, and by command."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.present.positioned import hostile_positioned_record, positioned_record

from onrecord.errors import MissingError, SettingsError
from onrecord.present import pictures
from onrecord.present.cli.main import main
from onrecord.store import Store

pytest.importorskip("altair")
pytest.importorskip("vl_convert")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record with positions."""
    with positioned_record(tmp_path_factory.mktemp("pictures") / "room.onrecord") as made:
        yield made


def data(chart: Any) -> list[dict[str, Any]]:
    """Return all rows that a chart draws."""
    told = chart.to_dict()
    layers = [told, *told.get("layer", [])]
    return [row for layer in layers for row in layer.get("data", {}).get("values", [])]


def test_timeline_of_a_speaker(store: Store) -> None:
    """A timeline has a mark for each day and row."""
    rows = data(pictures.timeline(store, actor="Ada Mott", rows="stance"))
    assert [(row["time"], row["row"], row["statements"]) for row in rows] == [
        ("2031-03-04", "support", 1),
        ("2031-03-06", "oppose", 1),
    ]


def test_timeline_of_nobody(store: Store) -> None:
    """An actor that is none is told."""
    with pytest.raises(MissingError):
        pictures.timeline(store, actor="Nobody")


def test_heatmap(store: Store) -> None:
    """A heatmap has a cell for each position."""
    cells = {(row["actor"], row["issue"]): row["side"] for row in data(pictures.heatmap(store))}
    assert cells["Ada Mott", "harbour dues"] == "mixed"
    assert cells["Inge Ølgaard", "the inner quay"] == "oppose"


def test_network(store: Store) -> None:
    """A network has its edges and its nodes, each with a place."""
    rows = data(pictures.network(store))
    assert {row["name"] for row in rows if "name" in row} >= {"Ada Mott", "Bo Lund"}
    assert any({row.get("source"), row.get("target")} == {"Ada Mott", "Bo Lund"} for row in rows)


@pytest.mark.parametrize(
    ("ends", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("html", b"<!doctype html>"), ("json", b"{")]
)
def test_files(store: Store, tmp_path: Path, ends: str, begins: bytes) -> None:
    """A picture is written as the end of its name has it."""
    path = tmp_path / f"picture.{ends}"
    pictures.save(pictures.heatmap(store), path)
    assert path.read_bytes().startswith(begins)


def test_words_are_drawn(store: Store, tmp_path: Path) -> None:
    """The names stand in the picture."""
    path = tmp_path / "picture.svg"
    pictures.save(pictures.heatmap(store), path)
    assert "Ada Mott" in path.read_text(encoding="utf-8")


def test_same_twice(store: Store) -> None:
    """The same record gives the same picture."""
    assert pictures.network(store).to_dict() == pictures.network(store).to_dict()


def test_hostile_names(tmp_path: Path) -> None:
    """Whatever names hold, a page with a picture has no script of theirs."""
    with hostile_positioned_record(tmp_path / "room.onrecord") as store:
        pictures.save(pictures.heatmap(store, title="<script>x</script>"), tmp_path / "p.html")
    assert "<script" not in (tmp_path / "p.html").read_text(encoding="utf-8")


def test_other_ends(store: Store, tmp_path: Path) -> None:
    """A name that ends as no picture does is refused."""
    with pytest.raises(SettingsError, match="ends as no picture does"):
        pictures.save(pictures.heatmap(store), tmp_path / "picture.doc")


def test_without_the_extra(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra it is told how to get it."""

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(SettingsError, match=r"onrecord\[pictures\]"):
        pictures.heatmap(store)


def test_command(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command leaves a picture in a file."""
    out = tmp_path / "positions.svg"
    assert main(["picture", "heatmap", "--record", str(store.name), "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<svg")


def test_command_for_two_actors(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A timeline is of one actor."""
    words = ["picture", "timeline", "--actor", "Ada Mott", "--actor", "Bo Lund", "--out", str(tmp_path / "x.svg")]
    assert main([*words, "--record", str(store.name)]) != 0
    assert "a timeline is of one actor" in capsys.readouterr().err
