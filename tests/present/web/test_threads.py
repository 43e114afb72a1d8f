"""Many readers at once, and reviewers among them: every answer is whole, and no judgement is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.present.rooms import app_on, plain_record

PATHS = ["/v1/statements", "/v1/facets", "/v1/actors", "/v1/documents", "/v1/export", "/v1/outlets", "/v1/quotations"]
READERS, REVIEWERS, ROUNDS = 6, 3, 5


def read(app: FastAPI) -> set[int]:
    """Return the statuses of all answers to a reader."""
    client = TestClient(app, base_url="http://localhost")
    return {client.get(path).status_code for _ in range(ROUNDS) for path in PATHS}


def judge(app: FastAPI, name: str) -> int:
    """Rename the first actor until it worked so many times; return how often it was refused on the way."""
    client = TestClient(app, base_url="http://localhost")
    who, refused, done = client.get("/v1/actors").json()["items"][0]["id"], 0, 0
    while done < ROUNDS:
        tag = client.get(f"/v1/actors/{who}").headers["etag"]
        body = {"author": name, "name": f"{name} {done}"}
        answer = client.post(f"/v1/actors/{who}/rename", json=body, headers={"If-Match": tag})
        assert answer.status_code in (200, 412), answer.text
        done += answer.status_code == 200
        refused += answer.status_code == 412
    return refused


def test_readers_and_reviewers_at_once(tmp_path: Path) -> None:
    """Nobody gets an error, and each judgement that was answered by 200 stands in the log, in an order that fits."""
    with plain_record(tmp_path / "shared.onrecord") as store, ThreadPoolExecutor(READERS + REVIEWERS) as pool:
        app = app_on(store)
        readers = [pool.submit(read, app) for _ in range(READERS)]
        reviewers = [pool.submit(judge, app, f"Reviewer {number}") for number in range(REVIEWERS)]
        assert set().union(*(each.result() for each in readers)) == {200}
        assert all(each.result() >= 0 for each in reviewers)
        log = TestClient(app, base_url="http://localhost").get("/v1/judgements?size=200").json()["items"]
        assert [each["number"] for each in log] == list(range(1, REVIEWERS * ROUNDS + 1))
        assert {each["value"] for each in log} == {f"Reviewer {r} {n}" for r in range(REVIEWERS) for n in range(ROUNDS)}
