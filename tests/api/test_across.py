"""From Python: what articles tell against one another, and what descends from what."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.present.retold import clashing_record

import onrecord
from onrecord.errors import SettingsError
from onrecord.record import ChangeKind, DifferenceKind

ROWS = (
    '{"id": "whole", "outlet": "Meridian Wire", "published": "2031-03-04", "text": "Harbour\\n\\n\\"We will pay forty'
    ' million crowns for the new pier if the company repairs the old one,\\" minister Odo Brand said in Tarsk on'
    ' Tuesday."}\n'
    '{"id": "cut", "outlet": "Daily Gull", "published": "2031-03-05", "text": "Pier\\n\\n\\"We will pay forty million'
    ' crowns for the new pier,\\" minister Odo Brand said in Tarsk on Tuesday."}\n'
)


def test_altered_quotations_are_told(summit: onrecord.Record) -> None:
    """The Lantern's is the one, and its dropped negation among the changes."""
    [found] = summit.altered()
    assert (found.kind, found.telling.reported.heading.articles) == ("altered quotation", ("the-lantern.txt",))
    assert any(each.reason.startswith("drops “not”") for each in found.changes)


def test_a_cut_that_leaves_out_a_condition_is_told(tmp_path: Path) -> None:
    """No word is another one, but what limits the promise is gone."""
    (tmp_path / "rows.jsonl").write_text(ROWS, encoding="utf-8")
    with onrecord.open(tmp_path / "r.onrecord", processes=1) as record:
        record.read(tmp_path / "rows.jsonl")
        [found] = record.altered()
        none = list(record.altered(outlet="nobody"))
    assert (found.kind, found.telling.reported.heading.outlet) == ("cut quotation", "Daily Gull")
    assert DifferenceKind.CONDITION in {each.kind for each in found.changes}
    assert none == []


def test_families_are_told(summit: onrecord.Record) -> None:
    """The wire report and its reprint are the one family, by the name of the agency that it credits."""
    [family] = summit.families()
    assert (family.agency_name, len(family.members)) == ("Meridian Wire", 2)


def test_versions_are_told(summit: onrecord.Record) -> None:
    """Of two articles each sentence, and whether they share a text at all."""
    found = summit.versions("harbour-courier", "meridian-wire")
    assert found.share_text and found.numbers[ChangeKind.KEPT] == 6
    assert not summit.versions("meridian-wire", "the-lantern").share_text


def test_clashes_are_told(tmp_path: Path) -> None:
    """Words that two articles give to two speakers."""
    clashing_record(tmp_path / "r.onrecord").close()
    with onrecord.open(tmp_path / "r.onrecord") as record:
        kinds = {each.kind for each in record.clashes()}
        none = list(record.clashes(outlet="nobody"))
    assert kinds == {DifferenceKind.SPEAKER}
    assert none == []


def test_a_field_that_is_none_is_refused(summit: onrecord.Record) -> None:
    """A kind that no clash has is an error."""
    with pytest.raises(SettingsError):
        list(summit.clashes(kind="mood"))
