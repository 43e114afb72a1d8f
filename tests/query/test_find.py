"""Statements come in a defined order, each with its article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests import fakes
from tests.store.filled import ARTICLES, RELAYED, fill

from onrecord.errors import SettingsError, StoreError
from onrecord.query import Filter, find, offsets, show
from onrecord.record import Act
from onrecord.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of three articles."""
    with Store.open(tmp_path / "r.onrecord", create=True) as opened:
        fill(opened)
        yield opened


def test_order_is_by_publication_then_place(store: Store) -> None:
    """Undated articles come first, then by time, within an article by place."""
    assert [found.words for found in find(store)] == [
        "Nobody asked,",
        "We will reopen the harbour,",
        "Never again,",
        "The ferry stays in the harbour tonight,",
    ]


def test_a_statement_knows_its_article(store: Store) -> None:
    """Headline, outlet, time and place of the article come with the statement."""
    [found] = find(store, Filter(speaker="Mott"))
    heading = found.heading
    assert (heading.title, heading.outlet, heading.published, heading.published_basis) == (
        "Harbour to wait for the tides",
        "The Tern",
        "2031-03-04",
        "given",
    )
    assert (heading.articles, heading.locators) == (("harbour.txt",), ("news/harbour.txt",))
    assert found.region == "body"


def test_every_place_of_the_bytes_is_named(store: Store) -> None:
    """A capture met under two names is told under both."""
    again = fakes.capture(ARTICLES[0].data.decode(), "other/reprint.txt", outlet="The Tern", published="2031-03-04")
    with store.writing() as connection:
        store.add_sighting(connection, again)
    [found] = find(store, Filter(speaker="Mott"))
    assert found.heading.articles == ("harbour.txt", "reprint.txt")


def test_a_reader_that_stops_early_keeps_nothing_locked(store: Store) -> None:
    """After the first statement is taken, the record can be written to."""
    found = find(store)
    next(found)
    fill(store)


def test_many_statements_come_in_pieces(tmp_path: Path) -> None:
    """More statements than are loaded at once all come, in order."""
    said = "".join(f"“Number {n},” said Ada Mott.\n\n" for n in range(450))
    with Store.open(tmp_path / "many", create=True) as store:
        fill(store, fakes.capture(f"Head\n\n{said}"))
        assert [found.words for found in find(store)] == [f"Number {n}," for n in range(450)]


def test_a_prefix_that_fits_several_is_told(store: Store) -> None:
    """The start of two ids shows neither."""
    ids = sorted(found.id for found in find(store))
    said = "".join(f"“Number {n},” said Ada Mott.\n\n" for n in range(40))
    fill(store, fakes.capture(f"Head\n\n{said}"))
    with pytest.raises(SettingsError, match="give more of its digits"):
        show(store, _shared([found.id for found in find(store)]))
    assert show(store, ids[0].upper()).reported.id == ids[0]


def _shared(ids: list[str]) -> str:
    firsts = [each[0] for each in ids]
    return next(first for first in firsts if firsts.count(first) > 1)


def test_offsets_of_a_missing_document_are_an_error(store: Store) -> None:
    """A document that is not there is told."""
    with pytest.raises(StoreError, match="is missing"):
        offsets(store, "f" * 24)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"act": Act.THOUGHT}, ["Never again,"]),
        (
            {"act": "communicated", "outlet": "gull", "since": "2031-03-06"},
            ["that “the ferry sails” said Ada Mott", "the ferry sails"],
        ),
        ({"relay": "TERN news"}, ["the ferry sails"]),
        ({"relay": "Mott"}, []),
        ({"relay": "tern", "speaker": "mott"}, ["the ferry sails"]),
        ({"min_confidence": 0.75, "outlet": "gull", "since": "2031-03-06"}, ["the ferry sails", "Never again,"]),
        ({"min_confidence": 0.76}, []),
    ],
)
def test_acts_relays_and_confidence_are_asked_for(relayed: Store, asked: dict[str, Any], words: list[str]) -> None:
    """Each condition keeps what meets it; of statements that begin together the outer one comes first."""
    assert [found.words for found in find(relayed, Filter(**asked))] == words


def test_a_relay_that_leads_to_nobody_is_found_by_its_words(tmp_path: Path) -> None:
    """Who relays may be asked for by the words of the text where these name no actor."""
    article = fakes.article(RELAYED)
    unknown = [replace(statement, relay=None) for statement in article.statements]
    with Store.open(tmp_path / "r", create=True) as store:
        with store.writing() as connection:
            store.add(connection, RELAYED, article.document, unknown, made_by=fakes.MADE_BY)
        assert [found.words for found in find(store, Filter(relay="tern"))] == ["the ferry sails"]


def test_a_relay_that_leads_to_nobody_is_told_in_its_words(relayed: Store) -> None:
    """The name of who relays, else the words that tell, else nothing."""
    [found] = find(relayed, Filter(relay="tern"))
    unknown = replace(found, statement=replace(found.statement, relay=None))
    plain = replace(
        found, statement=replace(unknown.statement, attribution=replace(found.statement.attribution, via=()))
    )
    assert [each.relay for each in (found, unknown, plain)] == ["Tern News", "Tern News", None]
