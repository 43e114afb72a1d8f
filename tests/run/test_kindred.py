"""Documents are compared with those that share text, of many with the first few: whichever came first."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select
from tests import fakes
from tests.query.told import WIRE
from tests.run.arrivals import Arrival, read

from onrecord.align.lineage import HUBS
from onrecord.run.kindred import Kindred
from onrecord.store import Store, changes, lineages
from onrecord.store.schema import descents

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
        number = 0
        while left:
            size = chance.randint(1, 4)
            batch, left = left[:size], left[size:]
            read(store, batch)
            with store.writing() as connection:
                Kindred(connection).follow(changes.since(connection, number))
                number = changes.latest(connection)
        with store.reading() as connection:
            rows = connection.execute(select(descents.c.document_id, descents.c.origin_id))
            return tuple(sorted((row[0], row[1]) for row in rows))
