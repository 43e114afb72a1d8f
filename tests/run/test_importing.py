"""What people coded by hand in DNA, imported and verified."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, select, text, update
from tests import fakes
from tests.interchange.sample import made
from tests.run.direct import Direct

from onrecord.interchange import dna
from onrecord.run import importing
from onrecord.run.reading import Reading
from onrecord.run.verification import verify
from onrecord.store import Store, codings, record_digest
from onrecord.store.schema import annotated, coding_files, documents


def imported(folder: Path) -> Store:
    """Return a record that the made-up file was imported into."""
    dna.write(made(), folder / "sample.dna")
    coding = importing.coding_of(folder / "sample.dna")
    store = Store.open(folder / "record.onrecord", create=True)
    importing.keep(store, coding)
    run = Reading(store, Direct(fakes.article), fakes.MADE_BY, lambda entry: None)
    run.run(importing.captures(coding))
    return store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give such a record."""
    return imported(tmp_path)


def test_every_annotation_stands_at_its_words(store: Store) -> None:
    """In the document that its text became."""
    with store.reading() as connection:
        texts = {row.id: row.text for row in connection.execute(select(documents.c.id, documents.c.text))}
        found = list(codings.found(connection))
    assert [each.span.words for each in found] == ["The ferry stays", "No toll,", "The ferry"]
    assert all(each.span.check(texts[each.document_id]) for each in found)


def test_a_document_is_read_as_the_file_has_it(store: Store) -> None:
    """Title, outlet, day and time, and the text to the character."""
    with store.reading() as connection:
        row = connection.execute(select(documents)).one()
    assert (row.title, row.outlet, row.published) == ("Ferry & toll", "Tern News", "2024-03-01T12:00:00")


def test_the_file_is_kept_whole(store: Store, tmp_path: Path) -> None:
    """Colours, coders and all."""
    with store.reading() as connection:
        (kept,) = codings.files(connection)
    assert (kept.name, kept.data) == ("sample.dna", (tmp_path / "sample.dna").read_bytes())


def test_a_document_that_is_read_anew_keeps_its_annotations(store: Store) -> None:
    """A newer version's reading takes the place of the document, not of what people coded."""
    with store.writing() as connection:
        connection.execute(delete(documents))
    with store.reading() as connection:
        assert len(list(codings.found(connection))) == 3


def test_the_same_file_gives_the_same_annotations(tmp_path: Path) -> None:
    """Wherever it lies."""
    found = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with imported(tmp_path / name).reading() as connection:
            found.append([annotation.id for annotation in codings.found(connection)])
    assert found[0] == found[1]


def test_importing_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    """The record is the same, to the digest."""
    before = record_digest(store)
    importing.keep(store, importing.coding_of(tmp_path / "sample.dna"))
    assert record_digest(store) == before


def test_what_was_imported_verifies(store: Store) -> None:
    """Against the file and against the text."""
    assert verify(store).findings == []


def _words(connection: Connection) -> None:
    connection.execute(update(annotated).where(annotated.c.number == 1).values(words="The ferry sways"))


def _gone(connection: Connection) -> None:
    connection.execute(delete(annotated).where(annotated.c.number == 2))


def _coder(connection: Connection) -> None:
    connection.execute(update(annotated).where(annotated.c.number == 2).values(coder="Cy"))


def _file(connection: Connection) -> None:
    connection.execute(update(coding_files).values(data=b"SQLite format 3\0"))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (_words, "not what sample.dna says"),
        (_gone, "not what sample.dna says"),
        (_coder, "not what sample.dna says"),
        (_file, "not those that were imported"),
    ],
)
def test_what_was_changed_is_found(store: Store, damage: Callable[[Connection], None], told: str) -> None:
    """Words, a coder, a missing annotation, the file."""
    with store.writing() as connection:
        connection.execute(text("PRAGMA foreign_keys = OFF"))
        damage(connection)
    assert any(told in finding.wrong for finding in verify(store).findings)
