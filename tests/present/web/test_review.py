"""The review's pages as forms: what is judged, refused, shown again; who may."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.present.rooms import TOKENS, app_on, hostile_record, plain_record

from onrecord.query import find, judged
from onrecord.query.doubt import queue
from onrecord.record import Field, Status
from onrecord.run.verification import verify
from onrecord.store import Store

BASE = "http://localhost:8427"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record that a test may judge."""
    with plain_record(tmp_path / "own.onrecord") as opened:
        yield opened


@pytest.fixture
def client(store: Store) -> TestClient:
    """Give a client of a room on it that needs no token."""
    return TestClient(app_on(store), base_url=BASE, follow_redirects=False)


def first(store: Store) -> str:
    """Return the first statement of the queue."""
    return queue(store)[0].id


def test_the_review_leads_to_the_most_doubtful_statement(client: TestClient, store: Store) -> None:
    """The queue begins with the statement that is least sure; filters narrow it and stay in the address."""
    assert client.get("/review").headers["location"] == f"/review/{first(store)}"
    where = client.get("/review?outlet=tern&nonsense=1").headers["location"]
    assert where.endswith("?outlet=tern")
    assert "The Tern" in client.get(where).text


def test_a_decision_leads_on_and_can_be_undone_from_there(client: TestClient, store: Store) -> None:
    """Accepting leads to the next one, which offers to undo it."""
    key, following = (each.id for each in queue(store)[:2])
    answer = client.post(f"/review/{key}", data={"do": "accept", "seen": "0"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/review/{following}?done={key}")
    assert judged(store, key).status is Status.ACCEPTED
    assert f'action="/review/{key}"' in client.get(answer.headers["location"]).text
    client.post(f"/review/{key}", data={"do": "undo", "seen": "1"})
    assert judged(store, key).status is Status.OPEN


FORMS = [
    (Field.FORM, {"word": "indirect"}, "indirect"),
    (Field.STATED, {"word": "no"}, 0.0),
    (Field.TYPE, {"word": "demand"}, "demand"),
    (Field.CONDITION, {"spans": "0-3"}, [[0, 3]]),
    (Field.CONDITION, {"spans": ""}, []),
    (Field.NEGATED, {"word": "yes"}, True),
    (Field.HYPOTHETICAL, {"word": "yes"}, True),
    (Field.SOURCE, {"spans": "0-3, 5-7"}, [[0, 3], [5, 7]]),
    (Field.SAID, {"edtf": "2031-03", "spans": ""}, {"edtf": "2031-03", "spans": []}),
    (Field.SAID, {"edtf": ""}, None),
    (Field.SPEAKER, {"name": ""}, None),
    (
        Field.SETTING,
        {"kind": "speech", "spans": "0-3", "medium": "Tern TV"},
        {"kind": "speech", "spans": [[0, 3]], "counterpart": None, "place": None, "medium": "Tern TV"},
    ),
]


@pytest.mark.parametrize(("field", "form", "present"), FORMS)
def test_a_form_corrects_a_field(
    client: TestClient, store: Store, field: Field, form: dict[str, str], present: object
) -> None:
    """What a form sends is what the field then has, under the name of who judges."""
    key = first(store)
    client.post("/review/name", data={"name": "Ada  Finn"})
    answer = client.post(f"/review/{key}", data={"do": "correct", "field": field.value, "seen": "0", **form})
    assert (answer.status_code, judged(store, key)[field].present) == (303, present)
    assert [judgement.author for _, judgement in judged(store, key).log] == ["Ada Finn"]


def test_a_name_means_an_actor_of_the_article_or_of_another(client: TestClient, store: Store) -> None:
    """A speaker given by name is the actor who bears it: listed with that one's statements."""
    ferry = next(each for each in find(store) if each.words.startswith("The ferry stays"))
    data = {"do": "correct", "field": "speaker", "seen": "0", "name": "Bo Lund"}
    client.post(f"/review/{ferry.id}", data=data)
    present = judged(store, ferry.id).reported
    assert present.speaker == "Bo Lund"
    assert next(iter(present.known.values())).name == "Bo Lund"


REFUSED = [
    {"do": "correct", "field": "form", "word": "sung"},
    {"do": "correct", "field": "type", "word": "song"},
    {"do": "correct", "field": "negated", "word": "perhaps"},
    {"do": "correct", "field": "content", "spans": ""},
    {"do": "correct", "field": "content", "spans": "here"},
    {"do": "correct", "field": "content", "spans": "5-999999"},
    {"do": "correct", "field": "said", "edtf": "soon"},
    {"do": "correct", "field": "stated", "word": "perhaps"},
    {"do": "correct"},
    {"do": "dance"},
    {"do": "undo"},
]


@pytest.mark.parametrize("form", REFUSED)
def test_what_does_not_fit_is_shown_with_the_reason(client: TestClient, store: Store, form: dict[str, str]) -> None:
    """A form that cannot be is answered with the page and the reason, and nothing is written."""
    key = first(store)
    answer = client.post(f"/review/{key}", data={"seen": "0", **form})
    assert (answer.status_code, judged(store, key).version) == (422, 0)
    assert "Not judged." in answer.text


def test_a_conflict_shows_both_and_can_be_judged_again(client: TestClient, store: Store) -> None:
    """What was made of an older version is not written; its form is offered again with the present one."""
    key = first(store)
    client.post(f"/review/{key}", data={"do": "correct", "field": "form", "word": "mixed", "seen": "0"})
    form = {"do": "correct", "field": "form", "word": "indirect", "seen": "0"}
    answer = client.post(f"/review/{key}", data=form)
    assert (answer.status_code, judged(store, key).version) == (412, 1)
    assert "form: mixed" in answer.text and "form: indirect" in answer.text
    assert 'name="word" value="indirect"' in answer.text
    client.post(f"/review/{key}", data={**form, "seen": "1"})
    assert judged(store, key).reported.form == "indirect"


def test_actors_are_merged_split_and_it_is_undone(client: TestClient, store: Store) -> None:
    """A merge by name, its undo, and a refusal where nobody bears the name."""
    ferry = next(each for each in find(store) if each.words.startswith("The ferry stays")).id
    answer = client.post(f"/review/{ferry}/actors", data={"do": "merge", "other": "Bo Lund"})
    assert answer.headers["location"] == f"/review/{ferry}?moved=1"
    assert "Who is who was judged" in client.get(answer.headers["location"]).text
    assert "Inge Ølgaard" not in {each.speaker for each in find(store)}
    client.post(f"/review/{ferry}/actors", data={"do": "withdraw", "number": "1"})
    assert "Inge Ølgaard" in {each.speaker for each in find(store)}
    answer = client.post(f"/review/{ferry}/actors", data={"do": "merge", "other": "Nobody At All"})
    assert answer.status_code == 422
    assert [each for each in verify(store).findings if each.noun != "quotation"] == []


def test_nothing_left_is_told(client: TestClient, store: Store) -> None:
    """After the last one the review says so."""
    for each in queue(store):
        client.post(f"/review/{each.id}", data={"do": "reject", "seen": "0"})
    assert "Nothing left to judge" in client.get("/review").text


def test_readers_read_and_reviewers_judge(store: Store) -> None:
    """A reader's token shows the page without its forms; a judgement needs a reviewer's, and a name."""
    client = TestClient(app_on(store, TOKENS), base_url=BASE, follow_redirects=False)
    key = first(store)
    reader, reviewer = ({"authorization": f"Bearer {who}-0123456789"} for who in ("reader", "reviewer"))
    shown = client.get(f"/review/{key}", headers=reader)
    assert shown.status_code == 200 and 'data-do="accept"' not in shown.text
    form = {"do": "accept", "seen": "0"}
    assert client.post(f"/review/{key}", data=form, headers=reader).status_code == 403
    nameless = client.post(f"/review/{key}", data=form, headers=reviewer)
    assert nameless.status_code == 422 and judged(store, key).version == 0
    client.post("/review/name", data={"name": "Ada Finn"}, headers=reviewer)
    assert client.post(f"/review/{key}", data=form, headers=reviewer).status_code == 303


def test_no_text_of_an_article_becomes_markup(tmp_path: Path) -> None:
    """Every statement of a record that asks for trouble is shown, and none of its texts is a tag or an attribute."""
    with hostile_record(tmp_path / "hostile.onrecord") as store:
        client = TestClient(app_on(store), base_url=BASE, follow_redirects=False)
        for each in queue(store):
            answer = client.get(f"/review/{each.id}")
            assert answer.status_code == 200
            assert "<script>alert" not in answer.text


def test_a_statement_that_is_none_is_missing(client: TestClient) -> None:
    """An address of no statement is answered as missing, also when it is judged."""
    assert client.get("/review/0123").status_code == 404
    assert client.post("/review/0123", data={"do": "accept", "seen": "0"}).status_code == 404
