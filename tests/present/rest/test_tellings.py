"""Utterances, occasions, comparisons and lineage through the API, and judgements of tellings."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from onrecord.record import pair_id, turned
from onrecord.run.verification import verify
from onrecord.store import Store


def altered(client: TestClient) -> dict[str, Any]:
    """Return the utterance of which a telling is altered."""
    [one] = client.get("/v1/utterances?relation=altered").json()["items"]
    return dict(client.get(f"/v1/utterances/{one['id']}").json())


def documents(client: TestClient) -> list[str]:
    """Return the ids of all documents by time of publication."""
    return [each["document"] for each in client.get("/v1/documents").json()["items"]]


def test_list_page_by_page(teller: TestClient) -> None:
    """The list is paged, in the order asked for."""
    first = teller.get("/v1/utterances?order=oldest&size=1").json()
    second = teller.get(first["next"]).json()
    assert second["next"] is None
    assert first["items"][0]["id"] != second["items"][0]["id"]


def test_list_entry(teller: TestClient) -> None:
    """An entry counts tellings, texts and independent ones, and tells what the tellings are."""
    [one] = teller.get("/v1/utterances?outlet=lantern").json()["items"]
    assert (one["tellings"], one["documents"], one["witnesses"]) == (4, 4, 2)
    assert one["relations"] == {"altered": 1, "full": 1, "verbatim": 2}
    assert one["contrast"]["relation"] == "altered"
    assert one["contrast"]["words"].startswith("We will close")


@pytest.mark.parametrize("asked", ["relation=odd", "order=odd", "size=0", "after=odd", "speeker=Mott"])
def test_list_asked_wrongly(teller: TestClient, asked: str) -> None:
    """What fits no parameter is refused."""
    assert teller.get(f"/v1/utterances?{asked}").status_code == 422


def test_utterance(teller: TestClient) -> None:
    """An utterance tells its tellings in order of time, with places and reasons of differences."""
    found = altered(teller)
    assert [each["witness"] for each in found["tellings"]] == [1, 1, 1, 2]
    last = found["tellings"][-1]
    [difference] = last["differences"]
    fullest = next(each for each in found["tellings"] if each["relation"] == "full")
    assert fullest["words"][slice(*difference["fuller"])].strip() == "not"
    assert difference["changes_meaning"]


def test_statement_tellings(teller: TestClient) -> None:
    """A statement's tellings are listed with it; those of none are an empty list."""
    own = altered(teller)["tellings"][0]["statement"]
    [found] = teller.get(f"/v1/statements/{own}/tellings").json()["items"]
    assert own in [each["statement"] for each in found["all_tellings"]]
    [single] = teller.get("/v1/statements?words=pilots").json()["items"]
    assert teller.get(f"/v1/statements/{single['id']}/tellings").json() == {"items": []}


def test_occasion(teller: TestClient) -> None:
    """An occasion tells who, and its utterances."""
    found = teller.get(f"/v1/occasions/{altered(teller)['occasion']['id']}").json()
    assert [each["name"] for each in found["speakers"]] == ["Ada Mott"]
    assert altered(teller)["id"] in [each["id"] for each in found["utterances"]]


def test_comparison(teller: TestClient) -> None:
    """A comparison has a cell for each article in the order asked for."""
    wire, _, _, lantern = documents(teller)
    found = teller.get(f"/v1/comparison?documents={lantern},{wire}").json()
    assert [each["document"] for each in found["articles"]] == [lantern, wire]
    assert [cell["relation"] for cell in found["rows"][0]["cells"]] == ["altered", "full"]
    assert found["total"] == 3


@pytest.mark.parametrize("given", ["", "?documents=x", "?documents=" + "a" * 24, f"?documents={'a' * 24},{'a' * 24}"])
def test_comparison_asked_wrongly(teller: TestClient, given: str) -> None:
    """Fewer than two different documents are refused."""
    assert teller.get(f"/v1/comparison{given}").status_code == 422


def test_comparable(teller: TestClient) -> None:
    """What a document can be compared with is told with what joins them."""
    wire, reprint, later, lantern = documents(teller)
    found = teller.get(f"/v1/documents/{wire}/comparable").json()["items"]
    assert {each["document"]: each["shared"] for each in found} == {reprint: 2, later: 2, lantern: 1}


def test_families(teller: TestClient) -> None:
    """A family is told with its members and their shares."""
    [family] = teller.get("/v1/families").json()["items"]
    assert [(each["descent"] or {}).get("kind") for each in family["members"]] == [None, "reprint", "later version"]


def test_lineage(teller: TestClient) -> None:
    """A document's lineage tells its family and its pairs."""
    wire, reprint, _, _ = documents(teller)
    found = teller.get(f"/v1/documents/{reprint}/lineage").json()
    assert found["family"]["id"] == wire
    assert ("reprint", wire) in [(each["kind"], each["origin"]) for each in found["descents"]]


def test_versions(teller: TestClient) -> None:
    """Two versions are told sentence by sentence, with places in either text."""
    wire, _, later, _ = documents(teller)
    found = teller.get(f"/v1/documents/{later}/versions/{wire}").json()
    assert found["before"]["document"] == wire
    text = teller.get(f"/v1/documents/{later}").json()["text"]
    changed = [each for each in found["changes"] if each["kind"] == "changed"]
    assert [each["sharp"] for each in changed] == [[], ["number"]]
    assert all(text[slice(*each["after_at"])] == each["after"] for each in changed)


def test_split_needs_what_was_seen(teller: TestClient) -> None:
    """A judgement without the ETag of what was seen is refused, and so is one with an old one."""
    found = altered(teller)
    body = {"author": "Ann", "apart": [found["tellings"][-1]["statement"]]}
    assert teller.post(f"/v1/utterances/{found['id']}/split", json=body).status_code == 428
    old = teller.post(f"/v1/utterances/{found['id']}/split", json=body, headers={"If-Match": '"old"'})
    assert old.status_code == 412


def test_split_merge_and_withdraw(teller: TestClient, own_retold: Store) -> None:
    """A telling is split off, merged again, and the merge withdrawn; the log verifies."""
    found = altered(teller)
    other = found["tellings"][-1]["statement"]
    address = f"/v1/utterances/{found['id']}"
    etag = teller.get(address).headers["etag"]
    body = {"author": "Ann", "reason": "it says no", "apart": [other]}
    made = teller.post(f"{address}/split", json=body, headers={"If-Match": etag}).json()
    assert teller.get(f"/v1/statements/{other}/tellings").json() == {"items": []}
    [rest] = made["utterances"]
    etag = teller.get(f"/v1/utterances/{rest}").headers["etag"]
    merging = {"author": "Bea", "others": [other]}
    merged = teller.post(f"/v1/utterances/{rest}/merge", json=merging, headers={"If-Match": etag}).json()
    assert merged["utterances"] == [found["id"]]
    number = merged["judgements"][0]
    etag = teller.get(f"/v1/judgements/{number}").headers["etag"]
    withdrawn = teller.post(f"/v1/judgements/{number}/withdraw", json={"author": "Bea"}, headers={"If-Match": etag})
    assert withdrawn.status_code == 200
    assert teller.get(f"/v1/statements/{other}/tellings").json() == {"items": []}
    assert verify(own_retold).findings == []


def test_a_former_id_leads_on(teller: TestClient) -> None:
    """An id made of any two tellings, or of any statement of an occasion, leads to the one that it has."""
    found = altered(teller)
    *_, one, other = (each["statement"] for each in found["tellings"])
    for part, former, now in (
        ("utterances", pair_id(one, other), found["id"]),
        ("occasions", turned(other), found["occasion"]["id"]),
    ):
        answer = teller.get(f"/v1/{part}/{former}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (307, f"/v1/{part}/{now}")


def test_what_is_told_apart_is_explained(teller: TestClient) -> None:
    """An id whose statements are told apart is a problem of its own kind, with what each tells now."""
    found = altered(teller)
    first, second, *_ = (each["statement"] for each in found["tellings"])
    etag = teller.get(f"/v1/utterances/{found['id']}").headers["etag"]
    body = {"author": "Ann", "apart": [first]}
    made = teller.post(f"/v1/utterances/{found['id']}/split", json=body, headers={"If-Match": etag}).json()
    answer = teller.get(f"/v1/utterances/{found['id']}")
    assert (answer.status_code, answer.json()["type"]) == (404, "/v1/problems/former")
    assert {each["id"]: each["utterances"] for each in answer.json()["statements"]} == {
        first: [],
        second: made["utterances"],
    }


def test_a_judgement_by_a_former_id_is_refused(teller: TestClient) -> None:
    """Who judges by an id that the utterance has no longer has not seen it as it is."""
    found = altered(teller)
    *_, one, other = (each["statement"] for each in found["tellings"])
    former, body = pair_id(one, other), {"author": "Ann", "apart": [other]}
    answer = teller.post(f"/v1/utterances/{former}/split", json=body, headers={"If-Match": '"old"'})
    assert answer.status_code == 412


def test_the_others_of_a_merge_are_checked(teller: TestClient) -> None:
    """Another utterance that has other tellings than those seen is not merged."""
    found = altered(teller)
    [other] = [each["id"] for each in teller.get("/v1/utterances").json()["items"] if each["id"] != found["id"]]
    etag = teller.get(f"/v1/utterances/{found['id']}").headers["etag"]
    body = {"author": "Ann", "others": [other], "etags": {other: '"stale"'}}
    answer = teller.post(f"/v1/utterances/{found['id']}/merge", json=body, headers={"If-Match": etag})
    assert answer.status_code == 412
    assert other in answer.json()["detail"]


def test_not_modified(teller: TestClient) -> None:
    """Who has the utterance already is told so."""
    address = f"/v1/utterances/{altered(teller)['id']}"
    etag = teller.get(address).headers["etag"]
    assert teller.get(address, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    "path",
    ["utterances/{}", "occasions/{}", "statements/{}/tellings", "documents/{}/lineage", "documents/{}/comparable"],
)
def test_missing(teller: TestClient, path: str) -> None:
    """What the record does not have is told as missing."""
    assert teller.get("/v1/" + path.format("f" * 24)).status_code == 404
