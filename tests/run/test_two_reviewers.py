"""Two reviewers at once, each with what they last looked at: no update is lost, and the log tells it all."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import select
from tests.store.filled import fill

from onrecord.errors import ConflictError, MissingError
from onrecord.query import find, judged
from onrecord.record import Field, Status
from onrecord.run.identify import identify
from onrecord.run.reviewing import ACCEPT, REJECT, Decision, Judge, correct, judge, undo
from onrecord.store import Store, judgements, record_digest, verdicts
from onrecord.store.schema import judgements as log

EDITS, BATCH, BATCHES, RECORDS = 10_000, 20, 10, 54
"""Edits in all, at a time, of one record, and how many records."""

DECISIONS: tuple[Decision | None, ...] = (
    ACCEPT,
    REJECT,
    correct(Field.FORM, "indirect"),
    correct(Field.FORM, "mixed"),
    correct(Field.ACT, "thought"),
    correct(Field.STATED, False),
    correct(Field.SAID, "2031-03-01"),
    correct(Field.SPEAKER, {"name": "Eve Holm", "kind": "person"}),
    correct(Field.CONTENT, [[31, 40]]),
    None,
)
"""What a reviewer does; None withdraws what was judged last."""

edit = st.tuples(
    st.sampled_from(("ann", "ben")),
    st.integers(0, 3),
    st.sampled_from(DECISIONS),
    st.booleans(),
    st.integers(0, 1 << 20),
)
"""Who, of which statement, what, whether after looking again, and the clock, which may go back."""


class Reviewers(RuleBasedStateMachine):
    """A record that two people judge, beside a model of what must hold."""

    filled: Path
    place: Path
    made = 0
    refused = 0

    @initialize()
    def begin(self) -> None:
        """Open a fresh record."""
        shutil.copy(self.filled, self.place)
        self.store = Store.open(self.place)
        self.ids = [each.id for each in find(self.store)]
        self.digest = record_digest(self.store)
        self.history: dict[str, list[tuple[int, Decision | int]]] = {key: [] for key in self.ids}
        self.seen = {(who, key): 0 for who in ("ann", "ben") for key in self.ids}
        self.number = 0

    @rule(edits=st.lists(edit, min_size=BATCH, max_size=BATCH))
    def work(self, edits: list[tuple[str, int, Decision | None, bool, int]]) -> None:
        """Let both judge in turn; of what was judged meanwhile, the later one is refused."""
        for who, at, decision, looks, clock in edits:
            type(self).made += 1
            key = self.ids[at]
            if looks:
                self.seen[who, key] = len(self.history[key])
            self.one(who, key, decision, f"2031-01-01T00:00:00.{clock:07}")
            self.agrees(key)

    def one(self, who: str, key: str, decision: Decision | None, time: str) -> None:
        """Judge, and check that it is refused just when it must be."""
        seen, history = self.seen[who, key], self.history[key]
        try:
            if decision is None:
                undo(self.store, key, Judge(who, time), seen=seen)
            else:
                judge(self.store, key, [decision], Judge(who, time), seen=seen)
        except ConflictError:
            type(self).refused += 1
            assert seen != len(history)
            return
        except MissingError:
            assert decision is None and not in_force(history)
            return
        assert seen == len(history)
        self.number += 1
        history.append((self.number, in_force(history)[-1][0] if decision is None else decision))
        self.seen[who, key] = len(history)

    def agrees(self, key: str) -> None:
        """Check that what the record keeps of a statement is what the model says."""
        with self.store.reading() as connection:
            held = verdicts.held(connection, [key]).get(key, verdicts.NEVER)
        assert (held.version, held.status, dict(held.corrections)) == modelled(self.history[key])

    def teardown(self) -> None:
        """Check the log, that a flipped byte of it is found, and that undoing all of a statement restores it."""
        if not hasattr(self, "store"):
            return
        with self.store.reading() as connection:
            assert judgements.broken(connection) == []
            assert list(verdicts.differences(connection)) == []
            assert judgements.head(connection)[0] == self.number
        if self.number:
            flip(self.store, 1 + len(self.history[self.ids[0]]) % self.number)
        key = self.ids[self.number % len(self.ids)]
        history = self.history[key]
        while in_force(history):
            undo(self.store, key, Judge("cy", "2031-02-01"), seen=len(history))
            history.append((-len(history), in_force(history)[-1][0]))
        restored = judged(self.store, key)
        assert (restored.status, restored.reported.machine) == (Status.OPEN, None)
        assert all(field.present == field.machine for field in restored.fields)
        assert record_digest(self.store) == self.digest
        self.store.close()


def in_force(history: list[tuple[int, Decision | int]]) -> list[tuple[int, Decision]]:
    """Return what no later entry took back."""
    gone = {entry for _, entry in history if isinstance(entry, int)}
    return [(number, entry) for number, entry in history if not isinstance(entry, int) and number not in gone]


def modelled(history: list[tuple[int, Decision | int]]) -> tuple[int, Status, dict[Field, Any]]:
    """Return version, status and corrections as they must be."""
    holding = [entry for _, entry in in_force(history)]
    fields = {each.field: _kept(each) for each in holding if each.field is not None}
    ends = [Status(each.kind.value) for each in holding if each.field is None]
    return len(history), ends[-1] if ends else Status.CORRECTED if fields else Status.OPEN, fields


def _kept(decision: Decision) -> Any:
    if decision.field is Field.SPEAKER:
        return {"actor": None, **decision.value}
    return {"edtf": decision.value, "spans": []} if decision.field is Field.SAID else decision.value


def flip(store: Store, number: int) -> None:
    """Check for every column of one judgement that a flipped bit of a byte of it is found."""
    for column in (each.name for each in log.columns if each.name != "number"):
        try:
            with store.writing() as connection:
                query = f"SELECT CAST({column} AS TEXT) FROM judgements WHERE number = ?"
                told = connection.exec_driver_sql(query, (number,)).scalar()
                if not told:
                    continue
                other = f"{told[:-1]}{chr(ord(told[-1]) ^ 1)}"
                connection.exec_driver_sql(f"UPDATE judgements SET {column} = ? WHERE number = ?", (other, number))
                try:
                    found = judgements.broken(connection)
                except ValueError:
                    found = ["its JSON is damaged"]
                assert found, column
                raise _BackError
        except _BackError:
            pass
    with store.reading() as connection:
        assert connection.execute(select(log.c.number)).first()
        assert judgements.broken(connection) == []


class _BackError(Exception):
    """Rolls back what was flipped."""


@pytest.fixture
def filled() -> Iterator[Path]:
    """Give the file of a record of four statements, in memory if there is such a place: 10,000 waits for a disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        path = Path(folder) / "filled.onrecord"
        with Store.open(path, create=True) as store:
            fill(store)
            with store.writing() as connection:
                identify(connection)
        yield path


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_two_reviewers_lose_no_update(filled: Path) -> None:
    """Of 10,000 edits by two people, each is kept or refused, and what is kept is all there."""
    of_this: type[Reviewers] = type(
        "OfThis", (Reviewers,), {"filled": filled, "place": filled.with_name("judged.onrecord")}
    )
    run_state_machine_as_test(
        of_this,
        settings=settings(
            max_examples=RECORDS,
            stateful_step_count=BATCHES,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    told = f"{of_this.made} edits, {of_this.refused} refused as made of an older version\n"
    sys.stderr.write(told)
    assert of_this.made >= EDITS
    assert of_this.refused > 0
