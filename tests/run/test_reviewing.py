"""Judging statements: what is refused, what holds, what survives."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import fakes
from tests.store.filled import ARTICLES, fill

from onrecord.errors import ConflictError, InputError, MissingError
from onrecord.query import Filter, find, judged, unplaced
from onrecord.record import Capture, Field, Status
from onrecord.run import judging
from onrecord.run.identify import identify
from onrecord.run.reviewing import ACCEPT, REJECT, Decision, Judge, correct, judge, undo
from onrecord.run.verification import verify
from onrecord.store import Store, record_digest

ANN, BEN = Judge("ann", "2031-04-01T09:00:00+00:00"), Judge("ben", "2031-04-01T09:00:00+00:00", "seen on the page")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of three articles whose actors are told apart."""
    with Store.open(tmp_path / "r.onrecord", create=True) as opened:
        fill(opened)
        with opened.writing() as connection:
            identify(connection)
        yield opened


def harbour(store: Store) -> str:
    """Return the id of the statement on the harbour, by Ada Mott."""
    return next(each.id for each in find(store) if each.words.startswith("We will"))


def names(store: Store, **wanted: Any) -> list[str | None]:
    """Return the speakers of the statements that meet a filter."""
    return [each.speaker for each in find(store, Filter(**wanted))]


VALUES = [
    (Field.FORM, "indirect", "indirect"),
    (Field.ACT, "thought", "thought"),
    (Field.SAID, "2031-03-03", {"edtf": "2031-03-03", "spans": []}),
    (Field.SAID, {"edtf": "2031-03~", "spans": [[3, 9]]}, {"edtf": "2031-03~", "spans": [[3, 9]]}),
    (Field.SAID, None, None),
    (Field.SOURCE, [], []),
    (Field.CONTENT, [[40, 44], [31, 33]], [[31, 33], [40, 44]]),
    (
        Field.SETTING,
        {"kind": "speech", "spans": [[0, 7]]},
        {"kind": "speech", "spans": [[0, 7]], "counterpart": None, "place": None, "medium": None},
    ),
]


@pytest.mark.parametrize(("field", "given", "present"), VALUES)
def test_a_field_is_corrected_and_the_machine_s_value_stays(
    store: Store, field: Field, given: object, present: object
) -> None:
    """The value that a person gave stands, the machine's is told beside it, and an undo brings it back."""
    key, before = harbour(store), judged(store, harbour(store))
    judge(store, key, [correct(field, given)], ANN, seen=0)
    after = judged(store, key)
    assert (after[field].present, after[field].machine) == (present, before[field].machine)
    assert (after.status, after.version, after[field].number) == (Status.CORRECTED, 1, 1)
    undo(store, key, BEN, seen=1)
    assert judged(store, key)[field].present == before[field].present
    assert verify(store).findings == []


def test_somebody_else_speaks(store: Store) -> None:
    """A statement is listed, found and filtered under the speaker that a person gave, by an actor elsewhere too."""
    key = harbour(store)
    lund = next(each for each in find(store) if each.outlet is None).statement.speaker
    assert lund is not None
    judge(store, key, [correct(Field.SPEAKER, {"actor": lund.id, "name": "Bo Lund", "kind": "person"})], ANN, seen=0)
    assert names(store, words="reopen") == ["Bo Lund"]
    assert names(store, speaker="mott") == []
    known = judged(store, key).reported.known.values()
    assert names(store, actor=next(iter(known)).id) == ["Bo Lund"] * 3
    assert verify(store).findings == []


def test_a_new_name_can_be_given(store: Store) -> None:
    """A speaker whom no article names is one by name alone."""
    judge(store, harbour(store), [correct(Field.SPEAKER, {"name": "Eve Holm", "kind": "person"})], ANN, seen=0)
    assert names(store, speaker="eve") == ["Eve Holm"]


def test_what_is_rejected_is_not_listed(store: Store) -> None:
    """A rejected statement is left out unless it is asked for, and comes back when it is undone."""
    key = harbour(store)
    judge(store, key, [REJECT], ANN, seen=0)
    assert len(names(store)) == 3
    assert names(store, status=Status.REJECTED) == ["Ada Mott"]
    undo(store, key, ANN, seen=1)
    assert len(names(store)) == 4


def test_an_undo_can_be_undone(store: Store) -> None:
    """A withdrawal is a judgement too: withdrawn, what it took back holds again."""
    key = harbour(store)
    judge(store, key, [ACCEPT], ANN, seen=0)
    number = undo(store, key, ANN, seen=1)
    assert judged(store, key).status is Status.OPEN
    undo(store, key, ANN, seen=2, number=number)
    assert judged(store, key).status is Status.ACCEPTED


def test_who_saw_something_older_is_refused(store: Store) -> None:
    """A judgement, or an undo, made of another version than the present one leaves nothing."""
    key = harbour(store)
    judge(store, key, [correct(Field.FORM, "mixed")], ANN, seen=0)
    for act in (
        lambda: judge(store, key, [REJECT], BEN, seen=0),
        lambda: judge(store, key, [REJECT], BEN, seen=2),
        lambda: undo(store, key, BEN, seen=0),
    ):
        with pytest.raises(ConflictError, match="judged 1 times"):
            act()
    assert judged(store, key).version == 1


def test_several_decisions_are_written_together_or_not_at_all(store: Store) -> None:
    """One of several that does not fit lets none be written."""
    key = harbour(store)
    with pytest.raises(InputError):
        judge(store, key, [correct(Field.FORM, "mixed"), correct(Field.ACT, "sung")], ANN, seen=0)
    assert judged(store, key).version == 0
    assert judge(store, key, [correct(Field.FORM, "mixed"), ACCEPT], ANN, seen=0) == (1, 2)


REFUSED = [
    correct(Field.CONTENT, []),
    correct(Field.CONTENT, [[5, 5]]),
    correct(Field.CONTENT, [[5, 10_000]]),
    correct(Field.SOURCE, [[1, 5], [3, 7]]),
    correct(Field.SOURCE, [[True, 5]]),
    correct(Field.SOURCE, "1-5"),
    correct(Field.SAID, "soon"),
    correct(Field.SAID, "2031-02-30"),
    correct(Field.SAID, "2031-03-02/2031-03-01"),
    correct(Field.SPEAKER, {"name": " ", "kind": "person"}),
    correct(Field.SPEAKER, {"name": "Eve", "kind": "ghost"}),
    correct(Field.SPEAKER, {"actor": "0" * 24, "name": "Eve", "kind": "person"}),
    correct(Field.SPEAKER, ["Eve"]),
    correct(Field.ADDRESSEE, {"name": "Eve", "kind": "person"}),
    correct(Field.SETTING, {"kind": "speech", "spans": []}),
    correct(Field.STATED, "yes"),
]


@pytest.mark.parametrize("decision", REFUSED)
def test_what_does_not_fit_is_refused(store: Store, decision: Decision) -> None:
    """A value that is none, or does not fit the text, is refused with nothing written."""
    with pytest.raises(InputError):
        judge(store, harbour(store), [decision], ANN, seen=0)
    assert judged(store, harbour(store)).version == 0


def test_there_must_be_something_to_judge(store: Store) -> None:
    """A statement that is none, no decision, and an undo of nothing are refused."""
    with pytest.raises(MissingError):
        judge(store, "0" * 24, [ACCEPT], ANN, seen=0)
    with pytest.raises(InputError):
        judge(store, harbour(store), [], ANN, seen=0)
    with pytest.raises(MissingError):
        undo(store, harbour(store), ANN, seen=0)


def test_judgements_survive_reading_anew(store: Store) -> None:
    """What was judged holds when the same bytes are read again, and the record proper is what it was."""
    key, before = harbour(store), record_digest(store)
    judge(store, key, [correct(Field.SPEAKER, {"name": "Eve Holm", "kind": "person"}), ACCEPT], ANN, seen=0)
    fill(store)
    with store.writing() as connection:
        identify(connection)
    assert (judged(store, key).status, names(store, speaker="holm")) == (Status.ACCEPTED, ["Eve Holm"])
    assert record_digest(store) == before
    assert verify(store).findings == []


def test_judgements_of_a_statement_that_is_gone_stay(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a new reading finds other statements, the judgement is told as unplaced, and holds once it is found."""
    key = harbour(store)
    judge(store, key, [REJECT], ANN, seen=0)
    whole = fakes.attributions
    monkeypatch.setattr(fakes, "attributions", lambda document: whole(document)[1:])
    fill(store, ARTICLES[0])
    with store.writing() as connection:
        identify(connection)
    assert (unplaced(store), verify(store).findings) == ((key,), [])
    monkeypatch.undo()
    fill(store)
    with store.writing() as connection:
        identify(connection)
    assert (unplaced(store), judged(store, key).status, verify(store).findings) == ((), Status.REJECTED, [])


def test_merging_actors_leaves_what_was_judged_of_statements(store: Store) -> None:
    """Judgements of who is who and of statements stand beside each other in one log."""
    key = harbour(store)
    judge(store, key, [correct(Field.SPEAKER, {"name": "Eve Holm", "kind": "person"})], ANN, seen=0)
    number = judging.merge(store, ["Ada Mott", "Inge Ølgaard"], author="ann", made_at="2031-04-02T09:00:00+00:00")
    assert (number, names(store, words="reopen")) == (2, ["Eve Holm"])
    judging.withdraw(store, 1, author="ann", made_at="2031-04-03T09:00:00+00:00")
    assert judged(store, key).version == 2
    assert verify(store).findings == []


def _wrong(path: Path, sql: str) -> list[str]:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()
    with Store.open(path) as opened:
        return [f"{finding.noun}: {finding.wrong}" for finding in verify(opened).findings]


TAMPERED = [
    ("UPDATE judgements SET reason = 'other' WHERE number = 2", "judgement 2 is not as it was made"),
    ("UPDATE judgements SET field = 'act' WHERE number = 1", "judgement 1 is not as it was made"),
    ("UPDATE judgements SET seen = 7 WHERE number = 3", "judgement 3 is not as it was made"),
    ("DELETE FROM judgements WHERE number = 2", "judgements 2 to 2 are missing from the log"),
    ("DELETE FROM judgements WHERE number = 3", "the log ends with judgement 2"),
    ("DELETE FROM judgements", "the log ends with judgement 0"),
    ("DELETE FROM judgement_head", "the record says that it ends with 0"),
    ("DELETE FROM bearings WHERE number = 3", "judgement 3 is not kept with statement"),
    ("UPDATE verdicts SET status = 'accepted'", "what is kept of its judgements is not what the log gives"),
    ("DELETE FROM verdicts", "what is kept of its judgements is not what the log gives"),
]


@pytest.mark.parametrize(("sql", "wrong"), TAMPERED)
def test_verification_finds_what_was_changed_behind_the_log_s_back(store: Store, sql: str, wrong: str) -> None:
    """A changed, missing or cut judgement is found, and what is derived from the log is derived again."""
    key = harbour(store)
    judge(store, key, [correct(Field.FORM, "mixed"), REJECT], BEN, seen=0)
    undo(store, key, ANN, seen=2)
    store.close()
    assert any(wrong in found for found in _wrong(Path(store.name), sql))


def test_a_capture_is_read_without_its_judgements_mattering(tmp_path: Path) -> None:
    """A record that nobody judged has nothing to tell of judgements."""
    with Store.open(tmp_path / "r", create=True) as opened:
        captures: tuple[Capture, ...] = ARTICLES[:1]
        fill(opened, *captures)
        assert (unplaced(opened), verify(opened).findings) == ((), [])
