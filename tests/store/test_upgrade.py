"""A record of an earlier version is brought up to date when it is opened, and says what it does not know."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select
from tests import fakes
from tests.run.direct import Direct
from tests.store.filled import ARTICLES

from onrecord.query import Filter, find
from onrecord.record import Act, Outcome
from onrecord.run.reading import Reading
from onrecord.run.verification import verify
from onrecord.store import Store, nouns, record_digest
from onrecord.store.schema import documents

FIRST = Path(__file__).with_name("version1.onrecord.gz")
"""The three articles of filled.py as version 0.1.0 wrote them with schema 1, before acts and relays."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Give a copy of the old record."""
    path = tmp_path / "old.onrecord"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def read(store: Store) -> list[tuple[Outcome, str | None]]:
    """Return what became of reading the articles, with the reasons."""
    told: list[tuple[Outcome, str | None]] = []
    run = Reading(store, Direct(fakes.article), fakes.MADE_BY, lambda e: told.append((e.outcome, e.reason)))
    run.run(ARTICLES)
    return told


def test_statements_survive_and_are_found(old: Path) -> None:
    """The same statements are there, found by full text, and every span verifies."""
    with Store.open(old) as store:
        assert [found.words for found in find(store, Filter(speaker="lund"))] == ["Nobody asked,", "Never again,"]
        assert len(list(find(store))) == 4
        assert verify(store).findings == []


@pytest.mark.parametrize("act", list(Act))
def test_an_act_that_nobody_told_is_unknown(old: Path, act: Act) -> None:
    """An old statement has no act, and meets neither condition: it may have been a thought."""
    with Store.open(old) as store:
        assert {found.statement.attribution.act for found in find(store)} == {None}
        assert list(find(store, Filter(act=act))) == []


def test_quotations_that_nobody_counted_are_unknown(old: Path) -> None:
    """An old document has no account of its quotations, rather than an empty one."""
    with Store.open(old) as store, store.reading() as connection:
        ids = connection.execute(select(documents.c.id)).scalars().all()
        assert [nouns.accounts_of(connection, each) for each in ids] == [None] * 3


def test_reading_again_makes_old_documents_anew(old: Path, tmp_path: Path) -> None:
    """Though signed by the same version, they are made anew once, and the record is as a new one."""
    with Store.open(old) as store, Store.open(tmp_path / "new", create=True) as new:
        reason = "made anew: the record held no account of its quotations"
        assert read(store) == [(Outcome.STORED, reason)] * 3
        assert {outcome for outcome, _ in read(store)} == {Outcome.DUPLICATE}
        read(new)
        assert record_digest(store) == record_digest(new)


def test_an_upgrade_that_is_cut_off_leaves_the_old_record(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails at its very end changes nothing, and the next opening does it whole."""

    def cut_off(connection: object, version: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("onrecord.store.sqlite.mark", cut_off)
        Store.open(old)
    connection = sqlite3.connect(old)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    columns = {row[1] for row in connection.execute("PRAGMA table_info(statements)")}
    connection.close()
    assert "unattributed" not in tables
    assert "act" not in columns
    with Store.open(old) as store:
        assert verify(store).ok
