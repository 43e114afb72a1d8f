"""Requests that another site could have caused are turned away, and every answer carries the headers."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Scope
from tests.present.rooms import app_on, plain_record
from tests.store.test_patience import ENDLESS

from onrecord.present.rest.problems import MEDIA_TYPE
from onrecord.present.web.middleware import MAX_BODY
from onrecord.present.web.safety import HEADERS, POLICY, Safety, is_local
from onrecord.store import Store

ACTOR = "0" * 24
CHANGE = f"/v1/actors/{ACTOR}/rename"


def refused(method: str = "GET", host: str = "localhost:8427", **headers: str) -> int | None:
    """Return the status with which a room for this machine refuses a request; None where it does not."""
    told = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    raw = [(name.encode(), value.encode("latin-1")) for name, value in told.items()]
    scope: Scope = {"type": "http", "method": method, "scheme": "http", "headers": raw}
    wrong = Safety(_nothing, ["127.0.0.1", "localhost", "::1"]).refusal(scope)
    return wrong.status_code if wrong else None


async def _nothing(scope: object, receive: object, send: object) -> None:
    """Answer nothing."""


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8427", "127.0.0.1:1", "[::1]", "[::1]:8427"])
def test_own_hosts(host: str) -> None:
    """A room answers under its own names, with any port."""
    assert refused(host=host) is None


@pytest.mark.parametrize(
    "host",
    [
        "",
        "attacker.test",
        "attacker.test:8427",
        "localhost.attacker.test",
        "127.0.0.1.nip.io",
        "localhost.",
        "0.0.0.0:8427",
        "127.1",
        "2130706433",
        "[::ffff:127.0.0.1]",
        "[::1%25lo]",
        "[::1",
        "::1",
        "localhost@attacker.test",
        "attacker.test@localhost",
        "localhost:80:90",
        "localhost:",
        "localhost:99999999",
        "localhost/",
        "localhost#",
        "local host",
        "localhost, attacker.test",
        "localhost\x00",
        "ⅼocalhost".encode().decode("latin-1"),
    ],
)
def test_foreign_hosts(host: str) -> None:
    """DNS rebinding leads another site's name here: it is refused, like whatever is no name at all."""
    assert refused(host=host) == 421


@given(st.text(alphabet=st.characters(max_codepoint=255), max_size=40))
def test_any_host_is_answered_or_refused(host: str) -> None:
    """No Host header breaks the check, and none but the room's own passes."""
    name = host.casefold().rsplit(":", 1)[0] if not host.endswith("]") else host.casefold()
    assert refused(host=host) == 421 or name.strip("[]") in {"127.0.0.1", "localhost", "::1"}


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("localhost:8427", "http://localhost:8427"),
        ("localhost:8427", "HTTP://LocalHost:8427"),
        ("localhost", "http://localhost"),
        ("localhost:80", "http://localhost"),
        ("localhost", "http://localhost:80"),
        ("[::1]:8427", "http://[::1]:8427"),
        ("127.0.0.1:8427", "http://127.0.0.1:8427"),
    ],
)
def test_own_origins(host: str, origin: str) -> None:
    """A page of this site may ask for changes, the default port told or not."""
    assert refused("POST", host, origin=origin) is None


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "http://attacker.test",
        "http://localhost",
        "http://localhost:3000",
        "https://localhost:8427",
        "http://127.0.0.1:8427",
        "http://[::1]:8427",
        "http://localhost:8427.attacker.test",
        "http://attacker.test@localhost:8427",
        "http://localhost:8427/",
        "http://localhost:8427 http://attacker.test",
        "file://",
        "localhost:8427",
        "chrome-extension://abcdef",
        "http://[",
    ],
)
def test_foreign_origins_change_nothing(origin: str) -> None:
    """A page of another site, of another port, of a file or of a sandbox may change nothing."""
    assert refused("POST", origin=origin) == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_every_changing_method_is_checked(method: str) -> None:
    """Whatever is not known to be safe counts as a change."""
    assert refused(method, origin="http://attacker.test") == 403


def test_programs_without_an_origin_may_change() -> None:
    """No browser sends a change without an Origin; programs do."""
    assert refused("POST") is None


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "x"])
def test_changes_from_elsewhere_by_fetch_metadata(site: str) -> None:
    """A page of another site, or of another port of this machine, changes nothing, even by a form that is followed."""
    assert refused("POST", sec_fetch_site=site) == 403
    assert refused("POST", sec_fetch_site=site, sec_fetch_mode="navigate", sec_fetch_dest="document") == 403


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_own_pages_by_fetch_metadata(site: str) -> None:
    """The site's own pages and the person at the address line may do everything."""
    assert refused("POST", sec_fetch_site=site) is None
    assert refused("GET", sec_fetch_site=site, sec_fetch_mode="cors", sec_fetch_dest="empty") is None


def test_links_from_elsewhere_are_followed() -> None:
    """A link on another site leads here."""
    assert refused(sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="document") is None


@pytest.mark.parametrize(
    ("mode", "dest"),
    [("no-cors", "script"), ("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe"), ("navigate", "object")],
)
def test_nothing_is_put_into_other_sites(mode: str, dest: str) -> None:
    """Another site's page gets nothing as a script, picture, frame or by a request of a script's."""
    assert refused(sec_fetch_site="cross-site", sec_fetch_mode=mode, sec_fetch_dest=dest) == 403


@pytest.mark.parametrize("name", ["host", "origin", "sec-fetch-site"])
def test_headers_given_twice(client: TestClient, name: str) -> None:
    """Of a header that decides, there may be one: two could be read differently by two readers."""
    value = {"host": "localhost", "origin": "http://localhost:8427", "sec-fetch-site": "none"}[name]
    answer = client.get("/v1/runs", headers=[(name, value), (name, value)])
    assert answer.status_code == 421


PATHS = ["/", "/ledger", "/enter", "/nothing", "/static/room.css", "/static/nothing.css", "/static/../app.py", "/v1"]
PATHS += ["/v1/nothing", "/v1/openapi.json", "/v1/statements", "/v1/statements?size=x", f"/v1/actors/{ACTOR}"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    """Pages, files, answers of the API and errors carry the headers of safety."""
    for name, value in HEADERS.items():
        assert client.get(path).headers[name] == value


@pytest.mark.parametrize(
    "headers", [{"host": "attacker.test"}, {"origin": "null"}, {"content-length": str(MAX_BODY + 1)}]
)
def test_refusals_have_the_headers(client: TestClient, headers: dict[str, str]) -> None:
    """What is refused before anything is done carries them too, and is a problem."""
    answer = client.post(CHANGE, headers=headers, content=b"{}")
    assert answer.status_code in (421, 403, 413)
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["content-type"] == MEDIA_TYPE


def test_defects_are_problems_with_the_headers(plain: Store) -> None:
    """A defect is answered as a problem that tells nothing of the inside, with the headers."""
    app = app_on(plain)

    @app.get("/v1/defect")
    def defect() -> None:
        raise ZeroDivisionError("a secret")

    answer = TestClient(app, base_url="http://localhost").get("/v1/defect")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert "secret" not in answer.text


def test_policy_has_no_hole() -> None:
    """The policy allows nothing inline and nothing from elsewhere."""
    assert "unsafe" not in POLICY
    assert "default-src 'none'" in POLICY
    assert "http" not in POLICY
    assert "*" not in POLICY


def test_large_requests_are_refused(client: TestClient) -> None:
    """A request that declares more than the bound is refused before it is read."""
    answer = client.post(CHANGE, content=b"x" * (MAX_BODY + 1), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    assert answer.json()["type"] == "/v1/problems/too-large"


def test_large_requests_of_unknown_length_are_refused(client: TestClient) -> None:
    """A request that tells no length is refused once it has sent too much."""
    pieces = (b" " * 65536 for _ in range(MAX_BODY // 65536 + 2))
    answer = client.post(CHANGE, content=pieces, headers={"content-type": "application/json"})
    assert answer.status_code == 413


def test_large_forms_are_refused(guarded: TestClient) -> None:
    """A form is bounded like everything else."""
    pieces = (b"a" * 65536 for _ in range(MAX_BODY // 65536 + 2))
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert guarded.post("/enter", content=pieces, headers=kind).status_code in (400, 413)


@pytest.mark.parametrize("path", ["/v1/statements", "/v1/runs/1", "/ledger", "/static/room.css", "/v1/export", "/v1/x"])
def test_head_is_get_without_content(client: TestClient, path: str) -> None:
    """HEAD has the status and the type of GET, and no content."""
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.headers["content-type"]) == (get.status_code, get.headers["content-type"])
    assert head.content == b""


def test_no_other_site_is_allowed_by_cors(client: TestClient) -> None:
    """No answer lets another site's script read it."""
    answer = client.options("/v1/statements", headers={"origin": "http://attacker.test"})
    assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize("address", ["/", "/search?words=a%20b", "/statements/1#x"])
def test_paths_of_this_site(address: str) -> None:
    """What one is led to after signing in may be any page of this site."""
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "//attacker.test",
        "/\\attacker.test",
        "\\\\attacker.test",
        "http://attacker.test",
        "/\t/attacker.test",
        "javascript:alert(1)",
        "/\n/attacker.test",
        " /x",
        "attacker.test",
        "/x\r\nSet-Cookie: a=b",
    ],
)
def test_addresses_that_lead_elsewhere(address: str) -> None:
    """Nothing leads to another site, whatever a browser makes of it."""
    assert not is_local(address)


def test_questions_that_take_too_long(tmp_path: Path) -> None:
    """What the record cannot answer in time is answered by 503, as a problem that says what to do."""
    plain_record(tmp_path / "slow.onrecord").close()
    with Store.open(tmp_path / "slow.onrecord", connections=2, patience=0.1) as store:
        app = app_on(store)

        @app.get("/v1/endless")
        def endless() -> None:
            with store.reading() as connection:
                connection.exec_driver_sql(ENDLESS).all()

        client = TestClient(app, base_url="http://localhost")
        answer = client.get("/v1/endless")
        assert (answer.status_code, answer.json()["type"]) == (503, "/v1/problems/deadline")
        assert client.get("/v1/statements").status_code == 200


def test_a_record_that_another_writes_to(tmp_path: Path) -> None:
    """While another process writes, judging is answered by 503 and when to come again."""
    plain_record(tmp_path / "busy.onrecord").close()
    with Store.open(tmp_path / "busy.onrecord") as other, Store.open(other.name, busy_timeout=0.05) as store:
        client = TestClient(app_on(store), base_url="http://localhost")
        with other.writing():
            answer = client.post(CHANGE, json={"author": "A", "name": "B"}, headers={"If-Match": "*"})
        assert (answer.status_code, answer.json()["type"]) == (503, "/v1/problems/busy")
        assert answer.headers["retry-after"] == "1"
