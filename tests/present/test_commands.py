"""Each command does its job on a small record."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from tests.present.conftest import Command

NEWS = "Harbour to wait\n\n“We will reopen the harbour,” said Ada Mott.\n"


def rows(out: str) -> list[dict[str, object]]:
    """Return the JSON objects, one a line."""
    return [json.loads(line) for line in out.splitlines()]


def test_read_then_list(command: Command, tmp_path: Path) -> None:
    """A folder is read, and its statements are listed."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(NEWS)
    (tmp_path / "news" / "b.txt").write_text("")
    ended = command("read", "news", "--outlet", "The Tern", "--processes", "1")
    assert ended.code == 1
    assert ended.out == ""
    assert "failed: news/b.txt: it is empty" in ended.err
    assert "2 inputs: 1 stored, 0 duplicate, 0 skipped, 1 failed; 1 new statements in record.onrecord" in ended.err
    [found] = rows(command("statements", "--json").out)
    assert (found["words"], found["outlet"], found["articles"]) == (
        "We will reopen the harbour,",
        "The Tern",
        ["a.txt"],
    )


def test_read_again_is_all_duplicates(command: Command, tmp_path: Path) -> None:
    """The second reading of a file says so, as JSON on stdout."""
    (tmp_path / "a.txt").write_text(NEWS)
    command("read", "a.txt", "--processes", "1")
    ended = command("read", "a.txt", "--json", "--processes", "1")
    assert ended.code == 0
    assert rows(ended.out) == [
        {"inputs": 1, "stored": 0, "duplicate": 1, "skipped": 0, "failed": 0, "statements": 0, "left_out": []}
    ]


def test_statements_fit_80_columns(command: Command, record: Path) -> None:
    """The table for people is no wider than 80 columns where there is no terminal."""
    ended = command("statements")
    assert max(map(len, ended.out.splitlines())) <= 80
    assert "Inge Ølgaard" in ended.out
    assert ended.err == "4 statements\n"


@pytest.mark.parametrize(
    ("filters", "speakers"),
    [
        (["--speaker", "lund"], ["Bo Lund", "Bo Lund"]),
        (["--speaker", "BO Lund", "--outlet", "tern"], ["Bo Lund"]),
        (["--outlet", "gull"], ["Inge Ølgaard"]),
        (["--words", '"stays in the harbour"'], ["Inge Ølgaard"]),
        (["--from", "2031-03-05"], ["Inge Ølgaard"]),
        (["--to", "2031-03-04"], ["Ada Mott", "Bo Lund"]),
        (["--from", "2031-03-04", "--to", "2031-03-05"], ["Ada Mott", "Bo Lund", "Inge Ølgaard"]),
        (["--to", "2031"], ["Ada Mott", "Bo Lund", "Inge Ølgaard"]),
        (["--form", "indirect"], []),
        (["--act", "communicated", "--limit", "1"], ["Bo Lund"]),
        (["--act", "thought"], []),
        (["--relay", "lund"], []),
        (["--min-confidence", "0.8"], []),
        (["--min-confidence", "0.7", "--limit", "2"], ["Bo Lund", "Ada Mott"]),
        (["--words", 'a" OR b NEAR('], []),
    ],
)
def test_filters(command: Command, record: Path, filters: list[str], speakers: list[str]) -> None:
    """Each filter keeps what meets it, in order of publication."""
    found = rows(command("statements", "--json", *filters).out)
    assert [each["speaker"]["name"] for each in found] == speakers  # type: ignore[index]


@pytest.mark.parametrize("wrong", [["--from", "yesterday"], ["--limit", "0"], ["--min-confidence", "75"]])
def test_a_filter_without_valid_value_ends_with_4(command: Command, record: Path, wrong: list[str]) -> None:
    """A day that is none, or no number of statements, is told."""
    assert command("statements", *wrong).code == 4


def test_show_gives_the_whole_way_back(command: Command, record: Path) -> None:
    """Paragraph, marked without colour, and the provenance down to the SHA-256 of the bytes."""
    [found] = rows(command("statements", "--json", "--speaker", "Mott").out)
    ended = command("show", str(found["id"])[:6])
    assert "“[content: We will reopen the harbour,]” [cue: said] [source: Ada Mott]." in ended.out
    for expected in (
        "news/harbour.txt",
        "The Tern",
        "2031-03-04 (basis: given)",
        "Ada Mott (person)",
        "utf-8",
        "fake 1",
    ):
        assert expected in ended.out
    assert re.search(r"sha256 +[0-9a-f]{64}", ended.out)
    assert re.search(r"content +\[\d+, \d+\) of the document, \[\d+, \d+\) of the source", ended.out)


def test_show_as_json_holds_the_paragraph(command: Command, record: Path) -> None:
    """Programs get the paragraph with its offsets, and the digest of the bytes."""
    [found] = rows(command("statements", "--json", "--speaker", "Mott").out)
    [shown] = rows(command("show", str(found["id"]), "--json").out)
    assert shown["paragraphs"][0]["words"] == "“We will reopen the harbour,” said Ada Mott."  # type: ignore[index]
    assert len(str(shown["sha256"])) == 64


@pytest.mark.parametrize(("prefix", "message"), [("zzz", "no statement's id"), ("", "no statement's id"), ("%", "no")])
def test_show_tells_an_unknown_id(command: Command, record: Path, prefix: str, message: str) -> None:
    """An id that no statement has ends with 4."""
    ended = command("show", prefix)
    assert ended.code == 4
    assert message in ended.err


def test_text_cannot_steer_the_terminal(command: Command, tmp_path: Path) -> None:
    """Escape sequences and direction marks of an article are shown as what they are."""
    (tmp_path / "a.txt").write_text("Head\n\n“Now \u202egnp \x1b[31mred,” said Ada Mott.\n")
    command("read", "a.txt", "--processes", "1")
    [found] = rows(command("statements", "--json").out)
    for out in (command("statements").out, command("show", str(found["id"])).out):
        assert not [c for c in out if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")]
        assert "<U+202E>gnp <U+001B>[31mred" in " ".join(out.replace("no date", "").split())


def test_verify_says_all_is_well(command: Command, record: Path) -> None:
    """An untouched record verifies to 100 %."""
    ended = command("verify")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("16 of 16 spans verified (100 %)\n")


def test_verify_names_what_fails(command: Command, record: Path) -> None:
    """An altered word is named by its statement's id, and the exit code is 1."""
    connection = sqlite3.connect(record)
    with connection:
        connection.execute("UPDATE spans SET words = 'Never, again' WHERE words = 'Never again,'")
    connection.close()
    ended = command("verify")
    assert ended.code == 1
    assert re.search(r"statement [0-9a-f]{24}: \[\d+, \d+\) holds 'Never again,', the record says", ended.out)
    assert "15 of 16 spans verified (93.75 %)" in ended.out


def test_export_for_scorers(command: Command, record: Path) -> None:
    """Spans are pairs of the source, what is not known is null."""
    line = rows(command("export", "--format", "statements-jsonl", "--speaker", "Mott").out)[0]
    text = "Harbour to wait for the tides\n\n“We will reopen the harbour,” said Ada Mott."
    [[start, end]] = line["content"]  # type: ignore[misc,attr-defined]
    assert text[start:end] == "We will reopen the harbour,"
    assert (line["article"], line["speaker"], line["speaker_type"]) == ("harbour.txt", "Ada Mott", "person")
    assert line["said_on"] is line["type"] is line["utterance"] is None


def test_one_line_for_each_article_of_the_same_bytes(command: Command, tmp_path: Path) -> None:
    """A reprint under another name is exported under both."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(NEWS)
    command("read", "a.txt", "b.txt", "--processes", "1")
    assert [r["article"] for r in rows(command("export", "--format", "statements-jsonl").out)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("form", "cell"), [("csv", "'=HYPERLINK(1) is all they know,"), ("csv-raw", "=HYPERLINK(1) is all they know,")]
)
def test_csv_is_safe_for_spreadsheets_unless_asked(command: Command, tmp_path: Path, form: str, cell: str) -> None:
    """A cell that a spreadsheet would evaluate is escaped, in the raw profile it is as it stands."""
    (tmp_path / "a.txt").write_text("Head\n\n“=HYPERLINK(1) is all they know,” said Ada Mott.\n")
    command("read", "a.txt", "--processes", "1")
    [row] = csv.DictReader(io.StringIO(command("export", "--format", form).out))
    assert row["words"] == cell
    assert row["confidence"] == "0.75"


def test_export_into_a_file(command: Command, record: Path, tmp_path: Path) -> None:
    """The file is whole, and nothing else is left."""
    ended = command("export", "--out", "out.jsonl")
    assert (ended.code, ended.out, ended.err) == (0, "", "4 lines in out.jsonl\n")
    assert len(rows((tmp_path / "out.jsonl").read_text())) == 4
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "record.onrecord"]


@pytest.mark.parametrize("out", ["record.onrecord", "no/such/folder.jsonl"])
def test_export_into_nowhere_is_told(command: Command, record: Path, out: str) -> None:
    """The record itself is never written over, and a missing folder is told."""
    before = record.read_bytes()
    assert command("export", "--out", out).code == 4
    assert record.read_bytes() == before


def test_ledger_tells_the_runs(command: Command, tmp_path: Path) -> None:
    """Runs with their numbers, and the inputs of one with reasons."""
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "b.txt").write_text("")
    command("read", "a.txt", "b.txt", "--processes", "1")
    command("read", "a.txt", "--processes", "1")
    runs = rows(command("ledger", "--json").out)
    assert [(r["run"], r["inputs"], r["stored"], r["duplicate"], r["failed"]) for r in runs] == [
        (2, 1, 0, 1, 0),
        (1, 2, 1, 0, 1),
    ]
    [failed] = rows(command("ledger", "--run", "1", "--outcome", "failed", "--json").out)
    assert failed["locator"] == "b.txt"
    assert "ended early" not in command("ledger").out
    assert command("ledger", "--run", "9").code == 4


@pytest.mark.parametrize("name", ["docs.jsonl", "docs.jsonl.gz"])
def test_tag_keeps_the_order(command: Command, tmp_path: Path, name: str) -> None:
    """Documents come out in order with spans of their own text, compressed or not."""
    texts = {"x": "“Yes,” said Ada Mott.", "a": "Nothing here.", "7": "🙂 “No,” warned Bo Lund."}
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
    opened = gzip.open if name.endswith(".gz") else open
    with opened(tmp_path / name, "wt") as file:
        file.write(lines)
    ended = command("tag", name, "--processes", "2")
    found = rows(ended.out)
    assert ended.code == 0
    assert [row["id"] for row in found] == ["x", "a", "7"]
    [attribution] = found[2]["attributions"]  # type: ignore[misc,attr-defined]
    [[start, end]] = attribution["content"]
    assert texts["7"][start:end] == "No,"


def test_tag_tells_a_failed_document(command: Command, tmp_path: Path) -> None:
    """A document that fails is named, comes out empty, and the exit code is 1."""
    (tmp_path / "d.jsonl").write_text('{"id": "x", "text": "RAISE"}\n{"id": "y", "text": "“Yes,” said Ada Mott."}\n')
    ended = command("tag", "d.jsonl", "--processes", "1")
    assert ended.code == 1
    assert "failed: document x: internal error" in ended.err
    assert [len(row["attributions"]) for row in rows(ended.out)] == [0, 1]  # type: ignore[arg-type]


@pytest.mark.parametrize("line", ["not json", '{"id": "x"}', '{"id": "x", "text": 5}', "[]"])
def test_tag_tells_a_broken_line(command: Command, tmp_path: Path, line: str) -> None:
    """A line that is no document ends with 3 and its number."""
    (tmp_path / "d.jsonl").write_text(f'{{"id": "w", "text": "w"}}\n{line}\n')
    ended = command("tag", "d.jsonl", "--processes", "1")
    assert ended.code == 3
    assert "d.jsonl, line 2" in ended.err
