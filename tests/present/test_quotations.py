"""``onrecord quotations`` lists what is part of no statement, and adds up."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import update
from tests import fakes
from tests.present.conftest import Command
from tests.store.filled import fill

from onrecord.store import Store
from onrecord.store.schema import documents

SUM = "5 quotations in the body = 2 in statements + 3 unattributed (1 scare quotes, 1 title, 1 no source found)\n"


def test_the_list_fits_and_adds_up(command: Command, relayed: Path) -> None:
    """A table no wider than 80 columns, each quotation among its words, and the sum as the last line."""
    ended = command("quotations")
    assert (ended.code, ended.err) == (0, SUM)
    assert max(map(len, ended.out.splitlines())) <= 80
    assert "“Never again,” thought Bo Lund of the “deal” in" in ended.out


def test_a_reason_narrows_the_list_alone(command: Command, relayed: Path) -> None:
    """One reason is listed, all are summed."""
    ended = command("quotations", "--reason", "title", "--json")
    [found] = map(json.loads, ended.out.splitlines())
    assert (found["words"], found["reason"], found["articles"]) == ("“The Long Tide”", "title", ["relayed.txt"])
    assert ended.err == SUM


def test_offsets_lead_to_the_source(command: Command, relayed: Path, tmp_path: Path) -> None:
    """The range of the source holds the quotation with its marks."""
    (tmp_path / "a.html").write_text(
        "<html><body><p>The &laquo;x&raquo; of the &ldquo;deal&rdquo; &amp; more of it.</p></body></html>"
    )
    command("read", "a.html", "--outlet", "Page", "--processes", "1")
    source = (tmp_path / "a.html").read_text()
    [found] = map(json.loads, command("quotations", "--outlet", "page", "--json").out.splitlines())
    assert source[found["source_start"] : found["source_end"]] == "&ldquo;deal&rdquo;"


def test_csv_is_safe_for_spreadsheets(command: Command, relayed: Path) -> None:
    """One row a quotation; a cell that a spreadsheet would evaluate is escaped."""
    with Store.open(relayed) as store:
        fill(store, fakes.capture("Head\n\n=1+1 “deal” is what they call it.\n", "=b.txt", outlet="Other"))
    found = list(csv.DictReader(io.StringIO(command("quotations", "--csv", "--outlet", "other").out)))
    assert [(row["words"], row["paragraph"][:5], row["articles"]) for row in found] == [("“deal”", "'=1+1", "'=b.txt")]


@pytest.mark.parametrize("wrong", [["--reason", "boredom"], ["--from", "yesterday"], ["--limit", "0"]])
def test_a_filter_without_valid_value_ends_with_4(command: Command, relayed: Path, wrong: list[str]) -> None:
    """A reason, a day or a number that is none is told."""
    assert command("quotations", *wrong).code == 4


def test_articles_without_account_are_told(command: Command, relayed: Path) -> None:
    """Articles that an earlier version read are counted apart, with what to do."""
    with Store.open(relayed) as store, store.writing() as connection:
        connection.execute(update(documents).values(quotations=None))
    assert command("quotations").err == (
        "not accounted for: 1 article that an earlier version read; read it again\n"
        "0 quotations in the body = 0 in statements + 0 unattributed\n"
    )


def test_text_cannot_steer_the_terminal(command: Command, relayed: Path) -> None:
    """Escape sequences and direction marks are shown as what they are."""
    with Store.open(relayed) as store:
        fill(store, fakes.capture("Head\n\nThe \u202e “de\x1b[31mal” of it.\n", outlet="Other"))
    out = command("quotations", "--outlet", "other").out
    assert not [c for c in out if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")]
    assert "<U+202E> “de<U+001B>[31mal”" in out


def test_a_long_paragraph_is_cut_around_the_quotation(command: Command, relayed: Path) -> None:
    """What stands far from the quotation is left out, and the middle of a long one."""
    with Store.open(relayed) as store:
        far, long = "word " * 60, "long " * 60
        fill(store, fakes.capture(f"Head\n\n{far}“deal” {far}\n\n“{long}”\n", outlet="Other"))
    out = command("quotations", "--outlet", "other").out
    assert len(out.splitlines()) < 12
    assert "“deal”" in out
