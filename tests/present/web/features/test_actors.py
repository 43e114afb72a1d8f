"""The actors' pages and their chart."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from onrecord.present.web.features.actors.chart import HEIGHT, WIDTH, chart

PARTS = st.lists(st.tuples(st.dates().map(str), st.integers(0, 10**6)), min_size=1, max_size=60)


@given(PARTS)
def test_bars_stand_in_the_chart(parts: list[tuple[str, int]]) -> None:
    """Bars stand side by side within the chart, each as high as its number asks; without numbers there is none."""
    made = chart(parts)
    assert (made is None) == (not any(number for _, number in parts))
    if made is None:
        return
    assert [(bar.part, bar.number) for bar in made.bars] == parts
    right = made.left - 0.1
    for bar in made.bars:
        assert bar.x >= right
        right = bar.x + bar.width - 0.2
        assert right <= WIDTH
        assert 0 <= bar.y <= bar.y + bar.height <= HEIGHT
    top = made.lines[-1][1]
    assert top >= max(number for _, number in parts)
    for bar in made.bars:
        assert bar.height == pytest.approx((made.base - made.lines[-1][0]) * bar.number / top, abs=0.2)


def test_chart_of_nothing() -> None:
    """Nothing to show is no chart."""
    assert chart(()) is None


def test_list(client: TestClient) -> None:
    """Actors are listed by how much they say; names and kinds narrow the list down."""
    page = client.get("/actors").text
    assert page.index("Bo Lund") < page.index("Inge Ølgaard")
    assert "Bo Lund" not in client.get("/actors?name=olgaard").text
    assert "Nobody on record meets this" in client.get("/actors?kind=group").text
    assert client.get("/actors?kind=nobody", headers={"accept": "text/html"}).status_code == 422


def test_page(client: TestClient) -> None:
    """An actor's page has names, numbers over time in a table, statements and the articles; no style of its own."""
    link = re.search(r'href="(/actor/[0-9a-f]{24})"', client.get("/actors?name=lund").text)
    assert link
    page = client.get(link[1]).text
    for told in ("Bo Lund", "Names and roles", "Statements over time", "The numbers as a table", "Where it was met"):
        assert told in page
    assert "style=" not in page
    assert "<svg" in page


def test_by_name(client: TestClient) -> None:
    """An address may tell the name; nobody of it is told as a page."""
    assert "Ada Mott" in client.get("/actor/Ada Mott").text
    assert client.get("/actor/Nobody", headers={"accept": "text/html"}).status_code == 404
