"""Names of nodes: told apart where several actors have one, in order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sqlalchemy import insert

from onrecord.query.labels import Ids, Labels, label, told_apart
from onrecord.store import Store
from onrecord.store.callings import called
from onrecord.store.columns import Columns, Names
from onrecord.store.listing import current
from onrecord.store.schema import identities

NAMES = ("Bo Lund", "officials", "officials", "officials", "Ada Mott")
IDS = ["1" * 24, "2" * 24, "3" * 24, "3" * 20 + "4" * 4, "5" * 24]


def columns(path: Path) -> tuple[Columns, frozenset[str]]:
    """Return the columns of a record that knows these actors, and the names that several have."""
    with Store.open(path, create=True) as store, store.writing() as connection:
        for key, name in zip(IDS, NAMES, strict=True):
            row = {"id": key, "name": name, "kind": "group", "reason": "", "judgements": [], "bodies": []}
            connection.execute(insert(identities).values(row))
        empty = current(connection, None)
        known = {"actors": Names(IDS), "called": called(connection, IDS)}
        return Columns(**{**vars(empty), **known}), told_apart(connection)


def test_actors_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """By the beginnings of their ids; those whose beginnings are the same too are one node."""
    of, many = columns(tmp_path / "r.onrecord")
    labels = Labels.of(of, np.ones(5, np.bool_), many)
    assert list(labels) == ["Ada Mott", "Bo Lund", "officials (222222)", "officials (333333)"]
    assert labels.places(np.array([0, 1, 2, 3, 4, -1])).tolist() == [1, 2, 3, 3, 0, -1]
    assert labels[1:3] == ["Bo Lund", "officials (222222)"]


def test_who_is_not_chosen_has_no_place(tmp_path: Path) -> None:
    """The others are told apart as before: who has the name somewhere in the record has it."""
    of, many = columns(tmp_path / "r.onrecord")
    labels = Labels.of(of, np.array([False, False, True, False, True]), many)
    assert list(labels) == ["Ada Mott", "officials (333333)"] == ["Ada Mott", label("officials", IDS[2], many)]
    assert labels.places(np.array([1, 2])).tolist() == [-1, 1]


def test_ids_are_made_when_asked_for() -> None:
    """One, several, or all."""
    ids = Ids(np.frombuffer(bytes(range(36)), np.uint8).reshape(3, 12))
    assert list(ids) == [bytes(range(at, at + 12)).hex() for at in (0, 12, 24)]
    assert list(ids[1:]) == list(ids)[1:]
