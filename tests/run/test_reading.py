"""A run accounts for every input, and the record does not depend on order, repetition or processes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import fakes
from tests.run.direct import Direct
from tests.store.filled import ARTICLES, RELAYED

from onrecord.record import Capture, Entry, Outcome, Unreadable
from onrecord.run.pool import Limits, Pool
from onrecord.run.reading import Reading
from onrecord.run.summary import Summary
from onrecord.store import Store, journal, record_digest

Inputs = Sequence[Capture | Unreadable]


def read(path: Path, inputs: Inputs, made_by: str = fakes.MADE_BY) -> tuple[Summary, list[Entry], str]:
    """Return the summary, the entries told, and the record's digest, after a run in this process."""
    told: list[Entry] = []
    with Store.open(path, create=True) as store:
        summary = Reading(store, Direct(fakes.article), made_by, told.append).run(inputs)
        return summary, told, record_digest(store)


def test_every_input_has_one_outcome(tmp_path: Path) -> None:
    """Stored, duplicate, skipped and failed sum up to the inputs."""
    inputs: Inputs = [
        *ARTICLES,
        ARTICLES[0],
        Unreadable("p.jpg", "is a picture", skipped=True),
        Unreadable("x", "cannot be opened"),
        fakes.capture("", "empty.txt"),
    ]
    summary, told, _ = read(tmp_path / "r", inputs)
    assert summary.outcomes == {Outcome.STORED: 3, Outcome.DUPLICATE: 1, Outcome.SKIPPED: 1, Outcome.FAILED: 2}
    assert summary.inputs == len(inputs) == len(told)
    assert summary.statements == 4


def test_the_ledger_says_what_was_told(tmp_path: Path) -> None:
    """The entries on disk are those that were told, in order of the inputs."""
    inputs = [*ARTICLES, fakes.capture("", "empty.txt"), ARTICLES[0]]
    _, told, _ = read(tmp_path / "r", inputs)
    with Store.open(tmp_path / "r") as store, store.reading() as connection:
        [run] = journal.all_runs(connection)
        assert journal.entries_of(connection, run.id) == told
    assert run.inputs == 5
    assert told[3].reason == "it is empty: check that the file was saved whole"


def test_the_clock_is_handed_in(tmp_path: Path) -> None:
    """A run's times are the clock's, in UTC."""
    with Store.open(tmp_path / "r", create=True) as store:
        clock = lambda: datetime(2031, 3, 4, 5, 6, 7, tzinfo=UTC)  # noqa: E731
        Reading(store, Direct(fakes.article), fakes.MADE_BY, lambda entry: None, clock).run([])
        with store.reading() as connection:
            [run] = journal.all_runs(connection)
    assert (run.started, run.finished) == ("2031-03-04T05:06:07+00:00",) * 2


def test_reading_again_changes_nothing(tmp_path: Path) -> None:
    """A second run finds duplicates alone and leaves the same record."""
    _, _, first = read(tmp_path / "r", ARTICLES)
    summary, _, second = read(tmp_path / "r", ARTICLES)
    assert summary.outcomes == {Outcome.DUPLICATE: 3}
    assert first == second


def test_saying_more_of_an_input_counts(tmp_path: Path) -> None:
    """Read again with an outlet, the document has the outlet."""
    read(tmp_path / "r", [fakes.capture("Head\n\n“Yes,” said Ada Mott.\n", "a.txt")])
    _, _, told_later = read(tmp_path / "r", [fakes.capture("Head\n\n“Yes,” said Ada Mott.\n", "a.txt", outlet="Tern")])
    with Store.open(tmp_path / "r") as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT outlet FROM documents").scalars().all() == ["Tern"]
    both = [fakes.capture("Head\n\n“Yes,” said Ada Mott.\n", "a.txt", **more) for more in ({"outlet": "Tern"}, {})]
    assert read(tmp_path / "s", both)[2] == told_later


def test_another_version_makes_documents_anew(tmp_path: Path) -> None:
    """A run of another version leaves what it would have made itself, and says so."""
    read(tmp_path / "r", ARTICLES)
    summary, told, digest = read(tmp_path / "r", ARTICLES, "fake 2")
    assert summary.outcomes == {Outcome.STORED: 3}
    assert told[0].reason == "made anew: the record held what fake 1 made of it"
    assert digest == read(tmp_path / "s", ARTICLES, "fake 2")[2]


def sightings() -> list[Capture]:
    """Return captures of three texts under several places and manners."""
    texts = [article.data.decode() for article in (*ARTICLES[:2], RELAYED)]
    places = ["a/1.txt", "b/1.txt", "c/2.txt"]
    manners: list[dict[str, str]] = [{}, {"outlet": "The Tern"}, {"outlet": "Daily Gull", "published": "2031-01-01"}]
    return [fakes.capture(text, place, **manner) for text in texts for place in places for manner in manners]


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 3))
def test_order_and_repetition_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, times: int
) -> None:
    """Inputs shuffled and repeated give the record of the inputs in order, each once."""
    folder = tmp_path_factory.mktemp("records")
    inputs = sightings()
    shuffled = inputs * times
    chance.shuffle(shuffled)
    assert read(folder / "r", shuffled)[2] == read(folder / "s", inputs)[2]


@settings(max_examples=6, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 27))
def test_two_runs_give_the_record_of_one(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, cut: int
) -> None:
    """Inputs read in two runs, at whatever point the first ended, give the same record."""
    folder = tmp_path_factory.mktemp("records")
    inputs = sightings()
    chance.shuffle(inputs)
    read(folder / "r", inputs[:cut])
    assert read(folder / "r", inputs)[2] == read(folder / "s", inputs)[2]


@pytest.mark.parametrize("processes", [1, 3])
def test_processes_change_nothing(tmp_path: Path, processes: int) -> None:
    """The record is that of one process, whichever worker was first, with the bad inputs failed."""
    texts = [f"Head {n}\n\n“Number {n},” said Ada Mott.\n{'SLOWLY' if n % 7 == 0 else ''}\n" for n in range(30)]
    texts[4] += "CRASH"
    texts[9] += "RAISE"
    inputs = [fakes.capture(text, f"{n}.txt") for n, text in enumerate(texts)]
    with (
        Store.open(tmp_path / "r", create=True) as store,
        Pool(fakes.start, Limits(processes, 20.0, 2048)) as pool,
    ):
        summary = Reading(store, pool, fakes.MADE_BY, lambda entry: None).run([*inputs, *inputs])
        digest = record_digest(store)
    assert summary.outcomes == {Outcome.STORED: 28, Outcome.DUPLICATE: 28, Outcome.FAILED: 4}
    good = [each for n, each in enumerate(inputs) if n not in (4, 9)]
    assert digest == read(tmp_path / "s", good)[2]
