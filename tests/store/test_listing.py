"""Columns follow the record, whatever is done to it, and come back from the file as they were."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update
from tests import fakes
from tests.query.crowd import capture, crowd, identify, put
from tests.query.stands import judge_some, said_about, stands, tell
from tests.store.filled import ARTICLES, fill

from onrecord.record import Capture
from onrecord.store import Store, changes, listing
from onrecord.store.column_rows import followed, read_all
from onrecord.store.columns import Columns, document_key
from onrecord.store.schema import changes as log
from onrecord.store.schema import listing as table
from onrecord.store.schema import statements


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of a few articles."""
    with Store.open(tmp_path / "r.onrecord", create=True) as opened:
        crowd(opened, 8)
        yield opened


def told(columns: Columns) -> list[tuple[object, ...]]:
    """Return what columns tell of each statement, names instead of numbers."""
    of, docs = columns.statements, columns.documents
    names = [each.name for each in fields(of) if each.name not in ("id", "document", "actor", "issue")]
    rows = []
    for place, one in enumerate(columns.ids(np.arange(len(of)))):
        rank = of.document[place]
        actor, outlet = int(of.actor[place]), int(docs.outlet[rank])
        who = (columns.actors.names[actor], columns.called.name(actor)) if actor >= 0 else None
        what = columns.issues.names[of.issue[place]] if of.issue[place] >= 0 else None
        where = columns.outlets.names[outlet] if outlet >= 0 else None
        about = (bytes(docs.key[rank]), bytes(docs.published[rank]), int(docs.month[rank]), int(docs.flags[rank]))
        rows.append((one, who, what, where, *about, *(repr(getattr(of, name)[place]) for name in names)))
    return rows


def now(store: Store) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return what the store's columns tell, and what columns read from scratch do."""
    with store.reading() as connection:
        return told(store.columns(connection)), told(read_all(connection))


def test_columns_are_in_the_order_of_lists(store: Store) -> None:
    """They hold every statement once, as the database sorts them."""
    query = (
        "SELECT s.id FROM statements s JOIN documents d ON d.id = s.document_id "
        "ORDER BY coalesce(d.published, ''), d.id, s.start, s.relay_id IS NOT NULL, s.id"
    )
    with store.reading() as connection:
        ids = connection.exec_driver_sql(query).scalars().all()
    assert [row[0] for row in now(store)[0]] == ids != []


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["put", "again", "identify"]), st.integers(0, 5)), max_size=6))
def test_following_changes_is_reading_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    """After any changes the columns that followed them tell what columns read from scratch tell."""
    chance = random.Random(3)
    with Store.open(tmp_path_factory.mktemp("follow") / "r", create=True) as store:
        crowd(store, 6)
        pool = [capture(random.Random(number), number) for number in range(6)]
        for step, number in steps:
            before, after = now(store)
            assert before == after
            identify(store) if step == "identify" else put(store, chance, pool[number if step == "put" else 0])
        before, after = now(store)
        assert before == after


def test_few_changes_are_merged(store: Store) -> None:
    """Columns that follow one document of many are those that are read from scratch."""
    with store.reading() as connection:
        old = read_all(connection)
    put(store, random.Random(5), ARTICLES[0])
    with store.reading() as connection:
        assert len(changes.since(connection, old.number)) == 1
        assert told(followed(connection, old)) == told(read_all(connection))


def test_columns_are_kept_until_the_record_changes(store: Store) -> None:
    """Asking twice reads once."""
    with store.reading() as connection:
        first = store.columns(connection)
        assert store.columns(connection) is first
    put(store, random.Random(5), ARTICLES[0])
    with store.reading() as connection:
        assert store.columns(connection) is not first


def test_kept_columns_come_back(store: Store) -> None:
    """What the file holds tells the same; what changed since is added to it."""
    with store.writing() as connection:
        listing.keep(connection)
        assert listing.current(connection, None).number == changes.latest(connection)
    put(store, random.Random(5), ARTICLES[0])
    with store.reading() as connection:
        loaded = listing.current(connection, None)
        assert told(loaded) == told(read_all(connection))


def test_columns_of_another_version_are_read_anew(store: Store) -> None:
    """Columns whose numbers may mean something else are not used."""
    with store.writing() as connection:
        listing.keep(connection)
        about = connection.execute(select(table.c.data).where(table.c.name == "about")).scalar_one()
        changed = about.replace(b'"direct"', b'"spoken"')
        assert changed != about
        connection.execute(update(table).where(table.c.name == "about").values(data=changed))
    assert now(store)[0] == now(store)[1]


def test_a_change_after_a_document_went_has_a_number_of_its_own(tmp_path: Path) -> None:
    """Reading the last document anew does not give its change the number that was seen before."""
    with Store.open(tmp_path / "r", create=True) as store:
        fill(store)
        with store.reading() as connection:
            seen = changes.latest(connection)
        with store.writing() as connection:
            last = changes.since(connection, seen - 1)
            connection.execute(delete(log))
            changes.touch(connection, last)
            assert changes.since(connection, seen) == last


def test_an_empty_record_has_empty_columns(tmp_path: Path) -> None:
    """Nothing is found in it, and it can be kept."""
    with Store.open(tmp_path / "r", create=True) as store:
        with store.writing() as connection:
            listing.keep(connection)
        assert now(store) == ([], [])
        fill(store)
        assert len(now(store)[0]) == 4


def test_half_a_surrogate_pair_in_an_outlet_comes_back(tmp_path: Path) -> None:
    """An outlet's name that no UTF-8 can hold is told as it was given."""
    odd = Capture(ARTICLES[0].data, ARTICLES[0].media_type, "odd.txt", "odd.txt", fakes.Given(outlet="\ud800 odd"))
    with Store.open(tmp_path / "r", create=True) as store:
        fill(store, odd)
        with store.writing() as connection:
            listing.keep(connection)
        with store.reading() as connection:
            assert listing.current(connection, None).outlets.names == ["\ud800 odd"]
        assert now(store)[0] == now(store)[1]


def test_a_place_is_found_by_its_key(store: Store) -> None:
    """Behind each statement's key stands the next one; behind one that is gone, what followed it."""
    with store.reading() as connection:
        columns = store.columns(connection)
        gone = connection.execute(select(statements.c.id)).scalars().first()
    keys = [columns.key_of(place) for place in range(len(columns.statements))]
    assert [columns.place_after(key) for key in keys] == list(range(1, len(keys) + 1))
    published, document_id, *_ = keys[3]
    assert columns.place_after((published, document_id, -1, 0, gone or "")) == [key[1] for key in keys].index(
        document_id
    )
    assert columns.place_after(("9999", "", 0, 0, "")) == len(keys)
    assert document_key("2031", "a" * 24) < document_key("2031-01", "0" * 24)


STEPS = {
    "about": lambda store: said_about(store, random.Random(9)),
    "tell": lambda store: tell(store, random.Random(4)),
    "judge": lambda store: judge_some(store, random.Random(6)),
    "put": lambda store: put(store, random.Random(5), ARTICLES[0]),
    "keep": lambda store: keep(store),
}


def keep(store: Store) -> None:
    """Leave the columns in the record, as a run does at its end."""
    with store.writing() as connection:
        listing.keep(connection)


@pytest.mark.parametrize(
    "steps",
    [
        ["about"],
        ["tell", "keep"],
        ["judge", "keep", "about"],
        ["keep", "put", "about", "keep", "judge"],
        ["keep", "about", "put", "tell", "keep", "put"],
        ["put", "tell", "judge", "about"],
    ],
)
def test_issues_and_utterances_follow_too(tmp_path: Path, steps: list[str]) -> None:
    """Whatever is told anew between, and whoever kept it: what is known, brought up to date, is what is read anew."""
    with stands(tmp_path / "r.onrecord", 12) as store, Store.open(tmp_path / "r.onrecord") as other:
        for step in steps:
            STEPS[step](store if step == "keep" else other)
            with store.reading() as connection:
                found = listing.whole(connection, store.columns(connection))
                assert told(found) == told(read_all(connection))
    assert len(found.statements) > 20


def test_columns_that_a_run_left_later_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A room that is open while a run ends beside it reads what the run kept, and derives nothing itself."""
    with stands(tmp_path / "r.onrecord", 6) as store, Store.open(tmp_path / "r.onrecord") as run:
        with store.reading() as connection:
            store.columns(connection)
        said_about(run, random.Random(2))
        put(run, random.Random(5), ARTICLES[0])
        keep(run)
        for name in ("read_all", "followed", "with_issues", "with_utterances"):
            monkeypatch.setattr(f"onrecord.store.listing.{name}", None)
        with store.reading() as connection:
            found = store.columns(connection)
            assert listing.whole(connection, found) is found


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """Issues told anew leave the ids, days and places where they are."""
    with stands(tmp_path / "r.onrecord", 6) as store:
        keep(store)
        with store.writing() as connection:
            before = {row[0]: row[1] for row in connection.execute(select(table.c.name, text("rowid")))}
        said_about(store, random.Random(2))
        keep(store)
        with store.writing() as connection:
            after = {row[0]: row[1] for row in connection.execute(select(table.c.name, text("rowid")))}
    changed = {name for name in before if before[name] != after[name]}
    assert (
        {"state", "statements.issue", "statements.stance"}
        <= changed
        <= {
            *("state", "issues"),
            *(f"statements.{name}" for name in ("issue", "stance", "chance")),
        }
    )
