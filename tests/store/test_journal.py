"""The ledger's numbers add up, or the run is not finished."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import InternalError
from onrecord.record import Entry, Outcome
from onrecord.store import Store, journal


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give an empty record."""
    return Store.open(tmp_path / "r.onrecord", create=True)


ENTRIES = [Entry("a", Outcome.STORED, "c" * 24), Entry("b", Outcome.FAILED, None, "is empty")]


def test_entries_are_read_back_in_order_of_the_inputs(store: Store) -> None:
    """Entries come back as they were written, whatever the order of writing."""
    with store.writing() as connection:
        run = journal.begin(connection, "2031-01-01T00:00:00+00:00", "fake 1")
        journal.write(connection, run, [(2, ENTRIES[1]), (1, ENTRIES[0])])
        assert journal.entries_of(connection, run) == ENTRIES


def test_a_finished_run_counts_its_inputs(store: Store) -> None:
    """A run's outcomes sum up to its inputs."""
    with store.writing() as connection:
        run = journal.begin(connection, "2031-01-01T00:00:00+00:00", "fake 1")
        journal.write(connection, run, enumerate(ENTRIES))
        journal.finish(connection, run, "2031-01-01T00:00:01+00:00", 2)
        [found] = journal.all_runs(connection)
    assert (found.inputs, sum(found.outcomes.values())) == (2, 2)


def test_an_input_without_entry_is_a_defect(store: Store) -> None:
    """A run whose numbers do not add up is not finished."""
    with store.writing() as connection:
        run = journal.begin(connection, "2031-01-01T00:00:00+00:00", "fake 1")
        with pytest.raises(InternalError, match="had 3 inputs, but its ledger has 0"):
            journal.finish(connection, run, "2031-01-01T00:00:01+00:00", 3)


def test_an_unfinished_run_stays_visible(store: Store) -> None:
    """A run that was killed is listed as not finished."""
    with store.writing() as connection:
        journal.begin(connection, "2031-01-01T00:00:00+00:00", "fake 1")
        assert journal.all_runs(connection)[0].finished is None
