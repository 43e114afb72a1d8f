"""The pages of utterances: the list, tellings side by side, the occasion, and what people decide of tellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.present.retold import retold_record
from tests.present.rooms import TOKENS, app_on

from onrecord.errors import SettingsError
from onrecord.present.web.features.utterances.asked import asked
from onrecord.query import Filter, find
from onrecord.query import utterances as query
from onrecord.query.tellings import ShownUtterance
from onrecord.query.utterances import Order
from onrecord.record import JudgementKind, Relation, pair_id, turned
from onrecord.run.verification import verify
from onrecord.store import Store


def altered(store: Store) -> ShownUtterance:
    """Return the utterance of which a telling is altered."""
    [one] = query.page(store, Filter(), relation=Relation.ALTERED).utterances
    return query.show(store, one.id)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    """Give a record that a test may change."""
    with retold_record(tmp_path / "own.onrecord") as store:
        yield store


@pytest.fixture
def judge(own: Store) -> TestClient:
    """Give a client that judges tellings."""
    return TestClient(app_on(own), base_url="http://localhost:8427", follow_redirects=False)


def test_asked_is_told_back() -> None:
    """What an address asks leads to the same address."""
    of = asked({"words": " harbour ", "relation": "altered", "order": "most told", "after": "x"})
    assert of.address() == "/utterances?words=harbour&relation=altered&order=most+told"
    assert (of.wanted, of.relation, of.order) == (Filter(words="harbour"), Relation.ALTERED, Order.MOST_TOLD)


@pytest.mark.parametrize("given", [{"relation": "odd"}, {"order": "odd"}, {"since": "odd"}, {"words": "x" * 501}])
def test_asked_wrongly(given: dict[str, str]) -> None:
    """A value that is none is refused."""
    with pytest.raises(SettingsError):
        asked(given)


def test_list(teller: TestClient) -> None:
    """The list tells speaker, words, how many tell it, how many of them independently, and what is altered."""
    told = teller.get("/utterances").text
    assert "2 utterances" in told
    assert "Ada Mott" in told
    assert "in 4 texts, 2 independent" in told
    assert '1 <span class="rel altered">' in told


@pytest.mark.parametrize(
    ("asks", "number"), [("relation=altered", 1), ("outlet=lantern", 1), ("words=dues", 1), ("speaker=lund", 0)]
)
def test_list_is_narrowed(teller: TestClient, asks: str, number: int) -> None:
    """One telling of each utterance meets the conditions."""
    assert teller.get(f"/utterances?{asks}").text.count('class="entry"') == number


def test_list_asked_wrongly(teller: TestClient) -> None:
    """A wrong condition is told beside the form, which keeps it."""
    answer = teller.get("/utterances?since=yesterday")
    assert answer.status_code == 422
    assert "This cannot be listed." in answer.text
    assert 'value="yesterday"' in answer.text


def test_utterance(teller: TestClient, retold: Store) -> None:
    """The page tells what was dropped, in words, and where, by more than colour."""
    told = teller.get(f"/utterance/{altered(retold).id}").text
    assert re.search(r'<del class="d alters">not ?<sup>1!<span class="unseen"> dropped', told)
    assert "drops “not”: what is said becomes its opposite" in told
    assert "may change the meaning" in told


def test_utterance_in_order_of_time(teller: TestClient, retold: Store) -> None:
    """Tellings are lettered in order of time, reprints named with what they descend from."""
    told = teller.get(f"/utterance/{altered(retold).id}").text
    found = altered(retold)
    assert found.first.reported.outlet == "Meridian Wire"
    assert told.count("descends from A") == 2
    assert told.index(f"t-{found.tellings[0].reported.id}") < told.index(f"t-{found.tellings[3].reported.id}")


def test_a_former_address_leads_on(judge: TestClient, own: Store) -> None:
    """The address of an id that it had once leads to the utterance, for now, and the page tells so."""
    before = altered(own)
    [*others, last] = [each.reported.id for each in before.tellings]
    former = pair_id(others[-1], last)
    answer = judge.get(f"/utterance/{former}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/utterance/{before.id}?former={former}")
    assert f'<span class="hash">{former}</span>' in judge.get(answer.headers["location"]).text


def test_an_address_of_what_is_told_apart_explains(judge: TestClient, own: Store) -> None:
    """Where its statements are told apart now, the page tells both and what each is a telling of."""
    before = altered(own)
    first, second = (each.reported.id for each in before.tellings[:2])
    assert before.id == pair_id(first, second)
    judge.post("/tellings/split", data={"one": before.id, "of": second, "apart": first, "author": "Ann"})
    answer = judge.get(f"/utterance/{before.id}")
    assert answer.status_code == 404
    assert "Told apart now" in answer.text
    now = query.of_statement(own, second)[0][0].id
    assert all(f'href="/{each}"' in answer.text for each in (f"statement/{first}", f"utterance/{now}"))


def test_a_former_address_tells_nothing_that_is_no_id(teller: TestClient, retold: Store) -> None:
    """What an address pretends to have been an id is not shown."""
    assert "The address that you followed" not in teller.get(f"/utterance/{altered(retold).id}?former=<b>you</b>").text


def test_a_former_address_of_an_occasion_leads_on(judge: TestClient, own: Store) -> None:
    """The address that any statement of an occasion makes leads to it."""
    found = altered(own)
    answer = judge.get(f"/occasion/{turned(found.tellings[-1].reported.id)}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/occasion/{found.occasion.id}")


def test_an_address_of_a_single_statement_explains(judge: TestClient, own: Store) -> None:
    """An occasion of which no other statement is told any more leads to the one that is."""
    statement = next(find(own, Filter(words="pilots"))).id
    answer = judge.get(f"/occasion/{turned(statement)}")
    assert answer.status_code == 404
    assert f'href="/statement/{statement}"' in answer.text


def test_utterance_that_is_none(teller: TestClient) -> None:
    """An unknown id is told as missing."""
    assert teller.get("/utterance/ffffffffffff").status_code == 404


def test_occasion(teller: TestClient, retold: Store) -> None:
    """The occasion tells who spoke, and all that is told of it."""
    found = altered(retold)
    told = teller.get(f"/occasion/{found.occasion.id}").text
    assert f'href="/actor/{found.occasion.speakers[0].id}"' in told
    assert found.fullest.words in told
    assert "Told more than once" in told


def test_split_and_undo(judge: TestClient, own: Store) -> None:
    """A telling is split off, named on the page with an undo, and the undo brings it back."""
    before = altered(own)
    [other] = [each.reported.id for each in before.tellings if each.relation is Relation.ALTERED]
    told = {"one": before.id, "of": before.fullest.reported.id, "author": "Ann", "reason": "it says no"}
    answer = judge.post("/tellings/split", data={**told, "apart": other})
    assert answer.status_code == 303
    assert query.of_statement(own, other) == ()
    shown = judge.get(answer.headers["location"]).text
    assert "it says no" in shown
    number = re.search(r"judged=(\d+)", answer.headers["location"])
    assert number and "Undo" in shown
    back = judge.post("/tellings/withdraw", data={**told, "number": number[1]})
    assert back.headers["location"] == f"/utterance/{before.id}"
    assert verify(own).findings == []


def test_merge(judge: TestClient, own: Store) -> None:
    """What is given by an address becomes part of the utterance."""
    before = altered(own)
    statement = next(find(own, Filter(words="dues"))).id
    told = {"one": before.id, "of": before.fullest.reported.id, "author": "Ann"}
    answer = judge.post("/tellings/merge", data={**told, "other": f"http://localhost/statement/{statement}?x=1"})
    assert answer.status_code == 303
    now = query.of_statement(own, statement)
    assert any(before.fullest.reported.id in {t.reported.id for t in tellings} for _, tellings in now)
    assert judge.cookies.get("onrecord_reviewer") == "Ann"


@pytest.mark.parametrize("way", ["merge", "split"])
def test_nothing_chosen(judge: TestClient, own: Store, way: str) -> None:
    """A form in which nothing is chosen judges nothing, and says what to do."""
    before = altered(own)
    answer = judge.post(f"/tellings/{way}", data={"one": before.id, "of": before.fullest.reported.id, "author": "A"})
    assert answer.status_code == 422
    assert "Not judged" in answer.text


def test_changed_meanwhile(judge: TestClient, own: Store) -> None:
    """Who judges what somebody else has changed is told so, and shown how it stands; nothing is written."""
    before = altered(own)
    [other] = [each.reported.id for each in before.tellings if each.relation is Relation.ALTERED]
    told = {"of": before.fullest.reported.id, "author": "Ann", "apart": other}
    [one] = set(re.findall(r'name="one" value="([0-9a-f]+@[0-9a-f]+)"', judge.get(f"/utterance/{before.id}").text))
    judge.post("/tellings/split", data={**told, "one": one})
    answer = judge.post("/tellings/split", data={**told, "one": one, "author": "Bea"})
    assert answer.status_code == 412
    assert "changed since you saw them" in answer.text
    kinds = [each.kind for _, each in query.show(own, query.of_statement(own, told["of"])[0][0].id).judgements]
    assert kinds == [JudgementKind.TOLD_APART]


@pytest.mark.parametrize("way", ["merge", "split"])
def test_tellings_that_came_meanwhile(judge: TestClient, own: Store, way: str) -> None:
    """Who judges an utterance that another telling has joined is told so, though its id is the same."""
    before = altered(own)
    [other] = [each.reported.id for each in before.tellings if each.relation is Relation.ALTERED]
    single = next(find(own, Filter(words="pilots"))).id
    assert f'value="{before.id}@{before.version}"' in judge.get(f"/utterance/{before.id}").text
    told = {"one": f"{before.id}@{before.version}", "of": other, "author": "Ann"}
    assert judge.post("/tellings/merge", data={**told, "other": single}).status_code == 303
    answer = judge.post(f"/tellings/{way}", data={**told, "apart": other, "other": single})
    assert altered(own).id == before.id
    assert answer.status_code == 412
    assert "changed since you saw them" in answer.text


def test_readers_judge_nothing(retold: Store) -> None:
    """A token for reading shows no form of judging, and cannot send one."""
    reader = TestClient(app_on(retold, TOKENS), base_url="http://localhost:8427", follow_redirects=False)
    reader.headers["Authorization"] = "Bearer reader-0123456789"
    found = altered(retold)
    assert "tells something else" not in reader.get(f"/utterance/{found.id}").text
    sent = {"one": found.id, "of": found.fullest.reported.id, "apart": "x"}
    assert reader.post("/tellings/split", data=sent).status_code == 403


def test_statement_tells_where_else(teller: TestClient, retold: Store) -> None:
    """A statement's page tells its other tellings, what they are, and how its own words differ."""
    [altering] = [each.reported.id for each in altered(retold).tellings if each.relation is Relation.ALTERED]
    told = teller.get(f"/statement/{altering}").text
    assert "Told elsewhere" in told
    assert "drops “not”" in told
    assert told.count('rel verbatim"') == 2


def test_statement_told_alone(teller: TestClient, retold: Store) -> None:
    """What no other text tells is told so."""
    [single] = find(retold, Filter(words="pilots"))
    assert "Told by <bdi>The Lantern</bdi> alone" in teller.get(f"/statement/{single.id}").text


def test_split_from_the_statement(judge: TestClient, own: Store) -> None:
    """A telling that is split off on its own page leads back there, where it can be undone."""
    before = altered(own)
    [other] = [each.reported.id for each in before.tellings if each.relation is Relation.ALTERED]
    answer = judge.post("/tellings/split", data={"one": before.id, "of": other, "apart": other, "author": "Ann"})
    assert answer.headers["location"] == f"/statement/{other}?judged=1"
    assert "Undo" in judge.get(answer.headers["location"]).text
    judge.post("/tellings/withdraw", data={"one": other, "of": other, "number": "1", "author": "Ann"})
    assert "Undo" not in judge.get(answer.headers["location"]).text


def test_hostile(hostile_room: Store) -> None:
    """Whatever texts hold, the pages stand, and write it as text."""
    client = TestClient(app_on(hostile_room), base_url="http://localhost")
    found = query.page(hostile_room, Filter(everything=True)).utterances
    paths = ["/utterances?order=oldest", *(f"/utterance/{one.id}" for one in found)]
    paths += [f"/occasion/{one.occasion_id}" for one in found]
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200
        assert "<script>alert(1)" not in answer.text
        assert "\u202e" not in answer.text


def test_review_tells_of_it(judge: TestClient, own: Store) -> None:
    """The review of a statement that was split off tells so in words, and leads to its other tellings."""
    before = altered(own)
    [other] = [each.reported.id for each in before.tellings if each.relation is Relation.ALTERED]
    judge.post("/tellings/split", data={"one": before.id, "of": other, "apart": other, "author": "Ann"})
    told = judge.get(f"/review/{other}").text
    assert f"/statement/{other}#elsewhere" in told
    assert "1 of 4 statements tell something else" in told
