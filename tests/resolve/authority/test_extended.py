"""Entries of a user's own beside the bundled ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.resolve.authority import authority, extend, files_in

OWN = "id,name,kind,aliases,surnames,country,gender,source\nmine:ada-mott,Ada Mott,person,,,fr,f,our own list\n"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with one file of entries; the bundled authority is back afterwards."""
    (tmp_path / "people.csv").write_text(OWN, encoding="utf-8")
    yield tmp_path
    extend([])


def test_a_folder_s_entries_are_known(folder: Path) -> None:
    """The process knows them once it was told, and the bundled ones still."""
    assert authority().find("Ada Mott") == ()
    pipeline.extend_authority(str(folder))
    assert [entry.id for entry in authority().find("Ada Mott")] == ["mine:ada-mott"]
    assert authority().country("France") is not None


def test_documents_are_signed_by_what_was_known(folder: Path) -> None:
    """Another folder, another signature: documents made before are made anew."""
    before = pipeline.signature()
    signed = pipeline.signature(authority=str(folder))
    assert signed.startswith(before)
    (folder / "people.csv").write_text(OWN.replace("Mott", "Mottram"), encoding="utf-8")
    assert pipeline.signature(authority=str(folder)) not in (before, signed)


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    """A wrong path is told, and not taken for an empty folder."""
    with pytest.raises(InputError, match="no folder"):
        files_in(str(tmp_path / "nowhere"))


def test_a_bad_row_leaves_the_authority_as_it_was(folder: Path) -> None:
    """The file and the line are named, nothing is loaded."""
    (folder / "people.csv").write_text(OWN + "mine:x,Bo Lund,elephant,,,fr,m,list\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"people\.csv"):
        pipeline.extend_authority(str(folder))
    assert authority().find("Bo Lund") == ()
