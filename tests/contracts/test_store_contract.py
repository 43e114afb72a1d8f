"""What every store must do, however it is opened and whatever journal it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests import fakes
from tests.run.direct import Direct
from tests.store.filled import ARTICLES, RELAYED

from onrecord.query import Filter, find, quotations, tally
from onrecord.record import Outcome
from onrecord.run.reading import Reading
from onrecord.run.verification import verify
from onrecord.store import Store, record_digest, sqlite

Opener = Callable[[Path], Store]


def by_path(folder: Path) -> Store:
    """Open by a path."""
    return Store.open(folder / "r.onrecord", create=True)


def by_url(folder: Path) -> Store:
    """Open by a URL."""
    return Store.open(f"sqlite:///{folder}/odd name%20?.onrecord", create=True)


@pytest.fixture(params=[by_path, by_url], ids=["path", "url"])
def opener(request: pytest.FixtureRequest) -> Opener:
    """Give each way to open a store."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=[False, True], ids=["rollback", "ahead"])
def store(request: pytest.FixtureRequest, opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Give a new store by each way to open it, with each journal."""
    monkeypatch.setattr(sqlite, "wal_is_safe", lambda: request.param)
    return opener(tmp_path)


def read(store: Store) -> dict[Outcome, int]:
    """Return the outcomes of reading the articles."""
    return dict(Reading(store, Direct(fakes.article), fakes.MADE_BY, lambda entry: None).run(ARTICLES).outcomes)


def test_what_is_read_is_found(store: Store) -> None:
    """Statements come back by speaker."""
    read(store)
    assert [found.words for found in find(store, Filter(speaker="Ølgaard"))] == [
        "The ferry stays in the harbour tonight,"
    ]


def test_reading_twice_changes_nothing(store: Store) -> None:
    """The second time all inputs are duplicates."""
    assert read(store) == {Outcome.STORED: 3}
    before = record_digest(store)
    assert read(store) == {Outcome.DUPLICATE: 3}
    assert record_digest(store) == before


def test_everything_verifies(store: Store) -> None:
    """What was read is derived again from the bytes."""
    read(store)
    assert verify(store).ok


def test_an_error_rolls_back(store: Store) -> None:
    """Nothing of a transaction that failed is left."""
    empty = record_digest(store)
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        article = fakes.article(ARTICLES[0])
        store.add(connection, ARTICLES[0], article.document, article.statements, made_by=fakes.MADE_BY)
        raise ZeroDivisionError
    assert record_digest(store) == empty


def test_two_stores_of_one_record_see_the_same(store: Store, opener: Opener, tmp_path: Path) -> None:
    """What one has written the other sees at once."""
    read(store)
    with opener(tmp_path) as other:
        assert record_digest(other) == record_digest(store)


def test_every_quotation_is_accounted_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is part of no statement is listed, the rest is in statements, and verification finds the same."""
    fakes.put_accounts_in(monkeypatch)
    for _ in range(2):
        Reading(store, Direct(fakes.article), fakes.MADE_BY, lambda entry: None).run([*ARTICLES, RELAYED])
        assert [quoted.reason for quoted in quotations(store)] == ["scare quotes", "title", "no source found"]
        assert (tally(store).quotations, tally(store).attributed) == (9, 6)
    assert verify(store).ok


def test_nested_statements_are_kept_apart(store: Store) -> None:
    """One within another has an id of its own, who relays it, and words of its own."""
    Reading(store, Direct(fakes.article), fakes.MADE_BY, lambda entry: None).run([RELAYED])
    outer, inner, _ = find(store)
    assert outer.id != inner.id
    assert (outer.relay, inner.relay, inner.speaker) == (None, "Tern News", "Ada Mott")
