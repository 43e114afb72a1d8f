"""The article's page: regions told apart, every mark in its place, notes beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fastapi.testclient import TestClient
from sqlalchemy import select

from onrecord.present.web.features.article.blocks import Block, blocks
from onrecord.query.article import Article, article
from onrecord.record import RegionKind
from onrecord.store import Store
from onrecord.store.schema import documents


def found(store: Store, title: str) -> Article:
    """Return the article of this title."""
    with store.reading() as connection:
        query = select(documents.c.id).where(documents.c.title == title)
        return article(store, connection.execute(query).scalar_one())


def roles(told: Sequence[Block]) -> list[tuple[str, int]]:
    """Return the role and number of every mark, in order."""
    return [(each.mark.role, each.mark.number) for block in told for each in block.pieces if each.mark]


def test_blocks_hold_the_text(plain: Store) -> None:
    """The blocks' words are those of the regions, paragraph by paragraph."""
    one = found(plain, "Harbour to wait for the tides")
    told = blocks(one, one.statements)
    assert [block.kind for block in told] == [RegionKind.HEADLINE, RegionKind.BODY, RegionKind.BODY]
    for block in told:
        assert (
            "".join(piece.words for piece in block.pieces)
            == block.span.words
            == one.document.text[block.span.start : block.span.end]
        )


def test_nested_ones(plain: Store) -> None:
    """A statement within another one is marked within its content, and its note says that it is."""
    one = found(plain, "Ferry to sail")
    told = blocks(one, one.statements)
    notes = [note for block in told for note in block.notes]
    assert [(note.number, note.depth) for note in notes] == [(1, 0), (2, 1), (3, 0)]
    assert roles(told[1:2]) == [
        ("source", 1),
        ("cue", 1),
        ("content", 1),
        ("content", 2),
        ("cue", 2),
        ("source", 2),
    ]


def test_anomalies_and_quotations(plain: Store) -> None:
    """What does not fit and whose quotation nobody's is are marked and noted where they begin."""
    one = found(plain, "Ferry to sail")
    told = blocks(one, one.statements)
    assert len(told[0].anomalies) == 1
    assert sum(len(block.quotations) for block in told) == 3
    assert [role for role, _ in roles(told)].count("quotation") == 3


def test_page(plain: Store, client: TestClient) -> None:
    """Every number in the text leads to its note, every note to its statement, every flag to its words."""
    one = found(plain, "Ferry to sail")
    page = client.get(f"/article/{one.document.id}").text
    for link in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{link}"' in page
    for link in set(re.findall(r'href="(/(?:statement|actor|outlet)[^"]+)"', page)):
        assert client.get(link.replace("&amp;", "&")).status_code == 200
    assert one.sha256 in page
    assert page.count("data-open") == len(one.statements) + len(one.anomalies)


def test_missing(client: TestClient) -> None:
    """An article that is none is told as a page."""
    answer = client.get("/article/ffffff", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "no article" in answer.text
