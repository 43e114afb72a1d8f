"""Ids that an utterance or an occasion had once: where they lead when more is read, or somebody judges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select
from tests import fakes
from tests.query.told import ALL, ALTERED, WIRE_STORY, article
from tests.run.arrivals import Arrival, read

from onrecord.errors import MissingError
from onrecord.query import Filter, utterances
from onrecord.query.former import FormerError
from onrecord.query.tellings import ShownUtterance
from onrecord.record import Capture, content_id, pair_id
from onrecord.run.aligning import Aligning
from onrecord.run.retelling import split_tellings
from onrecord.store import Store
from onrecord.store.schema import occasion_statements, statements, tellings
from onrecord.store.schema import utterances as table

SAID = "“We will open the northern harbour to every ferry of the islands before winter comes,” said Ilan Verek.\n"
EARLIER = article(f"Dawn\n\n{SAID}", "dawn", "Dawn Radio", "2031-03-04T05:00Z")
LATER = article(f"Dusk\n\n{SAID}", "dusk", "Dusk Radio", "2031-03-05T19:00Z")
LATEST = article(f"Night\n\n{SAID}", "night", "Night Radio", "2031-03-06")
BY = {"author": "ann", "made_at": "2031-04-01T00:00:00Z"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of two articles that tell one utterance."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        also_read(store, WIRE_STORY, LATER)
        yield store


def also_read(store: Store, *captures: Capture) -> None:
    """Leave articles in the record, aligned."""
    read(store, [Arrival(each, fakes.article(each)) for each in captures])
    Aligning().run(store)


def harbour(store: Store) -> ShownUtterance:
    """Return the utterance on the harbour."""
    [found] = utterances.page(store, Filter(speaker="verek")).utterances
    return utterances.show(store, found.id)


def ids(found: ShownUtterance) -> list[str]:
    """Return the ids of its tellings, in order of time."""
    return [each.reported.id for each in found.tellings]


def test_later_tellings_leave_the_ids(store: Store) -> None:
    """Read as they appear, more tellings change neither the utterance's id nor the occasion's, but its version."""
    before = harbour(store)
    also_read(store, LATEST, ALTERED)
    now = harbour(store)
    assert (now.id, now.occasion.id) == (before.id, before.occasion.id)
    assert len(now.tellings) > 2 and now.version != before.version


@pytest.mark.parametrize("digits", [8, 9, 16, 24])
def test_a_former_id_leads_on(store: Store, digits: int) -> None:
    """A text found later that was first makes another id; the old one, and what lists show of it, lead there."""
    before = harbour(store)
    also_read(store, EARLIER)
    now = harbour(store)
    assert now.id != before.id
    assert utterances.show(store, before.id[:digits].upper()) == now


def test_few_digits_are_not_looked_for_among_former_ids(store: Store) -> None:
    """Seven digits of a former id tell too little."""
    before = harbour(store)
    also_read(store, EARLIER)
    with pytest.raises(MissingError, match="no utterance's id begins with"):
        utterances.show(store, before.id[:7])


def test_any_two_tellings_lead_to_what_they_tell(store: Store) -> None:
    """The id made of any two statements leads to the utterance that holds both."""
    also_read(store, *ALL)
    found = harbour(store)
    _, *rest = ids(found)
    assert utterances.show(store, pair_id(*rest[-2:])).id == found.id


def test_what_is_told_apart_tells_where_its_statements_are(store: Store) -> None:
    """An id whose two statements somebody parted tells both, and what each is a telling of now."""
    also_read(store, LATEST)
    before = harbour(store)
    first = first_of(before)
    [second] = [each for each in ids(before) if each != first and pair_id(first, each) == before.id]
    split_tellings(store, before.id, [first], **BY)
    with pytest.raises(FormerError, match="are told apart now: ") as caught:
        utterances.show(store, before.id)
    held = {each.statement_id: each.utterances for each in caught.value.named}
    assert held.keys() == {first, second} and held[second] == (harbour(store).id,)
    assert caught.value.both == ()


def first_of(found: ShownUtterance) -> str:
    """Return the id of the telling published first."""
    return found.first.reported.id


def test_first_digits_of_what_is_told_apart_explain_nothing(store: Store) -> None:
    """Four digits of each statement begin many ids: the whole id is asked for."""
    before = harbour(store)
    split_tellings(store, before.id, [first_of(before)], **BY)
    with pytest.raises(MissingError, match="all digits") as caught:
        utterances.show(store, before.id[:8])
    assert not isinstance(caught.value, FormerError)


def test_what_several_hold_is_told(store: Store) -> None:
    """Where two utterances hold both statements, neither is chosen: both are named."""
    before = harbour(store)
    others = ["1" * 24, "2" * 24]
    with store.writing() as connection:
        connection.execute(delete(table).where(table.c.id == before.id))
        for each in others:
            connection.execute(insert(table), {"id": each, "occasion_id": before.occasion.id})
            rows = [{"utterance_id": each, "statement_id": key, "relation": "full"} for key in ids(before)]
            connection.execute(insert(tellings), rows)
    with pytest.raises(FormerError, match="several utterances hold now: 11111111, 22222222") as caught:
        utterances.show(store, before.id)
    assert caught.value.both == tuple(others)


def test_a_statement_that_is_gone_is_told(store: Store) -> None:
    """Where the record holds one of the two statements alone, this is said."""
    before = harbour(store)
    with store.writing() as connection:
        connection.execute(delete(table).where(table.c.id == before.id))
        connection.execute(delete(statements).where(statements.c.id == first_of(before)))
    with pytest.raises(FormerError, match=" alone") as caught:
        utterances.show(store, before.id)
    assert len(caught.value.named) == 1


def test_a_former_occasion_leads_on(store: Store) -> None:
    """An occasion told first by a text found later has another id; the old one leads there."""
    before = harbour(store).occasion.id
    also_read(store, EARLIER)
    now = utterances.occasion(store, before)
    assert now.id == harbour(store).occasion.id != before


def test_an_occasion_of_which_one_statement_is_left_is_told(store: Store) -> None:
    """Where no other statement is of the occasion any more, its id names the one that is."""
    before = harbour(store).occasion.id
    c = occasion_statements.c
    with store.writing() as connection:
        [*held] = connection.execute(select(c.statement_id).where(c.occasion_id == before)).scalars()
        connection.execute(delete(occasion_statements))
        connection.exec_driver_sql("DELETE FROM occasions")
    with pytest.raises(FormerError) as caught:
        utterances.occasion(store, before)
    assert caught.value.named[0].statement_id in held


@pytest.mark.parametrize("asked", ["", "zz", content_id("nothing"), content_id("nothing")[:10]])
def test_what_never_was_is_missing(store: Store, asked: str) -> None:
    """An id that names no statement of the record explains nothing."""
    for ask in (utterances.show, utterances.occasion):
        with pytest.raises(MissingError) as caught:
            ask(store, asked)
        assert not isinstance(caught.value, FormerError)
