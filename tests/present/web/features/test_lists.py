"""The pages of outlets, anomalies and the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests import fakes
from tests.present.rooms import app_on, fill

from onrecord.store import Store


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Give a client of a room on 120 articles of one outlet whose name needs escaping in addresses."""
    path: Path = tmp_path_factory.mktemp("many") / "r.onrecord"
    texts = ((n, f"Title {n}\n\n“Again {n},” said Ada Mott.\n") for n in range(120))
    captures = [fakes.capture(text, f"{n}.txt", outlet="A & B? #1", published="2031-03-04") for n, text in texts]
    with Store.open(path, create=True, connections=2) as store:
        fill(store, *captures)
        yield TestClient(app_on(store), base_url="http://localhost")


def walked(client: TestClient, address: str, link: str) -> list[str]:
    """Return what `link` finds on all pages of a list, one after the other."""
    found: list[str] = []
    while True:
        page = client.get(address)
        assert page.status_code == 200, address
        found += re.findall(link, page.text)
        following = re.search(r'href="([^"]+)" rel="next"', page.text)
        if following is None:
            return found
        address = unescape(following[1])


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/outlet?name=A %26 B? %231", r'href="/article/([0-9a-f]+)" data-open'),
        ("/anomalies", r'href="/article/[0-9a-f]+#a-([0-9a-f]+)" data-open'),
        ("/anomalies?outlet=B&since=2031", r'href="/article/[0-9a-f]+#a-([0-9a-f]+)" data-open'),
        ("/ledger/1?outcome=stored", r'href="/article/([0-9a-f]+)" data-open'),
        ("/search", r'href="/statement/([0-9a-f]+)" data-open'),
        ("/search?order=newest", r'href="/statement/([0-9a-f]+)" data-open'),
    ],
)
def test_pages_together_are_the_whole_list(many: TestClient, address: str, link: str) -> None:
    """Followed from page to page a list shows everything once."""
    found = walked(many, address, link)
    assert len(found) == len(set(found)) == 120


def test_outlets(client: TestClient) -> None:
    """Outlets lead to what they told; those of unknown outlets stand together."""
    page = client.get("/outlets").text
    assert re.search(r'href="/outlet\?name=Daily%20Gull"', page)
    assert "An undated note" in client.get("/outlet").text
    told = client.get("/outlet?name=Daily Gull").text
    assert "Ferry talks fail" in told
    assert "Inge Ølgaard" in told
    assert client.get("/outlet?name=Gull", headers={"accept": "text/html"}).status_code == 404


def test_anomalies(client: TestClient) -> None:
    """Anomalies are told with their words and reasons; kinds and days narrow them down."""
    page = client.get("/anomalies").text
    assert page.count('class="entry"') == 4
    assert client.get("/anomalies?until=2031-03-04").text.count('class="entry"') == 1
    assert "No anomaly meets this" in client.get("/anomalies?kind=paragraph printed twice").text
    wrong = client.get("/anomalies?kind=odd", headers={"accept": "text/html"})
    assert wrong.status_code == 422
    assert "give one of" in wrong.text


def test_ledger(client: TestClient) -> None:
    """The ledger tells every run; a run tells what became of every input, or of those that ended so."""
    assert 'href="/ledger/1"' in client.get("/ledger").text
    page = client.get("/ledger/1").text
    assert page.count("<tr data-entry>") == 5
    failed = client.get("/ledger/1?outcome=failed").text
    assert failed.count("<tr data-entry>") == 1
    assert "&lt;script&gt;" in failed
    assert client.get("/ledger/99", headers={"accept": "text/html"}).status_code == 404
    assert client.get("/ledger/1?outcome=lost", headers={"accept": "text/html"}).status_code == 422


def test_damaged_cursor(client: TestClient) -> None:
    """A cursor that no list gave is told."""
    for address in ("/search", "/actors", "/anomalies", "/ledger/1", "/outlet"):
        answer = client.get(address, params={"after": "nonsense"}, headers={"accept": "text/html"})
        assert answer.status_code == 422, address
