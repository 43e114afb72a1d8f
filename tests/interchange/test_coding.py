"""What a .dna file says: documents, statements, coders; positions and long names."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interchange.sample import made

from onrecord.errors import InputError, InternalError, SettingsError
from onrecord.interchange import dna
from onrecord.interchange.dna.builder import Builder
from onrecord.interchange.dna.utf16 import Utf16, shortened


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("when", datetime(2024, 3, 1, 12)), ("source", "Tern News"), ("author", "A. Osk"), ("coder", "Ada")],
)
def test_a_document_is_told(name: str, wanted: object) -> None:
    """With its time in UTC."""
    assert getattr(dna.documents(made())[0], name) == wanted


def test_positions_count_code_points() -> None:
    """DNA counts the ship for two; the words are the same."""
    assert [each.words for each in dna.statements(made())] == ["The ferry", "The ferry stays", "No toll,"]


def test_statements_name_their_coders() -> None:
    """Each by its own."""
    assert [each.coder for each in dna.statements(made())] == ["Bo", "Ada", "Bo"]


def test_values_are_those_of_the_type() -> None:
    """Yes and no as such; a short text that is missing as ""."""
    *_, last = dna.statements(made())
    assert last.values == {"person": "Lorn", "organization": "", "concept": "toll", "agreement": False}


def test_networks_count_the_first_type_with_short_texts() -> None:
    """With the variables of documents, as event lists name them."""
    first, *rest = dna.coded(made())
    assert (first.values["document_source"], len(rest)) == ("Tern News", 1)


def test_an_unknown_type_is_told() -> None:
    """With those that there are."""
    with pytest.raises(SettingsError, match="no statement type 'Claim'; there are: DNA Statement, NPF Story"):
        dna.coded(made(), "Claim")


def test_a_date_that_we_wrote_as_unknown_is_unknown() -> None:
    """DNA demands one, and the notes say that it is none."""
    builder = Builder("Ada", "x")
    builder.document("Undated", "Verek spoke.", date=0, notes=f"{dna.UNKNOWN_DATE}\nmore")
    assert dna.documents(builder.finish())[0].when is None


def test_attributes_and_colours_are_told() -> None:
    """Of each entity, by variable and name."""
    assert dna.attributes(made())["person", "Verek"] == {"Type": "Minister", "color": "#FF9900"}


@pytest.mark.parametrize("place", [(0, 4000), (4000, 4001)])
def test_a_statement_out_of_its_text_is_told(place: tuple[int, int]) -> None:
    """It would mark other words, or none."""
    builder = Builder("Ada", "x")
    document = builder.document("Short", "Verek spoke.", date=0)
    builder.statement("Annotation", document, place, 1, {})
    with pytest.raises(InputError, match="past the end"):
        list(dna.statements(builder.finish()))


def test_a_statement_of_a_missing_document_is_told() -> None:
    """The file is damaged."""
    file = made()
    with pytest.raises(InputError, match="does not fit the file"):
        list(dna.statements(replace(file, tables={**file.tables, "DOCUMENTS": ()})))


def test_a_variable_that_a_type_lacks_is_ours_to_mend() -> None:
    """Nothing is dropped silently."""
    builder = Builder("Ada", "x")
    with pytest.raises(InternalError, match="no variable 'mood'"):
        builder.statement("Annotation", 1, (0, 1), 1, {"mood": "good"})


def test_long_names_are_cut_and_counted() -> None:
    """To 190 UTF-16 code units, an ellipsis at the end."""
    builder = Builder("Ada", "x")
    builder.document("🚢" * 100, "Verek spoke.", date=0)
    title = builder.finish().named("DOCUMENTS")[0]["Title"]
    assert (len(title.encode("utf-16-le")) // 2, title[-1], builder.shortened) == (189, "…", 1)


@given(st.text(max_size=20))
def test_positions_lead_there_and_back(text: str) -> None:
    """From code points to UTF-16 code units and back, as Python counts both."""
    ways = Utf16.of(text)
    for at in range(len(text) + 1):
        units = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
        assert (ways.units(at), ways.point(units)) == (units, at)


@given(st.text(max_size=40), st.integers(2, 12))
def test_what_is_shortened_fits(text: str, longest: int) -> None:
    """And is the text itself where that fits."""
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    cut = shortened(text, longest)
    assert len(cut.encode("utf-16-le", "surrogatepass")) // 2 <= longest
    assert (cut == text) == (units <= longest)
