"""Pages from the newest publication backwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.query.crowd import crowd

from onrecord.query import Filter, find, page
from onrecord.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record of 20 articles with statements of all kinds."""
    with Store.open(tmp_path_factory.mktemp("newest") / "r.onrecord", create=True) as opened:
        crowd(opened, 20)
        yield opened


@pytest.mark.parametrize("size", [1, 3, 7, 200])
@pytest.mark.parametrize("wanted", [Filter(), Filter(min_confidence=0.5), Filter(words="nothingatall")])
def test_pages_backwards_are_the_list_backwards(store: Store, wanted: Filter, size: int) -> None:
    """Together the pages hold every statement once, in just the other order."""
    ids: list[str] = []
    after = None
    while True:
        found = page(store, wanted, after=after, size=size, newest=True)
        ids += [each.id for each in found.statements]
        after = found.next
        if after is None:
            break
    assert ids == [each.id for each in find(store, wanted)][::-1]
