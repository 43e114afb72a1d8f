"""What actors are called follows the record, in order of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import insert, update

from onrecord.store import Store
from onrecord.store.callings import KINDS, Callings, called
from onrecord.store.schema import identities

NAMES = {
    "a": "Bo Lund",
    "b": "Ada Mott",
    "c": "Ada Mott",
    "d": "\U0001f600 Tern",
    "e": "\ufffd Tern",
    "f": "\ud800 odd",
}
IDS = [each * 24 for each in NAMES]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of six actors, one of them of half a surrogate pair."""
    with Store.open(tmp_path / "r.onrecord", create=True) as opened:
        with opened.writing() as connection:
            for each, name in NAMES.items():
                row = {"id": each * 24, "name": name, "kind": "person", "reason": "", "judgements": [], "bodies": []}
                connection.execute(insert(identities).values(row))
        yield opened


def read(store: Store, *given: object) -> Callings:
    """Return what the actors are called."""
    with store.reading() as connection:
        return called(connection, IDS, *given)  # type: ignore[arg-type]


def told(found: Callings) -> tuple[object, ...]:
    """Return all that is told."""
    return found.text, *(each.tolist() for each in (found.ends, found.kinds, found.order, found.again))


def test_each_actor_has_its_name(store: Store) -> None:
    """By its number, all of them or some; and its kind."""
    found = read(store)
    assert found.names() == list(NAMES.values()) == [found.name(code) for code in range(len(found))]
    assert found.names([1, 3]) == ["Ada Mott", "\U0001f600 Tern"]
    assert {KINDS[kind].value for kind in found.kinds.tolist()} == {"person"}


def test_names_are_in_order_of_utf16(store: Store) -> None:
    """As discourse networks sort them: what lies beyond 16 bits before U+FFFD. Equal names by id, told as equal."""
    found = read(store)
    assert [IDS[code][0] for code in found.order.tolist()] == ["b", "c", "a", "f", "d", "e"]
    assert found.again.tolist() == [False, True, False, False, False, False]
    assert found.rank.tolist() == [2, 0, 1, 4, 5, 3]


def test_a_new_name_is_followed(store: Store) -> None:
    """Of the actors asked for alone; what is read anew tells the same."""
    old = read(store)
    with store.writing() as connection:
        connection.execute(update(identities).where(identities.c.id == "a" * 24).values(name="Aa", kind="group"))
    assert read(store, old, np.array([1, 2])) is old
    assert told(read(store, old, np.array([0]))) == told(read(store))


def test_new_actors_are_added(store: Store) -> None:
    """Though nobody asked for them."""
    with store.reading() as connection:
        old = called(connection, IDS[:4])
    assert told(read(store, old, np.array([], np.int32))) == told(read(store))


def test_who_is_gone_has_no_name(store: Store) -> None:
    """Numbers stay."""
    with store.reading() as connection:
        found = called(connection, [*IDS, "9" * 24])
    assert found.name(6) == ""
    assert len(found) == 7
