"""Documents are compared with those that share text, of many with the first few: whichever came first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection, delete, select, update
from tests import fakes
from tests.query.told import WIRE, aligned
from tests.run.arrivals import Arrival, read

from onrecord.align.lineage import HUBS
from onrecord.query.lineage import families as pages
from onrecord.query.relatives import gathered
from onrecord.record import Family
from onrecord.run.aligning import Aligning
from onrecord.run.kindred import Kindred
from onrecord.run.realigned import alignment_findings
from onrecord.store import Store, changes, families, lineages
from onrecord.store.schema import alignment, descents, documents
from onrecord.store.schema import families as table
from onrecord.text.groups import groups

REPRINTS = [
    Arrival(capture, fakes.article(capture))
    for capture in (
        fakes.capture(f"{WIRE}\nRead more in our edition of page {n}.\n", f"news/{n}.txt", published="2031-03-04")
        for n in range(9)
    )
]


def test_as_many_are_first_as_the_index_compares() -> None:
    """The store and the stage mean the same number of documents."""
    assert lineages.FIRST == HUBS


@pytest.mark.parametrize("first", [2, 4])
def test_any_order_leaves_the_same_descents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int) -> None:
    """With more reprints than are compared with all, any order and reading again leave the same pairs."""
    for place in ("onrecord.align.lineage.HUBS", "onrecord.align.lineage.index.HUBS", "onrecord.store.lineages.FIRST"):
        monkeypatch.setattr(place, first)
    found = {_descents(tmp_path / f"{seed}.onrecord", Random(seed)) for seed in range(6)}
    [pairs] = found
    assert 0 < len(pairs) < 36


def _descents(path: Path, chance: Random) -> tuple[tuple[str, str], ...]:
    left = chance.sample(REPRINTS, len(REPRINTS)) + chance.sample(REPRINTS, 3)
    with Store.open(path, create=True) as store:
        for _ in _followed(store, left, chance, 4):
            pass
        with store.reading() as connection:
            rows = connection.execute(select(descents.c.document_id, descents.c.origin_id))
            return tuple(sorted((row[0], row[1]) for row in rows))


def _followed(store: Store, left: Sequence[Arrival], chance: Random, most: int) -> Iterator[Connection]:
    """Read what is left in batches of `most` at most, and yield a connection after each batch was followed."""
    number = 0
    while left:
        size = chance.randint(1, most)
        batch, left = left[:size], left[size:]
        read(store, batch)
        with store.writing() as connection:
            Kindred(connection).follow(changes.since(connection, number))
            number = changes.latest(connection)
            yield connection


def _plain(connection: Connection) -> dict[str, Family]:
    """Return the families that all descents of a record give, by their origins."""
    ids = families.related(connection)
    tied = groups(ids, ((pair.document_id, pair.origin_id) for pair in families.pairs(connection, ids)))
    return {one.origin_id: one for group in tied for one in gathered(connection, group)}


OTHERS = [
    Arrival(capture, fakes.article(capture))
    for capture in (
        fakes.capture(f"{text}\nPage {n}.\n", f"dams/{n}.txt", published="2031-05-01")
        for text in (" ".join(f"word{each}" for each in range(80)), " ".join(f"term{each}" for each in range(90)))
        for n in range(3)
    )
]


@pytest.mark.parametrize("seed", range(4))
def test_families_are_those_that_descents_give(tmp_path: Path, seed: int) -> None:
    """Whatever was read, and read anew with other words, in whatever batches."""
    chance = Random(seed)
    changed = fakes.capture("Nothing of it is left.\n\nNot a word.\n", OTHERS[0].capture.locator)
    left = chance.sample([*REPRINTS, *OTHERS], 15) + chance.sample([*REPRINTS, *OTHERS], 4)
    left.insert(12, Arrival(changed, fakes.article(changed)))
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        for connection in _followed(store, left, chance, 5):
            assert families.kept(connection) == _plain(connection)
        with store.reading() as connection:
            assert len(families.kept(connection)) == 3


def test_a_document_that_goes_takes_its_family_along_until_it_is_told_anew(tmp_path: Path) -> None:
    """Those that it tied together may be two families, or none."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        read(store, OTHERS[:3])
        with store.writing() as connection:
            Kindred(connection).follow(changes.since(connection, 0))
            assert [len(one.documents) for one in families.kept(connection).values()] == [3]
            lineages.leave(connection, OTHERS[1].article.document.id)
            assert families.kept(connection) == {}
            connection.execute(delete(documents).where(documents.c.id == OTHERS[1].article.document.id))
            Kindred(connection).follow([])
            assert [len(one.documents) for one in families.kept(connection).values()] == [2]


def test_a_record_of_an_earlier_version_gets_its_families_at_the_next_run(tmp_path: Path) -> None:
    """It kept none; until then its page says so."""
    with aligned(tmp_path / "r.onrecord") as store:
        before = pages(store).families
        with store.writing() as connection:
            connection.execute(delete(table))
            connection.execute(update(alignment).values(families=None))
        assert (pages(store).families, pages(store).kept) == ((), False)
        Aligning().run(store)
        assert (pages(store).families, pages(store).kept) == (before, True)
        assert before


def test_a_family_that_descents_do_not_give_is_found(tmp_path: Path) -> None:
    """By verification, as one that is lacking is."""
    with aligned(tmp_path / "r.onrecord") as store, store.writing() as connection:
        assert list(alignment_findings(connection)) == []
        connection.execute(update(table).values(agency="nobody"))
        assert [each.wrong for each in alignment_findings(connection)] == ["its family is not what the descents give"]
        connection.execute(delete(table))
        assert len(list(alignment_findings(connection))) == 1
