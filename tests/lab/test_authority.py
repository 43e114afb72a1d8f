"""What the builder of territories.csv leaves out, and the comparison of ids."""

from pathlib import Path

import pytest
from lab.authority import _leave_to_countries, compare


def test_a_dependent_territory_leaves_demonyms_to_countries() -> None:
    """Its own stay, and those that two countries share stay with both."""
    rows = [
        {"code": "aa", "demonyms": "Verekian;Common", "capitals": "Lorn"},
        {"code": "bb", "demonyms": "Common", "capitals": "Tern"},
        {"code": "cc", "demonyms": "Verekian;Isler", "capitals": "Lorn;Quay"},
    ]
    _leave_to_countries(rows, {"aa", "bb"})
    assert [row["demonyms"] for row in rows] == ["Verekian;Common", "Common", "Isler"]
    assert [row["capitals"] for row in rows] == ["Lorn", "Tern", "Quay"]


def test_compare_tells_of_an_id_that_is_somebody_elses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same name in other spelling is no disagreement, another name is."""
    agreeing, wrong = tmp_path / "agreeing.csv", tmp_path / "wrong.csv"
    agreeing.write_text("person,name\nQ7747,VLADIMIR PUTIN\n", encoding="utf-8")
    wrong.write_text("personID,person\nQ7747,Ada Lorn\n", encoding="utf-8")
    assert compare([agreeing]) == 0
    assert compare([wrong]) == 1
    assert capsys.readouterr().out == "Q7747: Vladimir Putin here, ada lorn there\n"
