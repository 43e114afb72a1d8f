"""Where tokens are set, nobody reads without one, and each role may do its part."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from tests.present.rooms import NOW, TOKENS, app_on

from onrecord.present.web.access import COOKIE, LIFETIME, Access, Role, Sessions
from onrecord.store import Store

READER, REVIEWER, ADMIN = TOKENS
CHANGE = f"/v1/actors/{'0' * 24}/rename"
BODY = {"author": "Ada", "name": "Bo"}


def bearer(token: str) -> dict[str, str]:
    """Return the header that carries a token."""
    return {"authorization": f"Bearer {token}"}


@pytest.mark.parametrize("path", ["/v1", "/v1/statements", "/v1/export", "/v1/runs", "/v1/actors", "/v1/problems"])
def test_nobody_reads_without_a_token(guarded: TestClient, path: str) -> None:
    """Without a token the API answers 401, and says how to give one."""
    answer = guarded.get(path)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["type"] == "/v1/problems/token"


def test_every_address_of_the_api_needs_a_token(guarded: TestClient) -> None:
    """No address that the description tells of answers without a token."""
    paths = guarded.get("/v1/openapi.json").json()["paths"]
    assert len(paths) > 15
    for path, operations in paths.items():
        address = re.sub(r"\{(\w+)\}", lambda m: "1" if m[1] in ("number", "run") else "0" * 24, path)
        for method in operations:
            assert guarded.request(method, address, json={}).status_code == 401, (method, path)


def test_every_page_needs_a_token(guarded: TestClient) -> None:
    """No page but the one that asks for a token is shown without one."""
    from onrecord.present.web.feature import features

    for path in filter(None, (feature.path for feature in features())):
        answer = guarded.get(path, headers={"accept": "text/html"})
        assert answer.status_code == 401, path
        assert 'name="token"' in answer.text
        assert "Ada Mott" not in answer.text


@pytest.mark.parametrize("token", TOKENS)
def test_tokens_read(guarded: TestClient, token: str) -> None:
    """Every role may read."""
    assert guarded.get("/v1/statements", headers=bearer(token)).status_code == 200


@pytest.mark.parametrize(
    "told",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        READER,
        f"Basic {READER}",
        f"Bearer {READER}x",
        f"Bearer {READER[:-1]}",
        f"Bearer {READER.upper()}",
        "Bearer \xff\xfe",
    ],
)
def test_wrong_tokens(guarded: TestClient, told: str) -> None:
    """What is not just a token in the right scheme is none."""
    headers = [(b"authorization", told.encode("latin-1"))]
    assert guarded.get("/v1/statements", headers=headers).status_code == 401


def test_readers_judge_nothing(guarded: TestClient) -> None:
    """A reader's token is not enough for a judgement; a reviewer's gets as far as the actor that is not there."""
    answer = guarded.post(CHANGE, json=BODY, headers=bearer(READER))
    assert (answer.status_code, answer.json()["type"]) == (403, "/v1/problems/role")
    for token in (REVIEWER, ADMIN):
        assert guarded.post(CHANGE, json=BODY, headers=bearer(token)).status_code == 404


def test_roles_are_checked_before_anything_is_told(guarded: TestClient) -> None:
    """Who may not judge learns nothing from what is wrong with the request."""
    assert guarded.post(CHANGE, json={"x": 1}, headers=bearer(READER)).status_code == 403
    assert guarded.post(CHANGE, content=b"{", headers=bearer(READER)).status_code in (401, 403, 422)


def test_a_browser_signs_in_and_out(guarded: TestClient) -> None:
    """A token in the form gets a cookie, with which pages are read until one leaves."""
    led = guarded.post("/enter", data={"token": READER, "to": "/ledger"}, headers={"origin": "http://localhost:8427"})
    assert (led.status_code, led.headers["location"]) == (303, "/ledger")
    assert "Leave the room" in guarded.get("/ledger").text
    assert guarded.get("/v1/statements").status_code == 200
    assert guarded.post(CHANGE, json=BODY).status_code == 403
    secret = guarded.cookies[COOKIE]
    assert guarded.post("/leave").status_code == 303
    guarded.cookies.set(COOKIE, secret)
    assert guarded.get("/ledger").status_code == 401


def test_the_cookie_is_kept_from_scripts_and_other_sites(guarded: TestClient) -> None:
    """The cookie is HttpOnly and SameSite=Strict, and does not hold the token."""
    told = guarded.post("/enter", data={"token": REVIEWER}).headers["set-cookie"]
    assert "HttpOnly" in told
    assert "samesite=strict" in told.casefold()
    assert "Secure" not in told
    assert REVIEWER not in told


def test_the_cookie_is_secure_over_https(plain: Store) -> None:
    """Where the room is reached by https, the cookie never goes another way."""
    client = TestClient(app_on(plain, TOKENS), base_url="https://localhost", follow_redirects=False)
    assert "Secure" in client.post("/enter", data={"token": REVIEWER}).headers["set-cookie"]


@pytest.mark.parametrize("to", ["//attacker.test", "https://attacker.test", "/\\attacker.test", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(guarded: TestClient, to: str) -> None:
    """The page that one is led to is one of this site."""
    assert guarded.post("/enter", data={"token": READER, "to": to}).headers["location"] == "/"
    assert "attacker" not in guarded.get("/enter", params={"to": to}).text


def test_a_wrong_token_gets_no_cookie(guarded: TestClient) -> None:
    """A wrong token is refused, without a cookie and without being told back."""
    answer = guarded.post("/enter", data={"token": "<b>wrong</b>"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "wrong</b>" not in answer.text


def test_another_site_signs_nobody_in(guarded: TestClient) -> None:
    """Another site's form cannot sign a browser in or out."""
    for path in ("/enter", "/leave"):
        answer = guarded.post(path, data={"token": READER}, headers={"origin": "http://attacker.test"})
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers


def test_the_page_that_was_asked_for_is_kept(guarded: TestClient) -> None:
    """Who is asked for a token is led on to the page they wanted."""
    answer = guarded.get("/ledger?x=1&y=%22", headers={"accept": "text/html"})
    assert answer.status_code == 401
    assert 'value="/ledger?x=1&amp;y=%22"' in answer.text


def test_a_wrong_bearer_is_not_helped_by_a_cookie(guarded: TestClient) -> None:
    """A token that is sent decides, whatever the cookie says."""
    guarded.post("/enter", data={"token": ADMIN})
    assert guarded.get("/v1/statements", headers=bearer("wrong")).status_code == 401


def test_an_open_room_asks_for_nothing(client: TestClient) -> None:
    """Without tokens everybody on this machine may do everything."""
    assert client.get("/v1/statements").status_code == 200
    assert client.post(CHANGE, json=BODY).status_code == 404


def test_sessions_end() -> None:
    """A session holds for its lifetime and no longer."""
    sessions = Sessions()
    secret = sessions.begin(Role.READER, NOW)
    assert sessions.role_of(secret, NOW + LIFETIME - timedelta(seconds=1)) is Role.READER
    assert sessions.role_of(secret, NOW + LIFETIME) is None
    assert sessions.role_of("", NOW) is None


def test_sessions_do_not_pile_up() -> None:
    """However often somebody signs in, memory is bounded, and the latest sessions hold."""
    sessions = Sessions()
    secrets = [sessions.begin(Role.READER, NOW) for _ in range(1500)]
    assert sessions.role_of(secrets[-1], NOW) is Role.READER
    assert sum(sessions.role_of(secret, NOW) is not None for secret in secrets) == 1000


def test_roles_of_tokens() -> None:
    """A token has just its role; nothing else has any."""
    access = Access({"a" * 16: Role.READER, "ä" * 16: Role.ADMIN})
    assert access.role_of("a" * 16) is Role.READER
    assert access.role_of("ä" * 16) is Role.ADMIN
    assert access.role_of("\ud800") is None
    assert access.role_of("") is None
