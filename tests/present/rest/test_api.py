"""The API tells what the record holds, page by page, with links and entity tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.present.rooms import HALF

from onrecord.present.rest.problems import KINDS, MEDIA_TYPE
from onrecord.present.rest.statement_query import StatementQuery
from onrecord.present.web.features.api_export.api import pieces
from onrecord.query import Filter, find, show
from onrecord.query.keyset import cursor
from onrecord.store import Store

NOBODY = "0" * 24
LISTS = ["/v1/statements", "/v1/documents", "/v1/actors", "/v1/quotations", "/v1/anomalies", "/v1/runs/1/entries"]


def items(client: TestClient, path: str, **asked: Any) -> list[dict[str, Any]]:
    """Return the items of a list's first page."""
    answer = client.get(path, params=asked)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def first(client: TestClient, path: str, name: str = "id") -> str:
    """Return the id of a list's first item."""
    return str(items(client, path)[0][name])


def test_every_condition_is_a_parameter() -> None:
    """Whatever statements can be asked for by, the API asks by the same name."""
    assert set(StatementQuery.model_fields) == {field.name for field in fields(Filter)} - {"limit"}


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 7),
        ({"words": "harbour"}, 3),
        ({"words": '"never again"'}, 2),
        ({"speaker": "mott"}, 2),
        ({"outlet": "gull"}, 4),
        ({"outlet_name": "The Tern"}, 2),
        ({"since": "2031-03-05"}, 4),
        ({"until": "2031-03-04"}, 2),
        ({"form": "mixed"}, 1),
        ({"act": "thought"}, 1),
        ({"relay": "news"}, 1),
        ({"min_confidence": "0.6"}, 6),
        ({"below_confidence": "0.6"}, 1),
        ({"flag": "weekday that does not fit its date"}, 7),
        ({"words": "nothing-like-it"}, 0),
    ],
)
def test_conditions_of_statements(client: TestClient, asked: dict[str, str], number: int) -> None:
    """Each condition is met by the statements told, and by as many as the command line's own question finds."""
    store: Store = client.app.state.room.store  # type: ignore[attr-defined]  # the app of this test
    found = [each["id"] for each in items(client, "/v1/statements", **asked)]
    assert found == [each.id for each in find(store, StatementQuery.model_validate(asked).filter())]
    assert len(found) == number


@pytest.mark.parametrize("path", LISTS)
def test_pages_make_up_the_list(client: TestClient, path: str) -> None:
    """Following the links, one item at a time, tells just the list, in its order."""
    whole = items(client, path)
    assert len(whole) > 1
    found, following = [], f"{path}?size=1"
    while following:
        answer = client.get(following)
        found += answer.json()["items"]
        following = answer.json()["next"]
        links = dict(reversed(pair) for pair in re.findall(r'<([^>]*)>; rel="([^"]*)"', answer.headers["link"]))
        assert links.get("next") == following
        assert links["first"] == f"{path}?size=1"
    assert found == whole


ODD = [0, -1, 2**63 - 1, -(2**63) + 1, 2**31]
KEYS = [[text, text, number, number, text] for text in ("", "\ud800", "z" * 900, "\x00", "😀") for number in ODD]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("kinds", ["ssiis", "ss", "siis", "ssis", "ssii", "iss", "i"])
def test_cursors_that_somebody_made_up(among_thorns: TestClient, path: str, kinds: str) -> None:
    """A cursor of the right form that no list gave is a place like any other, or refused; never a defect."""
    for key in KEYS:
        made = cursor([key[2] if kind == "i" else key[0] for kind in kinds])
        assert among_thorns.get(path, params={"after": made}).status_code in (200, 422)


@pytest.mark.parametrize("path", LISTS)
def test_pages_make_up_the_list_of_a_hostile_record(among_thorns: TestClient, path: str) -> None:
    """Whatever names and times hold, each page leads to the next."""
    whole, found, following = items(among_thorns, path, size=200), [], f"{path}?size=1"
    while following:
        told = among_thorns.get(following).json()
        found, following = [*found, *told["items"]], told["next"]
    assert found == whole


def test_links_keep_the_conditions(client: TestClient) -> None:
    """The next page asks for the same statements, whatever is in the words."""
    asked = {"words": 'said* "& more" <b>', "everything": "true", "size": "1"}
    assert client.get("/v1/statements", params=asked).json()["items"] == []
    answer = client.get("/v1/statements", params={"outlet": "gull", "everything": "true", "size": "1"})
    assert answer.json()["next"].startswith("/v1/statements?outlet=gull&everything=true&size=1&after=")


DAMAGED = ["", "x", "WzFd" * 9, "W10", "bnVsbA", "ä", "WyIiLDFd", "W1tdXQ", "WzEuNV0", "Wzk" + "5" * 99, "W1td" * 400]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("cursor", DAMAGED)
def test_damaged_cursors(client: TestClient, path: str, cursor: str) -> None:
    """A cursor that no list gave is refused as such."""
    answer = client.get(path, params={"after": cursor})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == MEDIA_TYPE


@pytest.mark.parametrize("path", [*LISTS, "/v1", "/v1/outlets", "/v1/runs", "/v1/facets", "/v1/export", "/v1/problems"])
def test_unknown_parameters_are_refused(client: TestClient, path: str) -> None:
    """A parameter that is misspelt would ask for more than was meant: it is refused, and so is one given twice."""
    answer = client.get(path, params={"speeker": "Mott"})
    assert answer.status_code == 422
    assert [error["name"] for error in answer.json()["errors"]] == ["speeker"]


def test_parameters_given_twice_are_refused(client: TestClient) -> None:
    """Of two values one would be lost without a word."""
    assert client.get("/v1/statements?size=1&size=2").status_code == 422


def test_a_statement_leads_to_its_bytes(client: TestClient) -> None:
    """Its spans are the text's words; its selectors hold them with their surroundings; its hash is the capture's."""
    store: Store = client.app.state.room.store  # type: ignore[attr-defined]  # the app of this test
    for each in items(client, "/v1/statements", everything="true"):
        told, shown = client.get(f"/v1/statements/{each['id']}").json(), show(store, each["id"])
        text = shown.document.text
        assert told["provenance"]["sha256"] == shown.capture.sha256
        for role in ("source", "cue", "content", "via"):
            assert all(text[span["start"] : span["end"]] == span["words"] for span in told[role])
        for selected in told["selectors"]:
            quote, position = selected["selector"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around in text
            assert text[position["start"] : position["end"]] == quote["exact"]


def test_nesting(client: TestClient) -> None:
    """A statement tells which it lies within, and that one which it holds."""
    [inner] = items(client, "/v1/statements", relay="news")
    told = client.get(f"/v1/statements/{inner['id']}").json()
    [outer] = told["within"]
    assert client.get(f"/v1/statements/{outer}").json()["holds"] == [inner["id"]]


def test_a_document(client: TestClient) -> None:
    """A document has its text, with regions, statements and anomalies in their places."""
    store: Store = client.app.state.room.store  # type: ignore[attr-defined]  # the app of this test
    [entry] = items(client, "/v1/documents", outlet="tern")
    told = client.get(f"/v1/documents/{entry['document']}").json()
    assert {name: told[name] for name in entry} == entry
    assert told["text"][told["regions"][0]["start"] : told["regions"][0]["end"]] == "Harbour to wait for the tides"
    statements = items(client, f"/v1/documents/{entry['document']}/statements")
    assert [each["speaker"]["name"] for each in statements] == ["Ada Mott", "Bo Lund"]
    assert told["statements"] == len(statements)
    assert len(items(client, f"/v1/documents/{entry['document']}/anomalies")) == told["anomalies"] == 1
    assert told["sha256"] == show(store, statements[0]["id"]).capture.sha256


def test_outlets_and_tally(client: TestClient) -> None:
    """Outlets are told with their numbers; quotations with a sum that adds up."""
    names = [outlet["name"] for outlet in items(client, "/v1/outlets")]
    assert names == ["Daily Gull", "The Tern", None]
    tally = client.get("/v1/quotations").json()["tally"]
    assert tally["quotations"] == tally["attributed"] + tally["unattributed"]
    assert sum(tally["reasons"].values()) == tally["unattributed"] == len(items(client, "/v1/quotations"))


def test_facets(client: TestClient) -> None:
    """Each facet's numbers are those of the lists that its values ask for."""
    told = client.get("/v1/facets").json()
    assert told["number"] == len(items(client, "/v1/statements"))
    for value in told["facets"]["outlet"]:
        assert value["number"] == len(items(client, "/v1/statements", outlet_name=value["value"]))
    for value in told["facets"]["speaker"]:
        assert value["number"] == len(items(client, "/v1/statements", actor=value["value"]))


SINGLES = ["/v1/statements/{}", "/v1/documents/{}", "/v1/documents/{}/statements", "/v1/documents/{}/anomalies"]
SINGLES += ["/v1/actors/{}", "/v1/statements/{}/judgements"]


@pytest.mark.parametrize("path", [*[each.format(NOBODY) for each in SINGLES], "/v1/runs/9", "/v1/runs/9/entries"])
def test_what_is_not_there(client: TestClient, path: str) -> None:
    """What is not in the record is missing, as a problem of this kind."""
    answer = client.get(path)
    assert (answer.status_code, answer.json()["type"]) == (404, "/v1/problems/missing")
    assert answer.headers["content-type"] == MEDIA_TYPE


@pytest.mark.parametrize("prefix", ["", "0", "%", "_" * 24, "g" * 24, "0" * 23, "0" * 25, "..", "%00"])
def test_ids_are_whole(client: TestClient, prefix: str) -> None:
    """The API takes whole ids alone: beginnings and patterns of SQL are none."""
    answer = client.get(f"/v1/statements/{prefix}")
    assert answer.status_code in (404, 422, 307, 200 if prefix in ("", "..") else 404)


@pytest.mark.parametrize("path", ["/v1/nothing", "/v1/statements/x/y", "/v1/runs/x"])
def test_wrong_addresses_are_problems(client: TestClient, path: str) -> None:
    """Errors that the framework finds are problems too, with all members."""
    answer = client.get(path)
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert answer.json().keys() >= {"type", "title", "status", "detail"}
    assert answer.json()["status"] == answer.status_code


def test_wrong_methods_are_problems(client: TestClient) -> None:
    """A method that an address does not have is told, with those that it has."""
    answer = client.delete("/v1/statements")
    assert (answer.status_code, answer.headers["content-type"]) == (405, MEDIA_TYPE)
    assert "GET" in answer.headers["allow"]


def test_problems_never_tell_values_back(client: TestClient) -> None:
    """What was sent may be secret or long: the parameter's name is told, its value is not."""
    answer = client.get("/v1/statements", params={"since": "secret" * 100})
    assert answer.json()["errors"][0]["name"] == "since"
    assert "secret" not in answer.text


@pytest.mark.parametrize("kind", KINDS)
def test_types_of_problems_lead_somewhere(client: TestClient, kind: str) -> None:
    """A problem's type is an address that tells what to do about it."""
    told = client.get(f"/v1/problems/{kind}").json()
    assert (told["status"], told["title"]) == (KINDS[kind].status, KINDS[kind].title)


def test_index_tells_every_address(client: TestClient) -> None:
    """The index lists what the description describes."""
    told = client.get("/v1").json()
    paths = client.get(told["description"]).json()["paths"]
    assert {each["path"] for each in told["addresses"]} == set(paths)


def test_description_is_complete(client: TestClient) -> None:
    """OpenAPI 3.1: every operation is described, and so are its parameters, its answers, and errors as problems."""
    described = client.get("/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            where = f"{method} {path}"
            assert operation["description"], where
            assert all(each.get("description") for each in operation.get("parameters", ())), where
            assert operation["responses"]["200"]["content"], where
            for status, answer in operation["responses"].items():
                if status >= "400":
                    assert list(answer["content"]) == [MEDIA_TYPE], (where, status)


def test_half_surrogates_survive(among_thorns: TestClient) -> None:
    """Text that UTF-8 cannot hold is told as JSON's escapes, and comes back as it is in the record."""
    names = [outlet["name"] for outlet in items(among_thorns, "/v1/outlets")]
    assert HALF in names
    assert b"\\ud800 and \\udfff" in among_thorns.get("/v1/outlets").content


@pytest.mark.parametrize("form", ["jsonl", "csv", "csv-raw", "statements-jsonl"])
def test_exports_are_those_of_the_command_line(client: TestClient, among_thorns: TestClient, form: str) -> None:
    """An export has the bytes that `onrecord export` writes, and never the type of a page."""
    from onrecord.present.export import formats

    for one in (client, among_thorns):
        store: Store = one.app.state.room.store  # type: ignore[attr-defined]  # the app of this test
        answer = one.get("/v1/export", params={"format": form, "everything": "true"})
        lines = [f"{line}\n" for line in formats.lines(store, Filter(everything=True), form)]
        assert answer.content == "".join(lines).encode("utf-8", "backslashreplace")
        assert "html" not in answer.headers["content-type"]
        assert answer.headers["content-disposition"].startswith("attachment")


def test_exports_meet_conditions(client: TestClient) -> None:
    """Conditions and limit of an export hold."""
    asked = {"outlet": "gull", "everything": "true", "limit": "2"}
    assert len(client.get("/v1/export", params=asked).text.splitlines()) == 2


def test_exports_are_streamed() -> None:
    """An export sends what it has before it makes more: never all of it is in memory."""
    made = []

    def endless() -> Iterator[str]:
        for number in range(100_000):
            made.append(number)
            yield "x" * 99

    assert len(next(pieces(endless()))) < 70_000
    assert len(made) < 1_000


def test_nobody_reads_an_export_by_head(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """HEAD makes no export that nobody would read."""
    monkeypatch.delattr("onrecord.present.export.formats.lines")
    assert client.head("/v1/export").status_code == 200
