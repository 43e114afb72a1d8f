"""Which documents a record holds: told page by page, as asking the tables for all would tell them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.query.crowd import crowd

from onrecord.errors import SettingsError
from onrecord.query.documents import DocumentFilter, document_page
from onrecord.record import AnomalyKind
from onrecord.store import Store
from onrecord.store.schema import anomalies, documents, statements

FLAGGED = AnomalyKind.WEEKDAY


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record of many articles, dated and undated."""
    path: Path = tmp_path_factory.mktemp("documents") / "many.onrecord"
    with Store.open(path, create=True) as store:
        crowd(store, 60)
        yield store


def expected(store: Store, wanted: DocumentFilter) -> list[tuple[str, int, int]]:
    """Return the ids of the documents that meet `wanted`, in order, with their statements and anomalies counted."""

    def fits(row: Any) -> bool:
        day = row.published or ""
        return (
            (wanted.outlet is None or wanted.outlet.casefold() in (row.outlet or "").casefold().split())
            and (wanted.since is None or day >= wanted.since)
            and (wanted.until is None or (bool(day) and day[: len(wanted.until)] <= wanted.until))
        )

    with store.reading() as connection:
        rows = connection.execute(select(documents.c.id, documents.c.published, documents.c.outlet)).all()
        counts = [
            dict(connection.execute(select(table.c.document_id, func.count()).group_by(table.c.document_id)).all())
            for table in (statements, anomalies)
        ]
        query = select(anomalies.c.document_id).where(anomalies.c.kind == wanted.flag)
        flagged = set(connection.execute(query).scalars())
    found = [row for row in rows if fits(row) and (wanted.flag is None or row.id in flagged)]
    ordered = sorted(found, key=lambda row: (row.published or "", row.id))
    return [(row.id, counts[0].get(row.id, 0), counts[1].get(row.id, 0)) for row in ordered]


WANTED = [
    DocumentFilter(),
    DocumentFilter(outlet="tern"),
    DocumentFilter(outlet="gull", since="2031-03-10"),
    DocumentFilter(since="2031-04"),
    DocumentFilter(until="2031-03"),
    DocumentFilter(since="2031-03-05", until="2031-03-20"),
    DocumentFilter(flag=FLAGGED),
    DocumentFilter(outlet="no such outlet"),
]


@pytest.mark.parametrize("wanted", WANTED, ids=repr)
@pytest.mark.parametrize("size", [1, 7, 50])
def test_pages_tell_all_documents_that_fit(many: Store, wanted: DocumentFilter, size: int) -> None:
    """Pages of any size make up the list, in order, with its numbers."""
    found, after = [], None
    while True:
        page = document_page(many, wanted, after=after, size=size)
        found += [(each.heading.document_id, each.statements, each.anomalies) for each in page.documents]
        after = page.next
        if after is None:
            break
    assert found == expected(many, wanted)


def test_some_documents_fit_each_condition(many: Store) -> None:
    """The record tries the conditions: all but the last are met by some documents, and not by all."""
    everything = len(expected(many, WANTED[0]))
    assert all(0 < len(expected(many, wanted)) < everything for wanted in WANTED[1:-1])


@pytest.mark.parametrize("after", ["", "x", "WzFd", "WyJhIl0"])
def test_damaged_cursors(many: Store, after: str) -> None:
    """A cursor that is none is told as such."""
    with pytest.raises(SettingsError, match="cursor"):
        document_page(many, DocumentFilter(), after=after)


@pytest.mark.parametrize(("name", "value"), [("since", "yesterday"), ("until", "2031-3-4"), ("flag", "odd")])
def test_conditions_that_are_none(name: str, value: str) -> None:
    """A day or a kind that is none is told as such."""
    with pytest.raises(SettingsError, match=name):
        DocumentFilter(**{name: value})  # type: ignore[arg-type]  # on purpose
