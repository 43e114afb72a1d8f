"""What the record's statements are about: listed in pages, and one with everybody's position."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.query.stood import DUES, QUAY, stood_record

from onrecord.errors import MissingError
from onrecord.query.issues import issue, issue_page
from onrecord.record import Stance
from onrecord.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record in which it is known who stands where."""
    with stood_record(tmp_path / "r.onrecord") as store:
        yield store


def test_issues_are_listed_by_how_much_is_said(store: Store) -> None:
    """With how many statements take which side."""
    found = issue_page(store).issues
    assert [(each.name, each.statements) for each in found] == [("harbour dues", 5), ("inner quay", 3)]
    assert dict(found[0].stances) == {Stance.SUPPORT: 3, Stance.OPPOSE: 2}


def test_issues_are_found_by_words(store: Store) -> None:
    """Those whose name holds them."""
    assert [each.id for each in issue_page(store, words="QUAY").issues] == [QUAY.id]


def test_pages_go_through_all(store: Store) -> None:
    """One a page, the next by where the last ended."""
    first = issue_page(store, size=1)
    second = issue_page(store, size=1, after=first.next)
    assert [each.id for each in (*first.issues, *second.issues)] == [DUES.id, QUAY.id]
    assert second.next is None


@pytest.mark.parametrize("name", ["harbour dues", DUES.id, DUES.id[:6]])
def test_an_issue_is_shown_by_name_or_id(store: Store, name: str) -> None:
    """With the positions of all who spoke on it."""
    shown = issue(store, name)
    assert {position.actor for position in shown.positions} == {"Ada Mott", "Bo Lund", "Cy Hale"}


def test_an_unknown_issue_is_told(store: Store) -> None:
    """It is an error."""
    with pytest.raises(MissingError):
        issue(store, "lanterns")
