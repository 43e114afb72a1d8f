"""Judgements of who is who through the API: only by whoever has seen what they judge."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

BY = {"author": "Ada Reviewer", "reason": "as the byline says"}
NOBODY = "0" * 24


def actor(client: TestClient, name: str) -> str:
    """Return the id of the first actor of this name."""
    return str(next(each["id"] for each in client.get("/v1/actors").json()["items"] if each["name"] == name))


def seen(client: TestClient, path: str) -> dict[str, str]:
    """Return the condition that what lies at `path` is as it is now."""
    return {"If-Match": client.get(path).headers["etag"]}


def rename(client: TestClient, who: str, name: str, headers: dict[str, str]) -> Response:
    """Return the answer to a new name for an actor."""
    answer: Response = client.post(f"/v1/actors/{who}/rename", json={**BY, "name": name}, headers=headers)
    return answer


def test_rename(reviewer: TestClient) -> None:
    """A name is given, the judgement told, and it stands in the log and with the actor."""
    who = actor(reviewer, "Ada Mott")
    answer = rename(reviewer, who, "Adela Mott", seen(reviewer, f"/v1/actors/{who}"))
    assert answer.json() == {"judgements": [1], "actors": [who]}
    told = reviewer.get(f"/v1/actors/{who}").json()
    assert (told["name"], told["judgements"][0]["author"]) == ("Adela Mott", "Ada Reviewer")
    assert reviewer.get("/v1/judgements/1").json() == told["judgements"][0]
    assert [each["speaker"]["name"] for each in reviewer.get("/v1/statements?speaker=Adela").json()["items"]] == [
        "Adela Mott"
    ] * 2


def test_nothing_is_judged_unseen(reviewer: TestClient) -> None:
    """Without If-Match the answer is 428, and nothing changes."""
    who = actor(reviewer, "Ada Mott")
    answer = rename(reviewer, who, "X", {})
    assert (answer.status_code, answer.json()["type"]) == (428, "/v1/problems/precondition")
    assert reviewer.get("/v1/judgements").json()["items"] == []


def test_of_two_reviewers_the_second_is_told(reviewer: TestClient) -> None:
    """Who judges what changed meanwhile gets 412 with the new tag, and the first judgement stands."""
    who = actor(reviewer, "Ada Mott")
    both = seen(reviewer, f"/v1/actors/{who}")
    assert rename(reviewer, who, "First", both).status_code == 200
    second = rename(reviewer, who, "Second", both)
    assert (second.status_code, second.json()["type"]) == (412, "/v1/problems/changed")
    assert second.headers["etag"] == reviewer.get(f"/v1/actors/{who}").headers["etag"]
    assert reviewer.get(f"/v1/actors/{who}").json()["name"] == "First"
    assert rename(reviewer, who, "Second", {"If-Match": second.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("condition", ['W/"{}"', '"x"', "{}", '"{}x"', ""])
def test_tags_are_compared_strongly(reviewer: TestClient, condition: str) -> None:
    """A weak tag, another tag, or the tag without its quotation marks does not match."""
    who = actor(reviewer, "Ada Mott")
    bare = seen(reviewer, f"/v1/actors/{who}")["If-Match"].strip('"')
    assert rename(reviewer, who, "X", {"If-Match": condition.format(bare)}).status_code == 412


@pytest.mark.parametrize("condition", ["*", '"x", {}', '{} , W/"y"'])
def test_conditions_that_hold(reviewer: TestClient, condition: str) -> None:
    """Any tag at all, and one among several, match (RFC 9110, 13.1.1)."""
    who = actor(reviewer, "Ada Mott")
    tag = seen(reviewer, f"/v1/actors/{who}")["If-Match"]
    assert rename(reviewer, who, "X", {"If-Match": condition.format(tag)}).status_code == 200


def test_merge_split_withdraw(reviewer: TestClient) -> None:
    """Actors become one, are told apart again, and a judgement is withdrawn: each step leads to the next."""
    ada, bo = actor(reviewer, "Ada Mott"), actor(reviewer, "Bo Lund")
    other = reviewer.get(f"/v1/actors/{bo}").headers["etag"]
    body = {**BY, "others": [bo], "etags": {bo: other}}
    merged = reviewer.post(f"/v1/actors/{ada}/merge", json=body, headers=seen(reviewer, f"/v1/actors/{ada}")).json()
    [one] = merged["actors"]
    whole = reviewer.get(f"/v1/actors/{one}").json()
    assert {member["name"] for member in whole["members"]} == {"Ada Mott", "Bo Lund"}

    apart = [member["id"] for member in whole["members"] if member["name"] == "Bo Lund"]
    split = reviewer.post(
        f"/v1/actors/{one}/split", json={**BY, "members": apart}, headers=seen(reviewer, f"/v1/actors/{one}")
    )
    assert split.status_code == 200
    assert len(split.json()["actors"]) > 1

    undone = reviewer.post("/v1/judgements/1/withdraw", json=BY, headers=seen(reviewer, "/v1/judgements/1"))
    assert undone.status_code == 200
    assert reviewer.get("/v1/judgements/1").json()["withdrawn_by"] == [max(undone.json()["judgements"])]


def test_a_judgement_is_withdrawn_once(reviewer: TestClient) -> None:
    """Of two who withdraw the same judgement, the second is told."""
    who = actor(reviewer, "Ada Mott")
    rename(reviewer, who, "X", seen(reviewer, f"/v1/actors/{who}"))
    both = seen(reviewer, "/v1/judgements/1")
    assert reviewer.post("/v1/judgements/1/withdraw", json=BY, headers=both).status_code == 200
    assert reviewer.post("/v1/judgements/1/withdraw", json=BY, headers=both).status_code == 412


def test_the_others_of_a_merge_are_checked(reviewer: TestClient) -> None:
    """Another actor that changed since it was seen is not merged."""
    ada, bo = actor(reviewer, "Ada Mott"), actor(reviewer, "Bo Lund")
    body = {**BY, "others": [bo], "etags": {bo: '"stale"'}}
    answer = reviewer.post(f"/v1/actors/{ada}/merge", json=body, headers=seen(reviewer, f"/v1/actors/{ada}"))
    assert answer.status_code == 412
    assert bo in answer.json()["detail"]


@pytest.mark.parametrize(
    ("action", "body", "status"),
    [
        ("merge", {"others": []}, 422),
        ("merge", {"others": [NOBODY]}, 404),
        ("merge", {"others": ["x"]}, 422),
        ("split", {"members": [NOBODY]}, 422),
        ("rename", {"name": "  "}, 422),
        ("rename", {"name": "x" * 501}, 422),
        ("rename", {"name": "X", "author": ""}, 422),
        ("rename", {"name": "X", "extra": 1}, 422),
        ("rename", {"name": ["X"]}, 422),
        ("rename", {}, 422),
    ],
)
def test_what_cannot_be_judged(reviewer: TestClient, action: str, body: dict[str, Any], status: int) -> None:
    """A judgement that is none changes nothing and tells why."""
    who = actor(reviewer, "Ada Mott")
    headers = seen(reviewer, f"/v1/actors/{who}")
    answer = reviewer.post(f"/v1/actors/{who}/{action}", json={**BY, **body}, headers=headers)
    assert answer.status_code == status
    assert reviewer.get("/v1/judgements").json()["items"] == []


def test_merging_an_actor_with_itself(reviewer: TestClient) -> None:
    """One actor is one already."""
    who = actor(reviewer, "Ada Mott")
    headers = seen(reviewer, f"/v1/actors/{who}")
    answer = reviewer.post(f"/v1/actors/{who}/merge", json={**BY, "others": [who]}, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (422, "/v1/problems/not-possible")


def test_an_actor_named_like_an_id_is_not_taken_for_it(reviewer: TestClient) -> None:
    """An id means the actor that has it, whatever others are called."""
    ada, bo = actor(reviewer, "Ada Mott"), actor(reviewer, "Bo Lund")
    assert rename(reviewer, bo, ada, seen(reviewer, f"/v1/actors/{bo}")).status_code == 200
    assert reviewer.get(f"/v1/actors/{ada}").json()["name"] == "Ada Mott"
    assert rename(reviewer, bo, NOBODY, seen(reviewer, f"/v1/actors/{bo}")).status_code == 200
    assert reviewer.get(f"/v1/actors/{NOBODY}").status_code == 404
    assert rename(reviewer, NOBODY, "X", {"If-Match": "*"}).status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"a":' * 5000, b'"' + b"x" * 9999 + b'"'])
def test_bodies_that_are_none(reviewer: TestClient, body: bytes) -> None:
    """A body that is no such judgement is a problem, never a defect."""
    who = actor(reviewer, "Ada Mott")
    headers = {**seen(reviewer, f"/v1/actors/{who}"), "Content-Type": "application/json"}
    answer = reviewer.post(f"/v1/actors/{who}/rename", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_form_of_another_site_is_no_judgement(reviewer: TestClient) -> None:
    """What a plain form can send without a preflight is not taken for JSON."""
    who = actor(reviewer, "Ada Mott")
    headers = {**seen(reviewer, f"/v1/actors/{who}"), "Content-Type": "text/plain"}
    answer = reviewer.post(f"/v1/actors/{who}/rename", content=b'{"author": "A", "name": "B"}', headers=headers)
    assert answer.status_code == 422
