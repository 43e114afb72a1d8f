"""The pages of issues, positions, common ground, timelines and networks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.present.positioned import EMPTY, HARBOUR, QUAY, hostile_positioned_record, positioned_record
from tests.present.rooms import SCRIPT, app_on

from onrecord.query.actors import actors
from onrecord.query.agreement import agreement
from onrecord.query.judged import judged
from onrecord.query.positions import PositionFilter, positions
from onrecord.record import Field
from onrecord.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record with positions."""
    with positioned_record(tmp_path_factory.mktemp("positions") / "room.onrecord") as made:
        yield made


@pytest.fixture
def room(store: Store) -> TestClient:
    """Give a client of a room on it."""
    return TestClient(app_on(store), base_url="http://localhost:8427", follow_redirects=False)


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    """Give a client of a room on a record whose every text asks for trouble."""
    with hostile_positioned_record(tmp_path / "hostile.onrecord") as made:
        yield TestClient(app_on(made), base_url="http://localhost:8427", follow_redirects=False)


def who(store: Store, name: str) -> str:
    """Return the id of an actor."""
    return next(each.id for each in actors(store) if each.name == name)


def test_issues(room: TestClient) -> None:
    """The list tells each issue with how many statements take which side."""
    told = room.get("/issues").text
    assert "harbour dues" in told
    assert f'href="/search?issue={HARBOUR.id}&amp;stance=oppose"' in told


def test_issues_by_words(room: TestClient) -> None:
    """The list is narrowed by words, and says where none has them."""
    assert "the inner quay" not in room.get("/issues?words=dues").text
    assert "No issue has these words." in room.get("/issues?words=zebra").text


def test_issue(room: TestClient, store: Store) -> None:
    """An issue's page tells who supports it, opposes it, does both; each number opens its statements."""
    told = room.get(f"/issue/{HARBOUR.id}").text
    assert f'href="/position/{who(store, "Ada Mott")}/{HARBOUR.id}?stance=oppose"' in told
    assert told.index("both sides") < told.index("Ada Mott") < told.index('id="c-oppose"') < told.index("Tern News")


def test_issue_without_statements(room: TestClient) -> None:
    """A concept of a codebook on which nothing is said says so."""
    assert "Nobody known says anything on it." in room.get(f"/issue/{EMPTY.id}").text


def test_no_issue(room: TestClient) -> None:
    """An issue that is none is not found."""
    assert room.get("/issue/ffff").status_code == 404


def test_table(room: TestClient) -> None:
    """The table tells in words what each cell tells by shape and colour."""
    told = room.get("/positions").text
    assert "supports 1. " in told
    assert "opposes 1. " in told
    assert '<td class="cell mixed">' in told


@pytest.mark.parametrize("asked", ["actor=mott", "issue=quay", "until=2031-03-05", "outlet=The+Tern"])
def test_table_is_narrowed(room: TestClient, asked: str) -> None:
    """Conditions leave fewer cells."""
    whole, narrowed = (room.get(f"/positions{query}").text.count('<td class="cell') for query in ("", f"?{asked}"))
    assert 0 < narrowed < whole


@pytest.mark.parametrize("asked", ["since=yesterday", "min_confidence=much", "min_confidence=3", "first_actor=-1"])
def test_table_asked_wrongly(room: TestClient, asked: str) -> None:
    """A wrong condition is told beside the form."""
    answer = room.get(f"/positions?{asked}")
    assert answer.status_code == 422
    assert "This cannot be shown." in answer.text


def test_position(room: TestClient, store: Store) -> None:
    """A position's page has its statements in order of time, and a contradiction with both of its statements."""
    told = room.get(f"/position/{who(store, 'Ada Mott')}/{HARBOUR.id}").text
    assert "contradicts what it said before" in told
    assert told.count("We will reopen the harbour") == 2
    assert told.index("4 March 2031") < told.index("6 March 2031")


def test_position_of_one_side(room: TestClient, store: Store) -> None:
    """The statements of one side can be shown alone."""
    told = room.get(f"/position/{who(store, 'Ada Mott')}/{HARBOUR.id}?stance=oppose").text
    assert "Statements that oppose it" in told
    assert told.count("We will reopen the harbour") == 1


def test_no_position(room: TestClient, store: Store) -> None:
    """Who says nothing on an issue has no position on it."""
    assert room.get(f"/position/{who(store, 'Ada Mott')}/{QUAY.id}").status_code == 404


def test_ground(room: TestClient) -> None:
    """Common ground tells of each issue what the positions are to one another, and claims nothing more."""
    told = room.get("/ground?side=Tern+News&side=Ada+Mott").text
    assert "not to be told" in told
    assert "Ada Mott takes both sides." in told
    assert "It claims nothing on what the sides want in fact" in told


def test_ground_of_several(room: TestClient) -> None:
    """A side may be several actors; the form keeps them."""
    told = room.get("/ground?side=Tern+News,Ada+Mott&side=Bo+Lund").text
    assert 'value="Tern News, Ada Mott"' in told
    assert "Tern News and Ada Mott" in told


@pytest.mark.parametrize("asked", ["side=Nobody&side=Ada+Mott", "side=Ada+Mott&side=Ada+Mott", "side=a&since=b&side=c"])
def test_ground_asked_wrongly(room: TestClient, asked: str) -> None:
    """Sides that cannot be compared are told beside the form."""
    answer = room.get(f"/ground?{asked}")
    assert answer.status_code == 422
    assert "This cannot be compared." in answer.text


def test_timeline(room: TestClient, store: Store) -> None:
    """A timeline has a mark and a cell for each day, which opens the statements of that day."""
    told = room.get(f"/timeline?actor={who(store, 'Ada Mott')}&issue={HARBOUR.id}").text
    assert told.count("<circle") == 2
    assert "since=2031-03-04&amp;until=2031-03-04&amp;stance=support" in told


def test_timeline_cells_open_their_statements(room: TestClient) -> None:
    """A cell's address leads to as many statements as it tells."""
    for period in room.get("/v1/timeline").json()["periods"]:
        for row, number in period["rows"].items():
            asked = f"since={period['period']}&until={period['period']}&stance={row}"
            assert len(room.get(f"/v1/statements?{asked}").json()["items"]) == number


@pytest.mark.parametrize("asked", ["rows=odd", "clock=odd"])
def test_timeline_asked_wrongly(room: TestClient, asked: str) -> None:
    """A wrong choice is refused."""
    assert room.get(f"/timeline?{asked}").status_code == 422


def test_timeline_of_nobody(room: TestClient) -> None:
    """An actor that is none is not found."""
    assert room.get(f"/timeline?actor={'f' * 24}").status_code == 404


def test_network(room: TestClient) -> None:
    """The network's page has its edges as a table; each opens its statements."""
    told = room.get("/network").text
    assert "Ada Mott</bdi> – <bdi>Bo Lund" in told
    edge = room.get("/network/edge?source=Ada+Mott&target=Bo+Lund").text
    assert "We will reopen the harbour" in edge


def test_network_by_time(room: TestClient) -> None:
    """A time window leaves edges out, and says so."""
    told = room.get("/network?until=2031-03-04").text
    assert "Tern News" not in told
    assert "2 statements count" in told


@pytest.mark.parametrize("asked", ["rows=issue", "type=twomode", "top=0", "rows=odd", "since=2031-13-41", "mode=odd"])
def test_network_asked_wrongly(room: TestClient, asked: str) -> None:
    """Choices that do not go together are told beside the form."""
    answer = room.get(f"/network?{asked}")
    assert answer.status_code == 422
    assert "This network cannot be made." in answer.text


def test_network_without_a_node(room: TestClient) -> None:
    """An edge of a node that is none is not found."""
    assert room.get("/network/edge?source=Nobody&target=Bo+Lund").status_code == 404


@pytest.mark.parametrize("facet", ["issue", "stance"])
def test_search_has_facets(room: TestClient, facet: str) -> None:
    """Issues and stances are facets of the search."""
    assert f'data-facet="{facet}"' in room.get("/search").text


def test_search_by_issue_and_stance(room: TestClient) -> None:
    """The search tells by which issue and stance it was asked."""
    told = room.get(f"/search?issue={HARBOUR.id}&stance=support").text
    assert "issue: harbour dues" in told
    assert told.count('class="entry"') == 2


@pytest.mark.parametrize("path", ["/issues", f"/issue/{HARBOUR.id}", "/positions", "/ground", "/timeline", "/network"])
def test_hostile(hostile: TestClient, path: str) -> None:
    """Nothing that a text holds becomes part of a page."""
    answer = hostile.get(path)
    assert answer.status_code == 200
    assert SCRIPT not in answer.text


def test_statement_tells_its_issue(room: TestClient) -> None:
    """A statement's page tells its issue, its stance, its type and its condition."""
    [one, *_] = room.get(f"/v1/statements?issue={HARBOUR.id}&stance=oppose").json()["items"]
    told = room.get(f"/statement/{one['id']}").text
    assert f'<a href="/issue/{HARBOUR.id}"><bdi>harbour dues</bdi></a>' in told
    assert "▼ opposes it" in told
    assert "<dt>condition</dt>" in told


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    """Give a record that a test may change."""
    with positioned_record(tmp_path / "own.onrecord") as made:
        yield made


def correct(store: Store, key: str, field: str, **form: str) -> int:
    """Correct a field by a form; return the answer's status."""
    client = TestClient(app_on(store), base_url="http://localhost:8427", follow_redirects=False)
    seen = str(judged(store, key).version)
    data = {"do": "correct", "field": field, "seen": seen, "author": "Ada Finn", **form}
    return client.post(f"/review/{key}", data=data).status_code


def leaning(store: Store, actor: str, issue: str) -> list[str]:
    """Return where an actor stands on an issue, [] where it has no position."""
    return [each.leaning.value for each in positions(store, PositionFilter(actors=(actor,), issues=(issue,)))]


def test_stance_is_corrected(own: Store) -> None:
    """A stance that a person corrects counts in positions, the search and the review; undone, the machine's holds."""
    [one] = positions(own, PositionFilter(actors=("Tern News",)))
    key = one.stands[0].statement_id
    assert correct(own, key, "stance", word="support") == 303
    assert leaning(own, "Tern News", "harbour dues") == ["support"]
    assert judged(own, key)[Field.STANCE].machine == "oppose"
    room = TestClient(app_on(own), base_url="http://localhost:8427")
    found = room.get(f"/v1/statements?issue={HARBOUR.id}&stance=support").json()["items"]
    assert key in [each["id"] for each in found]
    room.post(f"/review/{key}", data={"do": "undo", "seen": "1"})
    assert leaning(own, "Tern News", "harbour dues") == ["oppose"]


def test_issue_is_corrected(own: Store) -> None:
    """A statement can be put on another issue, or on none."""
    [one] = positions(own, PositionFilter(actors=("Tern News",)))
    key = one.stands[0].statement_id
    assert correct(own, key, "issue", name="the inner quay") == 303
    assert (leaning(own, "Tern News", "harbour dues"), leaning(own, "Tern News", "the inner quay")) == ([], ["oppose"])
    assert correct(own, key, "issue", name="") == 303
    assert leaning(own, "Tern News", "the inner quay") == []


def test_issue_that_is_none(own: Store) -> None:
    """An issue that the record does not know is refused, with the reason."""
    [one] = positions(own, PositionFilter(actors=("Tern News",)))
    assert correct(own, one.stands[0].statement_id, "issue", name="zebras") == 422


def test_agreement_on_stances(own: Store) -> None:
    """Agreement on issues and stances is told, with the machine as a coder too."""
    [one] = positions(own, PositionFilter(actors=("Tern News",)))
    correct(own, one.stands[0].statement_id, "stance", word="support")
    told = {each.field: each for each in agreement(own, with_machine=True).fields}
    assert (told["stance"].statements, told["stance"].same) == (1, 0)
