"""No page writes a text of an article as it is, whatever it holds; see also tests/browser/test_scripts.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from tests.browser.payloads import PAYLOADS
from tests.browser.poisoned import GROUP, poison
from tests.present.rooms import app_on

from onrecord.store import Store
from onrecord.store.schema import documents, members, statements

MARKUP = tuple(each for each in PAYLOADS if "<" in each or "onmouseover" in each)
"""Payloads that change a page where they stand in it as they are."""
SOME = PAYLOADS[::4]
"""Of every call and every way out some, in other company than in the browser's tests."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record of which every text is a payload."""
    path: Path = tmp_path_factory.mktemp("poisoned") / "poisoned.onrecord"
    with poison(path, SOME) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(store: Store) -> TestClient:
    """Give a client of a room on the record."""
    return TestClient(app_on(store), base_url="http://localhost:8427")


def raw(client: TestClient, address: str) -> list[str]:
    """Return the payloads that stand in a page as they are."""
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 200, address
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return [each for each in MARKUP if each in answer.text]


@pytest.mark.parametrize(
    "address", ["/search", "/search?order=newest", "/actors", "/outlets", "/anomalies", "/ledger", "/ledger/1"]
)
def test_lists(client: TestClient, address: str) -> None:
    """Lists hold no payload as it is."""
    assert raw(client, address) == []


def test_single_pages(client: TestClient, store: Store) -> None:
    """Articles, statements, actors and reviews hold no payload as it is."""
    query = select(documents.c.id, statements.c.id, members.c.identity_id).select_from(documents)
    query = query.join(statements).join(members, members.c.actor_id == statements.c.actor_id)
    with store.reading() as connection:
        rows = connection.execute(query).all()
    assert len(rows) == len(SOME)
    for row in rows[::GROUP]:
        assert raw(client, f"/article/{row[0]}") == []
        assert raw(client, f"/review/{row[1]}") == []
    for row in rows:
        assert raw(client, f"/statement/{row[1]}") == []
        assert raw(client, f"/actor/{row[2]}") == []


@pytest.mark.parametrize("name", ["words", "speaker", "addressee", "outlet"])
def test_addresses(client: TestClient, name: str) -> None:
    """A payload that was searched for is shown, and not as it is."""
    for payload in MARKUP[::20]:
        answer = client.get("/search", params={name: payload}, headers={"accept": "text/html"})
        assert answer.status_code == 200
        assert payload not in answer.text
