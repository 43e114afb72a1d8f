"""Clashes of the same words, gathered."""

from __future__ import annotations

import json
from pathlib import Path

import onrecord
from onrecord.query.gathered import Gathered, gathered
from onrecord.record import DifferenceKind

SAID = "“The old dam of the upper mill is safe, and nobody has to move away,”"
TOLD = (
    ("Meridian Wire", "Mayor Ada Mott told reporters in Tarsk on Tuesday."),
    ("Tern News", "Mayor Ada Mott told reporters in Tarsk on Tuesday."),
    ("Daily Gull", "Mayor Ada Mott told reporters in Tarsk on Tuesday."),
    ("Evening Post", "engineer Bo Lund told reporters in Tarsk on Tuesday."),
)


def found(folder: Path) -> tuple[Gathered, ...]:
    """Return what clashes in the articles above."""
    rows = [{"outlet": outlet, "published": "2031-03-05", "text": f"Mills\n\n{SAID} {rest}"} for outlet, rest in TOLD]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with onrecord.open(folder / "r.onrecord", processes=1) as record:
        record.read(folder / "rows.jsonl")
        pairs = list(record.clashes())
        assert len(pairs) == 3
        return gathered(pairs)


def test_one_against_three_is_one_thing_to_look_at(tmp_path: Path) -> None:
    """The way that one outlet alone tells comes first, then that of the three others."""
    [one] = found(tmp_path)
    assert one.kind is DifferenceKind.SPEAKER
    assert [(way, len(told)) for way, told in one.ways] == [("Bo Lund", 1), ("Ada Mott", 3)]


def test_nothing_gathers_to_nothing() -> None:
    """Without clashes there is none."""
    assert gathered([]) == ()
