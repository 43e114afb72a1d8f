"""Walking through a record finds what a list finds."""

from __future__ import annotations

import pytest

from onrecord.query import Filter, find
from onrecord.query.walk import walk
from onrecord.record import Act, Form
from onrecord.store import Store

WANTED = [
    Filter(),
    Filter(everything=True),
    Filter(everything=True, limit=3),
    Filter(limit=1),
    Filter(words="harbour"),
    Filter(form=Form.MIXED),
    Filter(act=Act.THOUGHT, everything=True),
    Filter(outlet="gull", since="2031-03-06"),
    Filter(speaker="nobody of that name"),
]


@pytest.mark.parametrize("wanted", WANTED, ids=repr)
@pytest.mark.parametrize("chunk", [1, 200])
def test_walk_finds_what_find_finds(
    relayed: Store, wanted: Filter, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same statements come in the same order, whatever the chunk."""
    monkeypatch.setattr("onrecord.query.walk.CHUNK", chunk)
    assert list(walk(relayed, wanted)) == list(find(relayed, wanted))


def test_what_is_gone_on_the_way_is_left_out(relayed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is read anew while one walks does not end the walk."""
    from sqlalchemy import delete

    from onrecord.store.schema import statements

    monkeypatch.setattr("onrecord.query.walk.CHUNK", 1)
    whole = [each.id for each in find(relayed, Filter())]
    steps = walk(relayed, Filter())
    first = next(steps).id
    with relayed.writing() as connection:
        connection.execute(delete(statements).where(statements.c.id == whole[1]))
    assert [first, *(each.id for each in steps)] == [whole[0], *whole[2:]]
