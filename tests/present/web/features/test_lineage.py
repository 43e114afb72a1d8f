"""The pages of lineage."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.present.rooms import app_on, plain_record

from onrecord.present.web.features.lineage.sentences import sentences
from onrecord.query.documents import DocumentFilter, document_page
from onrecord.query.versions import versions
from onrecord.record import ChangeKind
from onrecord.run.aligning import Aligning
from onrecord.store import Store


def ids(store: Store) -> list[str]:
    """Return the ids of the wire copy, its reprint, its later version and the article that alters it."""
    return [each.heading.document_id for each in document_page(store, DocumentFilter()).documents]


def test_families(teller: TestClient) -> None:
    """A family is told as one witness, each member with what it is and how much of it is common."""
    told = teller.get("/lineage").text
    assert "3 texts, one witness" in told
    assert "later version" in told
    assert "over 99 %" in told


def test_no_families(tmp_path: Path) -> None:
    """A record without common texts says so."""
    with plain_record(tmp_path / "r.onrecord") as store:
        Aligning().run(store)
        client = TestClient(app_on(store), base_url="http://localhost:8427")
        assert "No two articles of this record share a text." in client.get("/lineage").text


def test_families_that_are_not_known_yet(client: TestClient) -> None:
    """A record that no run has aligned does not say that it has none."""
    assert "is not known yet: the next run tells" in client.get("/lineage").text


def test_a_large_family_shows_some_members(teller: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """And leads on to all of them."""
    monkeypatch.setattr(sys.modules["onrecord.present.web.features.lineage.pages"], "SHOWN", 2)
    told = teller.get("/lineage").text
    assert "3 texts, one witness" in told
    assert told.count("<tr data-entry>") == 2
    assert "All 3 texts" in told


def test_of_an_article(teller: TestClient, retold: Store) -> None:
    """An article's lineage tells what it is to the others of its family."""
    _, reprint, _, _ = ids(retold)
    told = teller.get(f"/lineage/{reprint}").text
    assert "a reprint of" in told
    assert "sentence by sentence" in told


def test_of_a_text_of_its_own(teller: TestClient, retold: Store) -> None:
    """An article without kin is told as a text of its own."""
    assert "A text of its own" in teller.get(f"/lineage/{ids(retold)[3]}").text


def test_versions(teller: TestClient, retold: Store) -> None:
    """Only what changed is shown, with the words that differ, and another number named."""
    wire, _, later, _ = ids(retold)
    told = teller.get(f"/lineage/{later}/{wire}").text
    assert "2 changed" in told
    assert '<mark class="d alters">Thirty-one' in told
    assert "! number" in told
    assert "Verek’s harbour board" not in told


def test_no_versions(teller: TestClient, retold: Store) -> None:
    """Two reports that share no text are told as that."""
    wire, _, later, lantern = ids(retold)
    assert "No versions of one text" in teller.get(f"/lineage/{wire}/{lantern}").text
    assert "No versions of one text" not in teller.get(f"/lineage/{wire}/{later}").text


def test_versions_whole(teller: TestClient, retold: Store) -> None:
    """The sentences that were kept are shown where they are asked for."""
    wire, _, later, _ = ids(retold)
    assert "Verek’s harbour board" in teller.get(f"/lineage/{wire}/{later}?whole=true").text


def test_sentences_keep_the_words(retold: Store) -> None:
    """The pieces of a sentence are its words, on either side."""
    wire, _, later, _ = ids(retold)
    found = versions(retold, wire, later)
    for change, shown in zip(found.changes, sentences(found), strict=True):
        assert "".join(each.words for each in shown.before) == change.before
        assert "".join(each.words for each in shown.after) == change.after


def test_versions_of_nothing(teller: TestClient, retold: Store) -> None:
    """One id twice, or one that is none, is refused."""
    wire = ids(retold)[0]
    assert teller.get(f"/lineage/{wire}/{wire}").status_code == 422
    assert teller.get(f"/lineage/{wire}/ffffff").status_code == 404
    assert teller.get("/lineage/ffffff").status_code == 404


def test_on_the_article(teller: TestClient, retold: Store) -> None:
    """An article tells what it descends from and what it can be compared with."""
    wire, reprint, _, _ = ids(retold)
    told = teller.get(f"/article/{reprint}").text
    assert f'a reprint of <a href="/article/{wire}">' in told
    assert f"/compare?of={reprint}&amp;of={wire}" in told


def test_numbers(retold: Store) -> None:
    """Every sentence of the later version is counted once."""
    wire, _, later, _ = ids(retold)
    assert versions(retold, wire, later).numbers[ChangeKind.KEPT] == 5


def test_hostile(hostile_room: Store) -> None:
    """Whatever texts hold, the pages of lineage stand."""
    client = TestClient(app_on(hostile_room), base_url="http://localhost")
    first, second, *_ = ids(hostile_room)
    assert client.get("/lineage").status_code == 200
    assert client.get(f"/lineage/{first}").status_code == 200
    told = client.get(f"/lineage/{first}/{second}?whole=true")
    assert told.status_code == 200
    assert "<script>alert(1)" not in told.text
