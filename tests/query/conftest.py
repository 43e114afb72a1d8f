"""Records that questions are put to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.filled import ARTICLES, RELAYED, fill

from onrecord.store import Store


@pytest.fixture
def relayed(tmp_path: Path) -> Iterator[Store]:
    """Give a record of four articles, one of them with a nested statement and unattributed quotations."""
    with Store.open(tmp_path / "relayed.onrecord", create=True) as store:
        fill(store, *ARTICLES, RELAYED)
        yield store
