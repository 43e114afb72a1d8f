"""The pages that put articles side by side."""

from __future__ import annotations

import re
from importlib import import_module
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from tests.present.rooms import app_on

from onrecord.present.web.features.compare.columns import columns, lines
from onrecord.query.comparison import compare
from onrecord.query.documents import DocumentFilter, document_page
from onrecord.store import Store


def ids(store: Store) -> list[str]:
    """Return the ids of all articles, by time of publication."""
    return [each.heading.document_id for each in document_page(store, DocumentFilter()).documents]


def address(chosen: list[str], **more: str) -> str:
    """Return the address of a comparison."""
    return "/compare?" + urlencode([*(("of", each) for each in chosen), *more.items()])


def test_columns(retold: Store) -> None:
    """Each article is told with how much it tells, alone, leaves out and tells otherwise."""
    wire, reprint, _, lantern = ids(retold)
    first, second, last = columns(compare(retold, [wire, reprint, lantern]))
    assert (first.letter, first.tells, first.alone, first.left_out, first.otherwise) == ("A", 2, 0, 0, 0)
    assert (second.letter, second.alone) == ("B", 0)
    assert (last.letter, last.tells, last.alone, last.left_out, last.otherwise) == ("C", 2, 1, 1, 1)


def test_lines(retold: Store) -> None:
    """A row holds the tellings that differ, also where the fullest one is in no article of the comparison."""
    _, reprint, _, lantern = ids(retold)
    [line] = [each for each in lines(compare(retold, [reprint, lantern]).rows) if each.row.changes_meaning]
    [differing] = line.differing
    assert differing.letter == "B"
    assert [one.sign for one in differing.fuller if one.sign] == ["dropped"]


def test_side_by_side(teller: TestClient, retold: Store) -> None:
    """Rows are things said, columns articles; what an article leaves out is said in words."""
    wire, _, _, lantern = ids(retold)
    told = teller.get(address([wire, lantern])).text
    assert "2 articles side by side" in told
    assert "left out" in told
    assert "drops “not”" in told


@pytest.mark.parametrize(("show", "rows"), [("all", 3), ("shared", 1), ("otherwise", 1), ("left", 2), ("alone", 2)])
def test_rows_are_chosen(teller: TestClient, retold: Store, show: str, rows: int) -> None:
    """Only the rows that are asked for are shown."""
    wire, _, _, lantern = ids(retold)
    assert teller.get(address([wire, lantern], show=show)).text.count("<tbody data-entry>") == rows


def test_choose(teller: TestClient, retold: Store) -> None:
    """With one article those that it can best be compared with are offered first."""
    wire, reprint, _, lantern = ids(retold)
    told = teller.get(address([wire])).text
    assert told.index("What the first one can best be compared with") < told.index(reprint)
    assert "reprint" in told
    assert f'value="{lantern}"' in told
    assert f'value="{wire}" id="d-{wire}" data-open checked' in told


def test_choose_from_all(teller: TestClient) -> None:
    """Without an article all can be ticked, or those of an outlet."""
    assert teller.get("/compare").text.count('type="checkbox"') == 4
    assert teller.get("/compare?outlet=lantern").text.count('type="checkbox"') == 1


def test_choose_more(teller: TestClient, retold: Store) -> None:
    """Those that are compared stay ticked where more are wanted."""
    assert teller.get(address(ids(retold)[:2], more="true")).text.count(" checked>") == 2


def test_more_to_choose_from(teller: TestClient, retold: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next page of articles keeps what was ticked and found."""
    monkeypatch.setattr(import_module("onrecord.present.web.features.compare.pages"), "SIZE", 1)
    wire, reprint, _, _ = ids(retold)
    cursor = re.search(r'name="after" value="([^"]+)"', teller.get("/compare?since=2031").text)
    assert cursor
    told = teller.get(address([wire, reprint], after=cursor[1], since="2031")).text
    assert told.count(" checked>") == 2
    assert '<input type="hidden" name="since" value="2031">' in told


@pytest.mark.parametrize(
    ("asked", "status"),
    [("?of=a&of=b", 404), ("?of=a", 404), ("?show=odd", 422), ("?since=odd", 422), ("?after=odd", 422)],
)
def test_asked_wrongly(teller: TestClient, asked: str, status: int) -> None:
    """What is no article, or nothing that can be shown, is refused."""
    assert teller.get(f"/compare{asked}").status_code == status


def test_too_many(teller: TestClient, retold: Store) -> None:
    """Of more than six articles some are to be left out."""
    wrong = teller.get(address([*ids(retold), "a", "b", "c"]))
    assert wrong.status_code in (404, 422)


def test_elsewhere(retold: Store) -> None:
    """A row counts the texts outside of the comparison that tell it too."""
    wire, _, _, lantern = ids(retold)
    assert [row.elsewhere for row in compare(retold, [wire, lantern]).rows] == [2, 2, 0]


def test_hostile(hostile_room: Store) -> None:
    """Whatever texts hold, the comparison stands, and writes it as text."""
    client = TestClient(app_on(hostile_room), base_url="http://localhost")
    every = ids(hostile_room)
    for path in ["/compare", *(address(every[at : at + 6]) for at in range(0, len(every), 6))]:
        answer = client.get(path)
        assert answer.status_code == 200
        assert "<script>alert(1)" not in answer.text
