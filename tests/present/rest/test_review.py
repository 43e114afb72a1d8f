"""Judgements of statements through the API: conditional, told whole, agreement, labels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.present.rooms import TOKENS, app_on, plain_record

from onrecord.query import find, judged
from onrecord.record import Field
from onrecord.run.reviewing import REJECT, Judge, judge
from onrecord.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record that a test may judge."""
    with plain_record(tmp_path / "own.onrecord") as opened:
        yield opened


@pytest.fixture
def client(store: Store) -> TestClient:
    """Give a client of a room on it."""
    return TestClient(app_on(store), base_url="http://localhost:8427", follow_redirects=False)


def send(client: TestClient, key: str, *decisions: dict[str, Any], tag: str | None = None, author: str = "ann") -> Any:
    """Judge a statement as it is now, or as of the tag that is given."""
    address = f"/v1/statements/{key}/judgements"
    tag = client.get(address).headers["etag"] if tag is None else tag
    return client.post(address, json={"author": author, "decisions": decisions}, headers={"if-match": tag})


def test_a_statement_is_judged_and_undone(client: TestClient, store: Store) -> None:
    """Several decisions at once are told with the machine's and the present values, and taken back one by one."""
    key = next(find(store)).id
    form = {"kind": "corrected", "field": "form", "value": "mixed"}
    told = send(client, key, form, {"kind": "accepted"}).json()
    fields = {each["field"]: each for each in told["fields"]}
    assert (told["status"], told["version"], told["holding"]) == ("accepted", 2, [1, 2])
    assert (fields["form"]["machine"], fields["form"]["present"], fields["form"]["number"]) == ("direct", "mixed", 1)
    shown = client.get(f"/v1/statements/{key}/judgements")
    undone = client.post(
        f"/v1/statements/{key}/undo",
        json={"author": "ann", "number": 1},
        headers={"if-match": shown.headers["etag"]},
    ).json()
    assert (undone["status"], undone["holding"], judged(store, key)[Field.FORM].present) == ("accepted", [2], "direct")


def test_a_judgement_of_something_older_is_refused(client: TestClient, store: Store) -> None:
    """412 with the present tag where somebody judged meanwhile, 428 where nothing is said of what was seen."""
    key = next(find(store)).id
    address = f"/v1/statements/{key}/judgements"
    tag = client.get(address).headers["etag"]
    judge(store, key, [REJECT], Judge("ben", "2031-01-01"), seen=0)
    answer = send(client, key, {"kind": "accepted"}, tag=tag)
    assert (answer.status_code, answer.headers["etag"]) == (412, client.get(address).headers["etag"])
    body = {"author": "ann", "decisions": [{"kind": "accepted"}]}
    assert client.post(address, json=body).status_code == 428
    assert client.post(f"/v1/statements/{key}/undo", json={"author": "ann"}).status_code == 428
    assert judged(store, key).version == 1


@pytest.mark.parametrize(
    "decision",
    [
        {"kind": "corrected", "field": "content", "value": [[0, 99999]]},
        {"kind": "corrected", "field": "content"},
        {"kind": "corrected"},
        {"kind": "accepted", "field": "form", "value": "mixed"},
        {"kind": "same"},
        {"kind": "corrected", "field": "speaker", "value": {"name": "x" * 3}},
        {"kind": "corrected", "field": "colour", "value": "red"},
    ],
)
def test_what_does_not_fit_is_refused(client: TestClient, store: Store, decision: dict[str, Any]) -> None:
    """A decision that is none is refused as such, and nothing is written."""
    key = next(find(store)).id
    assert send(client, key, decision).status_code == 422
    assert judged(store, key).version == 0


def test_readers_may_not_judge(store: Store) -> None:
    """A reader's token reads judgements and agreement, and judges nothing."""
    client = TestClient(app_on(store, TOKENS), base_url="http://localhost:8427")
    client.headers["authorization"] = "Bearer reader-0123456789"
    key = next(find(store)).id
    assert client.get("/v1/agreement").status_code == 200
    assert send(client, key, {"kind": "accepted"}).status_code == 403


def test_the_queue_agreement_and_labels_are_told(client: TestClient, store: Store) -> None:
    """What is left to judge shrinks; coders are compared; labels are lines of JSON."""
    ids = [each["id"] for each in client.get("/v1/review").json()["items"]]
    for author in ("ann", "ben"):
        send(client, ids[0], {"kind": "corrected", "field": "form", "value": "indirect"}, author=author)
    send(client, ids[0], {"kind": "accepted"})
    assert ids[0] not in [each["id"] for each in client.get("/v1/review?size=3").json()["items"]]
    study = client.get("/v1/agreement?machine=true").json()
    assert study["coders"] == {"ann": 1, "ben": 1, "machine": 1}
    form = next(each for each in study["fields"] if each["field"] == "form")
    assert (form["statements"], form["same"]) == (1, 0)
    lines = client.get("/v1/labels").text.splitlines()
    assert [json.loads(line)["coder"] for line in lines] == ["ann", "ben"]
