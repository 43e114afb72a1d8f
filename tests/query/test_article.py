"""One article with everything that the record holds of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from tests.present.rooms import plain_record
from tests.store.filled import RELAYED

from onrecord.errors import MissingError
from onrecord.query.article import article
from onrecord.query.flags import flags
from onrecord.query.of_outlet import of_outlet
from onrecord.record import AnomalyKind
from onrecord.store import Store
from onrecord.store.schema import documents


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give a record of four articles, each with an anomaly."""
    return plain_record(tmp_path / "plain.onrecord")


def ids(store: Store) -> list[str]:
    """Return the ids of all documents, by time of publication."""
    with store.reading() as connection:
        return list(connection.execute(select(documents.c.id).order_by(documents.c.published)).scalars())


def test_whole(store: Store) -> None:
    """An article is told with its statements in order, its anomalies, its quotations and its capture."""
    found = article(store, ids(store)[-1])
    assert found.sha256 == RELAYED.sha256
    assert found.size == len(RELAYED.data)
    starts = [each.statement.attribution.start for each in found.statements]
    assert starts == sorted(starts)
    assert len(starts) == 3
    assert [each.kind for each in found.anomalies] == [AnomalyKind.WEEKDAY]
    assert found.accounts is not None
    assert len(found.accounts.unattributed) == 3
    assert found.heading.outlet == "Daily Gull"


def test_by_its_first_digits(store: Store) -> None:
    """The first digits of the id are enough where they are one article's."""
    whole = ids(store)[0]
    assert article(store, whole[:12].upper()).document.id == whole


@pytest.mark.parametrize("prefix", ["", "g", "zz", "%", "_", "0' OR 1", "ffffffffffffffffffffffff"])
def test_none(store: Store, prefix: str) -> None:
    """What begins no article's id is told as missing."""
    with pytest.raises(MissingError):
        article(store, prefix)


def test_flags(store: Store) -> None:
    """The kinds of anomalies are told by document, each once; unknown documents have none."""
    all_ids = ids(store)
    assert flags(store, [*all_ids, *all_ids, "f" * 24]) == dict.fromkeys(all_ids, (AnomalyKind.WEEKDAY,))
    assert flags(store, []) == {}


def test_of_outlet(store: Store) -> None:
    """An outlet's articles are those of just its name, page by page in order; None are those of unknown outlets."""
    first = of_outlet(store, "Daily Gull", size=1)
    second = of_outlet(store, "Daily Gull", size=1, after=first.next)
    assert [each.heading.published for page in (first, second) for each in page.articles] == [
        "2031-03-05T09:30:00+01:00",
        "2031-03-06",
    ]
    assert [(each.statements, each.anomalies) for each in second.articles] == [(3, 1)]
    assert second.next is None
    assert [each.heading.title for each in of_outlet(store, None).articles] == ["An undated note"]
    assert of_outlet(store, "Gull").articles == ()
