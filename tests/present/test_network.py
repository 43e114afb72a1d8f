"""``onrecord network``, ``import`` and ``export --format dna``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx
import pytest
from tests.interchange.sample import made
from tests.present.conftest import Command

from onrecord.interchange import dna
from onrecord.networks import Aggregation, Duplicates, Kernel, Normalization, Step
from onrecord.present.cli import network_arguments
from onrecord.present.export.network.formats import FORMATS

BOTH = ("--rows", "person", "--columns", "concept")
ONE_MODE = (*BOTH, "--type", "onemode")


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Give a .dna file in the folder that commands run in."""
    dna.write(made(), tmp_path / "sample.dna")
    return "sample.dna"


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (network_arguments.AGGREGATIONS, Aggregation),
        (network_arguments.NORMALIZATIONS, Normalization),
        (network_arguments.DUPLICATES, Duplicates),
        (network_arguments.STEPS, Step),
        (network_arguments.KERNELS, Kernel),
        (network_arguments.FORMATS, [*FORMATS, "events-csv", "events-csv-raw"]),
    ],
)
def test_the_words_of_choices_are_those_of_the_package(words: tuple[str, ...], members: object) -> None:
    """The parser names them itself, so that --help imports no numpy."""
    assert list(words) == list(members)  # type: ignore[call-overload]


def test_the_heaviest_edges_fit_80_columns(command: Command, file: str) -> None:
    """For people, with what the numbers rest on."""
    ended = command("network", file, "--rows", "person", "--columns", "concept")
    assert ended.code == 0
    assert max(map(len, ended.out.splitlines())) <= 80
    assert "2 person × 2 concept" in ended.out
    assert "2 edges\n2 statements count, equal ones once for: utterance\n" in ended.err


def test_a_dna_file_has_usual_variables(command: Command, file: str) -> None:
    """Organizations and concepts, where no others are named; what has none is told."""
    ended = command("network", file)
    assert "1 organization × 1 concept" in ended.out
    assert "Left out: 1 without organization" in ended.err


def test_json_has_everything(command: Command, file: str) -> None:
    """Choices, nodes, edges with their statements."""
    told = json.loads(command("network", file, "--rows", "person", "--columns", "concept", "--json").out)
    assert (told["mode"], told["counted"]) == ("corrected", 2)
    assert [(edge["source"], edge["target"], edge["statements"]) for edge in told["edges"]] == [
        ("Lorn", "toll", ["2"]),
        ("Verek", "ferry", ["1"]),
    ]


def test_a_graph_is_written(command: Command, file: str, tmp_path: Path) -> None:
    """To a file, with attributes of nodes."""
    ended = command(
        "network", file, "--rows", "person", "--columns", "concept", "--format", "graphml", "--out", "g.xml"
    )
    graph = networkx.read_graphml(tmp_path / "g.xml")
    assert ended.err.endswith("lines in g.xml\n")
    assert {node.get("Type") for _, node in graph.nodes(data=True)} == {"Minister", None}


def test_windows_are_a_file_each(command: Command, file: str, tmp_path: Path) -> None:
    """Numbered, with the day of their middle."""
    words = ("--window", "days", "--size", "1", "--format", "matrix-csv", "--out", "m.csv")
    assert (
        command("network", file, "--rows", "person", "--columns", "concept", *words).err == "1 networks beside m.csv\n"
    )
    assert [each.name for each in tmp_path.glob("m*")] == ["m 000001 2024-03-01 12-00-00.csv"]


def test_an_event_list_is_that_of_the_file(command: Command, file: str) -> None:
    """In DNA mode as DNA writes it."""
    out = command("network", file, "--format", "events-csv", "--mode", "dna").out
    assert out.splitlines()[1].startswith('1;2024-03-01 12:00:00;"Verek";"Harbour Board";"ferry";1;3;18;"The ferry')


def test_an_event_list_has_what_filters_let_through(command: Command, file: str) -> None:
    """Statements without an organization, too."""
    out = command("network", file, "--format", "events-csv", "--only", "person=Lorn").out
    assert [row["statement_id"] for row in csv.DictReader(io.StringIO(out))] == ["2"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "events-csv", "--duplicates", "week"), "an event list has every statement"),
        (("--rows", "party"), "no variable 'party'; there are: agreement, coder, concept"),
        (("--aggregation", "congruence"), "'congruence' is for onemode networks"),
        (("--only", "type"), "--only is 'type'; give a variable and a value"),
        (("--from", "May"), "--from is 'May'; give a day or time"),
        (("--window", "days"), "needs its length: --size N"),
        (("--size", "3"), "name its unit with --window"),
        (("--statement-type", "Claim"), "no statement type 'Claim'"),
        (("--polarisation",), "are for one-mode networks"),
        (("--window", "days", "--size", "1", "--format", "gexf"), "name them with --out FILE"),
        (("--mode", "dna", "--duplicates", "outlet"), "DNA does not count by outlet"),
    ],
)
def test_what_does_not_go_together_is_told(command: Command, file: str, words: tuple[str, ...], told: str) -> None:
    """On one line, with exit code 4."""
    ended = command("network", file, *words)
    assert (ended.code, ended.out) == (4, "")
    assert told in ended.err


def test_structure_is_told(command: Command, file: str) -> None:
    """Communities, camps and what can be done without."""
    words = ("--communities", "--polarisation", "--nested")
    out = command("network", file, *ONE_MODE, *words).out
    assert "community 1: Lorn" in out
    assert "camps: balance 0.000" in out
    assert "without toll: loss 0.0000" in out


@pytest.fixture
def news(command: Command, tmp_path: Path) -> None:
    """Leave two articles in the record, read by a run: who is who is known then."""
    for name, text in (("a", "“We wait,” said Ada Mott.\n"), ("b", "“Never again,” said Bo Lund.\n")):
        (tmp_path / f"{name}.txt").write_text(f"Harbour to wait\n\n{text}")
    command("read", "a.txt", "b.txt", "--outlet", "The Tern", "--processes", "1")


@pytest.mark.usefixtures("news")
def test_a_record_has_networks(command: Command) -> None:
    """Of speakers and outlets, at once."""
    told = json.loads(command("network", "--rows", "speaker", "--columns", "outlet", "--json").out)
    assert {node["variable"] for node in told["nodes"]} == {"speaker", "outlet"}
    assert all(edge["statements"] for edge in told["edges"])


def test_what_was_coded_by_hand_is_imported(command: Command, file: str) -> None:
    """Documents as any others, and statements beside them; again, nothing is new."""
    first = command("import", file, "--json", "--processes", "1")
    again = command("import", file, "--json", "--processes", "1")
    told = [json.loads(ended.out) for ended in (first, again)]
    assert [(each["stored"], each["duplicate"], each["annotations"], each["new_annotations"]) for each in told] == [
        (1, 0, 3, 3),
        (0, 1, 3, 0),
    ]


def test_a_network_of_what_was_coded_by_hand(command: Command, file: str) -> None:
    """The record's is that of the file."""
    command("import", file, "--processes", "1")
    words = ("--rows", "person", "--columns", "concept", "--format", "matrix-csv")
    found = command("network", "--statement-type", "DNA Statement", *words).out
    assert found == command("network", file, *words).out


def test_a_type_that_nobody_coded_is_told(command: Command, record: Path) -> None:
    """With what the record has."""
    ended = command("network", "--statement-type", "Claim")
    assert (ended.code, "it has: nothing coded by hand" in ended.err) == (4, True)


def test_a_record_comes_back_as_a_dna_file(command: Command, file: str, tmp_path: Path) -> None:
    """What was coded by hand as it was, with colours and attributes; the machine's as a type of its own."""
    command("import", file, "--processes", "1")
    ended = command("export", "--format", "dna", "--out", "back.dna")
    assert "1 documents, 0 statements of the machine" in ended.err
    back = dna.read(tmp_path / "back.dna")

    def said(each: dna.DnaFile) -> list[object]:
        return [(s.kind, s.words, s.start, s.coder, dict(s.values), s.document.when) for s in dna.statements(each)]

    assert said(back) == said(made())
    assert dna.attributes(back)["person", "Verek"] == {"Type": "Minister", "color": "#FF9900"}


def test_the_machines_statements_are_a_type_of_their_own(command: Command, record: Path, tmp_path: Path) -> None:
    """Each with its words at its place, and undated documents with a note."""
    command("export", "--format", "dna", "--out", "back.dna")
    back = dna.read(tmp_path / "back.dna")
    found = [each for each in dna.statements(back) if each.kind == "onrecord Statement"]
    assert found
    assert all(str(each.values["words"]).split(" […] ")[0] in each.words for each in found)


def test_a_dna_file_needs_a_name(command: Command, record: Path) -> None:
    """A database is nothing for standard output."""
    ended = command("export", "--format", "dna")
    assert (ended.code, "dna is no text: name a file or folder with --out" in ended.err) == (4, True)


@pytest.mark.usefixtures("news")
def test_edges_of_a_record_are_comma_separated(command: Command) -> None:
    """With the ids of statements that `onrecord show` shows."""
    out = command("network", "--rows", "speaker", "--columns", "outlet", "--format", "edges-csv").out
    first = next(csv.DictReader(io.StringIO(out)))
    assert command("show", first["statements"].split()[0]).code == 0


def test_a_network_is_drawn_beside_its_file(command: Command, file: str, tmp_path: Path) -> None:
    """One command gives the picture and what other programs read."""
    pytest.importorskip("altair")
    pytest.importorskip("vl_convert")
    ended = command("network", file, *ONE_MODE, "--format", "graphml", "--out", "n.graphml", "--picture", "n.svg")
    assert ended.code == 0
    assert (tmp_path / "n.svg").read_text("utf-8").startswith("<svg")
    assert networkx.read_graphml(tmp_path / "n.graphml").number_of_nodes()


def test_windows_of_time_are_no_picture(command: Command, file: str) -> None:
    """A picture is of one network."""
    ended = command("network", file, *ONE_MODE, "--window", "years", "--size", "1", "--picture", "n.svg")
    assert ended.code != 0
    assert "--picture" in ended.err
