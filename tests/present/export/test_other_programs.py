"""Statements for other programs: linked data, tables, brat and CoNLL."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.present.conftest import Command

FORMS = ["web-annotation", "schema-org", "prov"]


def found(command: Command, form: str) -> list[dict[str, object]]:
    """Return the statements of the record in a format of JSON, a line each."""
    return [json.loads(line) for line in command("export", "--format", form).out.splitlines()]


@pytest.mark.parametrize("form", FORMS)
def test_every_statement_is_there(command: Command, record: Path, form: str) -> None:
    """As many lines as statements."""
    assert len(found(command, form)) == len(found(command, "jsonl"))


def test_an_annotation_marks_the_words(command: Command, record: Path) -> None:
    """Quote and position selectors say the same, and it is told whose the words are told to be."""
    told = {f"urn:onrecord:statement:{each['id']}": each for each in found(command, "jsonl")}
    for annotation in found(command, "web-annotation"):
        statement = told[str(annotation["id"])]
        target = annotation["target"]
        first = target[0] if isinstance(target, list) else target
        quote, position = first["selector"]
        assert quote["exact"] == statement["content"][0]["words"]
        assert position["start"] == statement["content"][0]["start"]
        assert str(annotation["body"]["value"]).startswith("reported as said by ")  # type: ignore[index]


def test_a_quotation_says_whose_words_it_gives(command: Command, record: Path) -> None:
    """In quotation marks, or in the outlet's own words; nothing unknown is there as null."""
    for quotation in found(command, "schema-org"):
        assert quotation["@type"] == "Quotation"
        assert str(quotation["description"]).startswith("reported ")
        assert None not in quotation.values()


def test_provenance_leads_to_the_bytes(command: Command, record: Path) -> None:
    """Statement, document, reading, software and bytes, each named by the one before."""
    for told in found(command, "prov"):
        graph = {node["@id"]: node for node in told["@graph"]}  # type: ignore[attr-defined]
        statement = next(node for key, node in graph.items() if ":statement:" in key)
        document = graph[statement["prov:wasQuotedFrom"]["@id"]]
        reading = graph[document["prov:wasGeneratedBy"]["@id"]]
        assert re.fullmatch(r"urn:onrecord:sha256:[0-9a-f]{64}", reading["prov:used"]["@id"])
        assert reading["prov:used"]["@id"] == document["prov:wasDerivedFrom"]["@id"]
        assert graph[reading["prov:wasAssociatedWith"]["@id"]]["@type"] == "prov:SoftwareAgent"


def test_brat_marks_what_is_in_the_text(command: Command, record: Path) -> None:
    """Every entity's words stand at its places, and relations name entities that are there."""
    assert command("export", "--format", "brat", "--out", "brat").code == 0
    marked = 0
    for path in Path("brat").glob("*.ann"):
        text, entities = path.with_suffix(".txt").read_text(encoding="utf-8"), set()
        for line in path.read_text(encoding="utf-8").splitlines():
            key, told, *words = line.split("\t")
            if key.startswith("T"):
                entities.add(key)
                _, _, places = told.partition(" ")
                parts = [text[slice(*map(int, place.split()))] for place in places.split(";")]
                assert words == [" ".join(parts)]
                marked += 1
            if key.startswith("R"):
                assert {each.partition(":")[2] for each in told.split()[1:]} <= entities
    assert marked >= len(found(command, "jsonl"))


def test_conll_has_a_column_for_each_statement(command: Command, record: Path) -> None:
    """Every row of a document has as many, and each begins its content once or more."""
    lines = command("export", "--format", "conll").out.splitlines()
    columns = [line for line in lines if line.startswith("# column")]
    assert len(columns) == len(found(command, "jsonl"))
    assert sum(line.count("B-content") for line in lines) >= len(columns)


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_tables_have_the_columns_of_the_csv(command: Command, record: Path, form: str) -> None:
    """And a row for each statement."""
    pyarrow = pytest.importorskip("pyarrow")
    assert command("export", "--format", form, "--out", "table").code == 0
    if form == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        table = parquet.read_table("table")
    else:
        table = pyarrow.ipc.open_file("table").read_all()
    told = command("export", "--format", "csv-raw").out.splitlines()
    assert table.column_names == told[0].split(",")
    assert table.num_rows == len(found(command, "jsonl"))


def test_tables_need_an_extra(command: Command, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told how to get it."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    ended = command("export", "--format", "parquet", "--out", "table")
    assert (ended.code, "pip install 'onrecord[arrow]'" in ended.err) == (4, True)


@pytest.mark.parametrize("form", ["dna", "parquet", "arrow", "brat"])
def test_what_is_no_text_needs_a_name(command: Command, record: Path, form: str) -> None:
    """A file, or a folder."""
    ended = command("export", "--format", form)
    assert (ended.code, "with --out" in ended.err) == (4, True)
