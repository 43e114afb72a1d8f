"""What changes is aligned with what it may be aligned with, and what it leaves does not depend on the way there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select
from tests.run.arrivals import Arrival, arrive, made_up, read

from onrecord import pipeline
from onrecord.errors import ConflictError, MissingError
from onrecord.query.tellings import version_of
from onrecord.query.utterances import show
from onrecord.record import Capture, Field, Given, MediaType, pair_id
from onrecord.run.aligning import Aligning, is_current
from onrecord.run.realigned import alignment_findings
from onrecord.run.retelling import merge_tellings, split_tellings
from onrecord.run.reviewing import REJECT, Judge, correct, judge, undo
from onrecord.settings import Settings
from onrecord.store import Store, alignments, changes, record_digest
from onrecord.store.schema import occasions, tellings, utterances

EXAMPLES = Path(__file__).parents[2] / "examples" / "summit"
BY = {"author": "ann", "made_at": "2031-01-01T00:00:00Z"}


@pytest.fixture(scope="module")
def aligned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of an aligned record of made-up coverage."""
    path = tmp_path_factory.mktemp("aligned") / "r.onrecord"
    arrive(path, made_up(40), Random(1)).close()
    return path


@pytest.fixture
def store(aligned: Path, tmp_path: Path) -> Iterator[Store]:
    """Give a copy of the aligned record."""
    with Store.open(shutil.copy(aligned, tmp_path / "r.onrecord")) as store:
        yield store


def told(store: Store) -> dict[str, tuple[str, ...]]:
    """Return the utterances by id, each with its statements."""
    with store.reading() as connection:
        rows = connection.execute(select(tellings.c.utterance_id, tellings.c.statement_id)).all()
    return {key: tuple(sorted(row[1] for row in rows if row[0] == key)) for key, _ in rows}


def test_coverage_is_told_several_times(store: Store) -> None:
    """Made-up coverage has occasions, and utterances with tellings of several kinds."""
    with store.reading() as connection:
        counted = connection.execute(select(func.count(), tellings.c.relation).group_by(tellings.c.relation)).all()
    assert len(counted) > 2


def test_twenty_orders_of_arrival_leave_one_record(tmp_path: Path) -> None:
    """In any order, in batches of any size, with some read twice: the same rows, and so the same ids."""
    arrivals = made_up(15)
    digests = set()
    for seed in range(20):
        with arrive(tmp_path / f"{seed}.onrecord", arrivals, Random(seed)) as store:
            digests.add(record_digest(store))
    assert len(digests) == 1


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_twenty_orders_of_real_articles_leave_one_record(tmp_path: Path, shared: Path) -> None:
    """Articles of three events and the examples, in any order and in batches of any size: the same rows."""
    tagger = pipeline.load_tagger()
    captures = [*_articles(shared), *pipeline.captures([str(EXAMPLES)], Settings())]
    arrivals = [Arrival(each, pipeline.article(each, tagger)) for each in captures if isinstance(each, Capture)]
    digests = set()
    for seed in range(20):
        with arrive(tmp_path / f"{seed}.onrecord", arrivals, Random(seed)) as store:
            digests.add(record_digest(store))
    assert len(digests) == 1


def _articles(shared: Path) -> Iterator[Capture]:
    folder = shared / "corpora" / "newswcl50"
    lines = (folder / "labels" / "articles.jsonl").read_text("utf-8").splitlines()
    for row in sorted(map(json.loads, lines), key=lambda row: str(row["article"])):
        if row["event"] != 8:
            path, day = next(folder.rglob(row["article"])), row["published"].rstrip("~").split("/")[-1]
            yield Capture(path.read_bytes(), MediaType.PLAIN, str(path), row["article"], Given(published=day))


def test_nothing_new_touches_nothing(store: Store) -> None:
    """A record that is aligned stays as it is, to its last number."""
    with store.reading() as connection:
        before = alignments.state(connection)
    assert Aligning().run(store) == 0
    with store.reading() as connection:
        assert alignments.state(connection) == before


def test_an_article_takes_its_tellings_with_it(store: Store) -> None:
    """Read anew without its statements, an article leaves nothing of them behind, and the rest is aligned anew."""
    arrival = made_up(40)[3]
    ids = {statement.id for statement in arrival.article.statements}
    bare = Arrival(arrival.capture, type(arrival.article)(arrival.article.document, ()))
    read(store, [bare])
    assert not any(ids & set(found) for found in told(store).values())
    Aligning().run(store)
    assert all(len(found) > 1 for found in told(store).values())


def test_another_aligner_aligns_all_anew(store: Store) -> None:
    """What another version aligned is aligned anew, whatever changed since."""
    with store.writing() as connection:
        alignments.reached(connection, changes.latest(connection), "an earlier version")
    digest = record_digest(store)
    assert Aligning().run(store) > 0
    assert record_digest(store) == digest


def test_a_rejected_statement_tells_nothing(store: Store) -> None:
    """Rejected, a statement is no telling; withdrawn, it is what it was."""
    digest, [first, *_] = record_digest(store), next(iter(told(store).values()))
    judge(store, first, [REJECT], Judge("ann", "2031-01-01"), seen=0)
    assert not any(first in found for found in told(store).values())
    undo(store, first, Judge("ann", "2031-01-02"), seen=1)
    assert record_digest(store) == digest


def test_a_corrected_speaker_counts(store: Store) -> None:
    """A statement that a person gives to somebody else is no longer of its speaker's occasion."""
    [first, *_] = next(iter(told(store).values()))
    before = _occasion_of(store, first)
    somebody = correct(Field.SPEAKER, {"name": "Eve Holm", "kind": "person"})
    judge(store, first, [somebody], Judge("ann", "2031-01-01"), seen=0)
    assert _occasion_of(store, first) != before


def _occasion_of(store: Store, statement_id: str) -> list[str]:
    query = select(utterances.c.occasion_id).join(tellings).where(tellings.c.statement_id == statement_id)
    with store.reading() as connection:
        return list(connection.execute(query.join(occasions)).scalars())


def test_merged_utterances_are_one(store: Store) -> None:
    """Two utterances that a person joins are one, which holds all their statements."""
    (one, ours), (other, theirs), *_ = sorted(told(store).items())
    number = merge_tellings(store, [one, other], **BY)
    [joined] = [key for key, found in told(store).items() if set(found) == {*ours, *theirs}]
    assert [made for made, _ in show(store, joined).judgements] == [number]


def test_a_split_utterance_is_two(store: Store) -> None:
    """What a person parts from an utterance is in none with the rest."""
    key, (first, *rest) = max(told(store).items(), key=lambda pair: (len(pair[1]), pair[0]))
    split_tellings(store, key, [first], **BY)
    assert not any(first in found and set(rest) & set(found) for found in told(store).values())


def test_what_was_seen_as_it_is_is_judged(store: Store) -> None:
    """With the version that it has, an utterance is merged."""
    (one, ours), (other, theirs), *_ = sorted(told(store).items())
    merge_tellings(store, [one, other], seen={one: version_of(ours), other: version_of(theirs)}, **BY)
    assert {*ours, *theirs} in map(set, told(store).values())


@pytest.mark.parametrize("stale", [0, 1])
def test_what_was_seen_otherwise_is_not_merged(store: Store, stale: int) -> None:
    """An utterance, the other one too, that has other tellings than those seen is not judged, though its id stays."""
    digest, ids = record_digest(store), sorted(told(store))[:2]
    with pytest.raises(ConflictError):
        merge_tellings(store, ids, seen={ids[stale]: version_of(["another"])}, **BY)
    assert record_digest(store) == digest


def test_what_was_seen_otherwise_is_not_split(store: Store) -> None:
    """Nor is a telling parted from others than those seen."""
    one, (first, *_) = next(iter(told(store).items()))
    with pytest.raises(ConflictError):
        split_tellings(store, one, [first], seen={one: version_of(["another"])}, **BY)


def test_a_former_id_is_not_judged(store: Store) -> None:
    """Who judges by an id that an utterance had once is told the one that it has."""
    now, (*_, one, other) = max(told(store).items(), key=lambda pair: (len(pair[1]), pair[0]))
    former = pair_id(one, other)
    with pytest.raises(MissingError, match=f"that was {former} is now {now}"):
        split_tellings(store, former, [one], **BY)


def test_withdrawn_a_merge_leaves_no_trace(store: Store) -> None:
    """Whoever withdraws what joined two utterances finds both again."""
    digest, (one, other, *_) = record_digest(store), sorted(told(store))
    [first, *_] = told(store)[one]
    merge_tellings(store, [one, other], **BY)
    undo(store, first, Judge("ann", "2031-01-02"), seen=1)
    assert record_digest(store) == digest


def test_a_judgement_outlives_a_new_reading(store: Store) -> None:
    """Read anew, the articles are aligned as a person judged."""
    (one, ours), (other, theirs), *_ = sorted(told(store).items())
    merge_tellings(store, [one, other], **BY)
    read(store, made_up(40))
    Aligning().run(store)
    assert {*ours, *theirs} in map(set, told(store).values())


def test_a_record_never_aligned_is_left_to_the_next_run(tmp_path: Path) -> None:
    """A judgement does not make a person wait until all of a record is aligned."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        arrivals = made_up(3)
        read(store, arrivals)
        judge(store, arrivals[0].article.statements[0].id, [REJECT], Judge("ann", "2031-01-01"), seen=0)
        with store.reading() as connection:
            assert not is_current(connection)


def test_verification_finds_what_is_otherwise(store: Store) -> None:
    """An aligned record verifies; a relation or a link that somebody changed is found."""
    with store.writing() as connection:
        assert list(alignment_findings(connection)) == []
        connection.exec_driver_sql("UPDATE tellings SET relation = 'paraphrase' WHERE relation = 'verbatim'")
        connection.exec_driver_sql("DELETE FROM links WHERE a = (SELECT min(a) FROM links)")
        found = {finding.wrong.split()[1] for finding in alignment_findings(connection)}
    assert found == {"tellings", "links"}
