"""Reading and writing .dna files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.interchange.sample import made

from onrecord.errors import InputError
from onrecord.interchange import dna
from onrecord.interchange.dna.password import is_password
from onrecord.interchange.dna.schema import COLUMNS


def written(tmp_path: Path) -> Path:
    """Return where the made-up file lies."""
    path = tmp_path / "sample.dna"
    dna.write(made(), path)
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Every row of every table."""
    assert dna.read(written(tmp_path)) == made()


@pytest.mark.shared
def test_the_sample_comes_back_row_by_row(shared: Path, tmp_path: Path) -> None:
    """DNA's own sample, read, written and read again."""
    first = dna.read(shared / "corpora/dna/sample.dna")
    dna.write(first, tmp_path / "again.dna")
    assert dna.read(tmp_path / "again.dna") == first


@pytest.mark.shared
def test_our_tables_are_those_of_the_sample(shared: Path, tmp_path: Path) -> None:
    """The same columns, types, defaults, keys and demands for values in every table."""
    dna.write(dna.read(shared / "corpora/dna/sample.dna"), tmp_path / "again.dna")
    for table in COLUMNS:
        described = []
        for path in (shared / "corpora/dna/sample.dna", tmp_path / "again.dna"):
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
                described.append(connection.execute(f"PRAGMA table_info({table})").fetchall())
        assert described[0] == described[1], table


@pytest.mark.shared
def test_the_password_of_the_sample_is_known(shared: Path) -> None:
    """As its documentation tells."""
    admin = dna.read(shared / "corpora/dna/sample.dna").named("CODERS")[0]
    assert is_password("sample", admin["Password"])


@pytest.mark.parametrize(("password", "wanted"), [("secret", True), ("Secret", False)])
def test_passwords_are_told_apart(password: str, wanted: bool) -> None:
    """By salt and digest."""
    assert is_password(password, made().named("CODERS")[0]["Password"]) is wanted


def test_every_entity_has_every_attribute() -> None:
    """One row for each entity and attribute of its variable, "" where nothing is noted."""
    file = made()
    owners = {row["ID"]: row["VariableId"] for row in file.named("ENTITIES")}
    wanted = {
        (entity, row["ID"])
        for entity, owner in owners.items()
        for row in file.named("ATTRIBUTEVARIABLES")
        if row["VariableId"] == owner
    }
    assert {(row["EntityId"], row["AttributeVariableId"]) for row in file.named("ATTRIBUTEVALUES")} == wanted


def test_every_statement_has_every_variable() -> None:
    """A missing short text is the entity with the value ""."""
    file = made()
    kinds = {row["ID"]: row["StatementTypeId"] for row in file.named("STATEMENTS")}
    wanted = {
        (statement, row["ID"])
        for statement, kind in kinds.items()
        for row in file.named("VARIABLES")
        if row["StatementTypeId"] == kind
    }
    tables = ("DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT")
    found = {(row["StatementId"], row["VariableId"]) for table in tables for row in file.named(table)}
    assert found == wanted


def damaged(path: Path, sql: str) -> Path:
    """Return the file after a statement of SQL."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(sql)
    return path


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE SETTINGS SET Value = '2.0.25' WHERE Property = 'version'", "it is of DNA 2.0.25"),
        ("DROP TABLE REGEXES", "it has no table REGEXES"),
        ("CREATE TABLE MORE (ID INTEGER)", "what files of DNA 3 do not: MORE"),
        ("DROP TABLE REGEXES; CREATE VIEW REGEXES AS SELECT 1", "what files of DNA 3 do not: REGEXES"),
        ("CREATE TRIGGER T AFTER INSERT ON CODERS BEGIN SELECT 1; END", "what files of DNA 3 do not: T"),
        ("ALTER TABLE REGEXES ADD COLUMN More TEXT", "its table REGEXES has other columns"),
        ("UPDATE DOCUMENTS SET Text = x'00ff'", "its table DOCUMENTS holds bytes"),
    ],
)
def test_what_is_no_file_of_dna_is_refused(tmp_path: Path, sql: str, told: str) -> None:
    """With the file's name and what is wrong with it; nothing of it is left out silently."""
    path = damaged(written(tmp_path), sql)
    with pytest.raises(InputError, match=r"sample\.dna: ") as error:
        dna.read(path)
    assert told in str(error.value)


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + bytes(200)])
def test_other_files_are_refused(tmp_path: Path, data: bytes) -> None:
    """Empty, of another kind, or cut."""
    path = tmp_path / "other.dna"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"no \.dna file"):
        dna.read(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """It is the user's to mend."""
    with pytest.raises(InputError, match="cannot be read"):
        dna.read(tmp_path / "none.dna")


def test_a_file_that_is_being_written_is_refused(tmp_path: Path) -> None:
    """What its journal undoes would be taken for what it says."""
    path = written(tmp_path)
    path.with_name("sample.dna-journal").write_bytes(b"x")
    with pytest.raises(InputError, match="open in DNA"):
        dna.read(path)


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("REGEXES", ("x" * 191, 0, 0, 0), "breaks a rule"),
        ("STATEMENTS", (9, 1, 77, 0, 1, 1), "row 9 of STATEMENTS names a row of DOCUMENTS"),
    ],
)
def test_what_breaks_a_rule_is_not_written(tmp_path: Path, table: str, row: tuple[object, ...], told: str) -> None:
    """The earlier file stays as it was, and nothing is left beside it."""
    path = written(tmp_path)
    file = made()
    broken = replace(file, tables={**file.tables, table: (*file.tables[table], row)})
    with pytest.raises(InputError, match=told):
        dna.write(broken, path)
    assert (dna.read(path), [each.name for each in tmp_path.iterdir()]) == (file, ["sample.dna"])
