"""Entity tags: equal exactly where the representation is."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


def address(client: TestClient, kind: str) -> str:
    """Return the address of a single thing."""
    lists = {"statement": ("/v1/statements", "id"), "document": ("/v1/documents", "document")}
    path, name = (lists | {"actor": ("/v1/actors", "id"), "run": ("/v1/runs", "id")})[kind]
    return f"{path}/{client.get(path).json()['items'][0][name]}"


KINDS = pytest.mark.parametrize("kind", ["statement", "document", "actor", "run"])


@KINDS
def test_tags_are_strong_and_stay(client: TestClient, kind: str) -> None:
    """A single thing has a strong tag, the same each time."""
    path = address(client, kind)
    tags = {client.get(path).headers["etag"] for _ in range(3)}
    assert len(tags) == 1
    assert tags.pop().startswith('"')


@KINDS
@pytest.mark.parametrize("told", ["{}", "W/{}", '"x", {}', "*"])
def test_what_the_client_has_is_not_sent_again(client: TestClient, kind: str, told: str) -> None:
    """A tag that still holds, weak or strong, is answered by 304 with the tag and without content."""
    path = address(client, kind)
    tag = client.get(path).headers["etag"]
    answer = client.get(path, headers={"If-None-Match": told.format(tag)})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)


@KINDS
@pytest.mark.parametrize("told", ['"x"', "x", "", '"', 'W/"x'])
def test_other_tags_are_answered_in_full(client: TestClient, kind: str, told: str) -> None:
    """Another tag, or none that can be read, gets the whole."""
    assert client.get(address(client, kind), headers={"If-None-Match": told}).status_code == 200


@KINDS
def test_reading_on_condition(client: TestClient, kind: str) -> None:
    """If-Match holds for reading too."""
    path = address(client, kind)
    tag = client.get(path).headers["etag"]
    assert client.get(path, headers={"If-Match": tag}).status_code == 200
    assert client.get(path, headers={"If-Match": '"x"'}).status_code == 412


@KINDS
def test_caches_ask_each_time(client: TestClient, kind: str) -> None:
    """What is kept is not shared, and not used unasked."""
    assert client.get(address(client, kind)).headers["cache-control"] == "private, no-cache"
