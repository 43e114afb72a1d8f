"""Networks and event lists as CSV: as DNA writes them, and corrected."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from tests.networks.coded import said

from onrecord.interchange.dna import DnaDocument, DnaStatement
from onrecord.networks import Aggregation, Design, Mode, Normalization, Shape, network
from onrecord.present.export.network.events import events_csv
from onrecord.present.export.network.formats import network_lines

SAID = [
    said(1, 'Verek "Sons"; Lorn', "=toll", True),
    said(2, "Osk", "=toll", True),
    said(3, "Osk", "ferry", True),
]


def lines(form: str, **choices: object) -> list[str]:
    """Return a network of the three statements as lines."""
    return list(network_lines(network(SAID, Design(rows="actor", columns="issue", **choices)), form))  # type: ignore[arg-type]


def test_a_matrix_is_proper_csv() -> None:
    """Names come back with every character, but that none begins a formula."""
    rows = list(csv.reader(io.StringIO("\n".join(lines("matrix-csv")))))
    assert rows == [["", "'=toll", "ferry"], ["Osk", "1", "1"], ['Verek "Sons"; Lorn', "1", "0"]]


def test_a_raw_matrix_leaves_names_alone() -> None:
    """For programs that take nothing for a formula."""
    assert lines("matrix-csv-raw")[0] == ",=toll,ferry"


def test_dna_writes_semicolons() -> None:
    """And single quotation marks for double ones."""
    assert lines("matrix-csv", mode=Mode.DNA) == ['"";"=toll";"ferry"', '"Osk";1;1', "\"Verek 'Sons'; Lorn\";1;0"]


def test_dna_writes_six_decimals() -> None:
    """Where weights are normalised."""
    found = lines("matrix-csv", mode=Mode.DNA, normalization=Normalization.ACTIVITY)
    assert found[1] == '"Osk";0.500000;0.500000'


def test_an_edge_list_has_all_statements() -> None:
    """Ids in one cell, parted by spaces."""
    design = Design(rows="actor", columns="issue", shape=Shape.ONE_MODE)
    rows = list(csv.DictReader(io.StringIO("\n".join(network_lines(network(SAID, design), "edges-csv")))))
    assert [(row["source"], row["evidence"], row["statements"]) for row in rows] == [("Osk", "2", "s1 s2")]


def test_combined_values_have_no_interval() -> None:
    """Their cells are empty."""
    design = Design(rows="actor", columns="issue", qualifier="agree", aggregation=Aggregation.COMBINE)
    rows = list(csv.DictReader(io.StringIO("\n".join(network_lines(network(SAID, design), "edges-csv")))))
    assert {row["expected"] for row in rows} == {""}


DOCUMENT = DnaDocument(
    3, 'The "toll"; again', "🚢 They said: “yes; no”.", "", "Tern News", "", "", "", "Ada", datetime(2024, 3, 1, 8, 30)
)
VARIABLES = {"person": "short text", "agreement": "boolean"}
EVENT = DnaStatement(7, "DNA Statement", DOCUMENT, 13, 22, "Ada", {"person": '-Verek; "V"', "agreement": False})


def test_dna_rewrites_what_it_quotes() -> None:
    """Semicolons become commas, double quotation marks single ones; positions count UTF-16 code units."""
    _, row = events_csv([EVENT], VARIABLES, Mode.DNA, {"Ada": 2})
    assert row == (
        '7;2024-03-01 08:30:00;"-Verek, \'V\'";0;14;23;"“yes, no”";2;3;"The \'toll\', again";"";"Tern News";"";""'
    )


def test_the_header_is_that_of_dna() -> None:
    """All its columns in its order."""
    header = next(events_csv([], VARIABLES, Mode.DNA, {}))
    assert header == (
        '"statement_id";"time";"person";"agreement";"start_position";"stop_position";"text";"coder";"document_id";'
        '"document_title";"document_author";"document_source";"document_section";"document_type"'
    )


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        ("person", '\'-Verek; "V"'),
        ("text", "“yes; no”"),
        ("start_position", "13"),
        ("coder", "Ada"),
        ("document_title", 'The "toll"; again'),
        ("agreement", "0"),
    ],
)
def test_corrected_events_keep_every_character(column: str, wanted: str) -> None:
    """But that no cell begins a formula; positions count code points."""
    rows = csv.DictReader(io.StringIO("\n".join(events_csv([EVENT], VARIABLES, Mode.CORRECTED, {}))))
    assert next(rows)[column] == wanted
