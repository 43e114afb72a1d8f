"""Which sighting gives a document the user's metadata does not depend on the order of arrival."""

from __future__ import annotations

from pathlib import Path

from tests import fakes
from tests.store.filled import fill

from onrecord.store import Store
from onrecord.store.sightings import rank

TEXT = "Head\n\n“Yes,” said Ada Mott.\n"


def test_the_smaller_locator_comes_first() -> None:
    """Of two sightings of which equally much was said, the smaller locator counts."""
    assert rank(fakes.capture(TEXT, "a/x.txt")) < rank(fakes.capture(TEXT, "b/x.txt"))


def test_the_sighting_of_which_more_was_said_comes_first() -> None:
    """What a user says of an input counts before what nobody said."""
    assert rank(fakes.capture(TEXT, "b.txt", outlet="The Tern")) < rank(fakes.capture(TEXT, "a.txt"))


def test_new_bytes_make_a_document(tmp_path: Path) -> None:
    """A capture the record does not hold is to be made into a document."""
    capture = fakes.capture(TEXT)
    with Store.open(tmp_path / "r", create=True) as store, store.reading() as connection:
        plan = store.plan(connection, capture, fakes.MADE_BY)
    assert (plan.source, plan.new) == (capture, True)


def test_the_same_input_asks_for_nothing(tmp_path: Path) -> None:
    """A capture read before from the same place is a duplicate."""
    with Store.open(tmp_path / "r", create=True) as store:
        fill(store, fakes.capture(TEXT))
        with store.reading() as connection:
            plan = store.plan(connection, fakes.capture(TEXT), fakes.MADE_BY)
    assert (plan.source, plan.reason) == (None, "read before")


def test_another_version_makes_the_document_anew_from_the_first_sighting(tmp_path: Path) -> None:
    """A document that another version made is made again, with the metadata that counts."""
    first = fakes.capture(TEXT, "a.txt", outlet="The Tern")
    with Store.open(tmp_path / "r", create=True) as store:
        fill(store, first)
        with store.reading() as connection:
            plan = store.plan(connection, fakes.capture(TEXT, "b.txt"), "fake 2")
    assert plan.source == first
    assert plan.reason == "made anew: the record held what fake 1 made of it"


def test_same_bytes_elsewhere_are_a_duplicate_that_points_to_the_first(tmp_path: Path) -> None:
    """The ledger's reason names where the bytes were met before."""
    with Store.open(tmp_path / "r", create=True) as store:
        fill(store, fakes.capture(TEXT, "a.txt"))
        with store.reading() as connection:
            plan = store.plan(connection, fakes.capture(TEXT, "b.txt"), fakes.MADE_BY)
    assert (plan.source, plan.reason) == (None, "same bytes as a.txt")
