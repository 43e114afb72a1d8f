"""What articles contradict one another in: the query, the page, the API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.present.retold import clashing_record
from tests.present.rooms import app_on

from onrecord.errors import SettingsError
from onrecord.query.clashes import ClashFilter, clash_page, count
from onrecord.record import DifferenceKind
from onrecord.store import Store


@pytest.fixture(scope="module")
def clashing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record in which an article gives the words of others to somebody else."""
    with clashing_record(tmp_path_factory.mktemp("clashing") / "clashing.onrecord") as store:
        yield store


@pytest.fixture
def reader(clashing: Store) -> TestClient:
    """Give a client of a room on it."""
    return TestClient(app_on(clashing), base_url="http://localhost")


def test_query(clashing: Store) -> None:
    """A clash tells both statements, what differs, and why."""
    found = clash_page(clashing, ClashFilter()).clashes
    assert len(found) == count(clashing) > 0
    assert {each.kind for each in found} == {DifferenceKind.SPEAKER}
    assert all({one.speaker for one in each.statements} == {"Ada Mott", "Bo Lund"} for each in found)


def test_query_page_by_page(clashing: Store) -> None:
    """Pages follow one another, and come to all of them."""
    seen, after = [], None
    while True:
        part = clash_page(clashing, ClashFilter(), after=after, size=1)
        seen += [each.id for each in part.clashes]
        after = part.next
        if after is None:
            break
    assert seen == [each.id for each in clash_page(clashing, ClashFilter()).clashes]


@pytest.mark.parametrize(
    ("wanted", "some"),
    [
        (ClashFilter(kind="other date"), False),
        (ClashFilter(kind=DifferenceKind.SPEAKER, outlet="courier"), True),
        (ClashFilter(outlet="lantern"), False),
        (ClashFilter(since="2031-03-05"), True),
        (ClashFilter(since="2031-03-06"), False),
    ],
)
def test_query_is_narrowed(clashing: Store, wanted: ClashFilter, some: bool) -> None:
    """One of the two articles meets the conditions."""
    assert bool(clash_page(clashing, wanted).clashes) == some


def test_no_such_kind() -> None:
    """A kind that articles do not clash in is refused."""
    with pytest.raises(SettingsError):
        ClashFilter(kind="number")


def test_page(reader: TestClient) -> None:
    """The page tells both sides, and leads to the comparison of their articles."""
    told = reader.get("/anomalies/between").text
    assert "other speaker" in told
    assert "/compare?of=" in told
    assert "Harbour Courier" in told


def test_page_asked_wrongly(reader: TestClient) -> None:
    """A wrong condition is told beside the form."""
    answer = reader.get("/anomalies/between?kind=odd")
    assert answer.status_code == 422
    assert "This cannot be listed." in answer.text


def test_page_without_any(client: TestClient) -> None:
    """A record without clashes says so."""
    assert "No two articles of this record" in client.get("/anomalies/between").text


def test_leads_there(client: TestClient) -> None:
    """The anomalies within pages lead to those between articles."""
    assert 'href="/anomalies/between"' in client.get("/anomalies").text


def test_api(reader: TestClient) -> None:
    """The API tells the same, page by page."""
    first = reader.get("/v1/clashes?size=1").json()
    assert {each["speaker"] for each in first["items"][0]["statements"]} == {"Ada Mott", "Bo Lund"}
    assert reader.get("/v1/clashes?kind=other+date").json()["items"] == []
    assert reader.get("/v1/clashes?kind=number").status_code == 422
