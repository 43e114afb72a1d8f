"""A run of reading: inputs in, documents in the record, one entry in the ledger for each."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from onrecord.errors import InternalError
from onrecord.record import Capture, Entry, Outcome, Unreadable
from onrecord.run import coding
from onrecord.run.aligning import Aligning
from onrecord.run.article import Article
from onrecord.run.identify import identify
from onrecord.run.pool import Pool
from onrecord.run.summary import Interrupted, Summary
from onrecord.run.work import Failure
from onrecord.store import Plan, Store, journal

WINDOW, BUDGET = 64, 64 * 2**20
"""Inputs, and bytes of them, that are under way at most."""

BATCH = 32
"""Inputs written in one transaction at most. Only inputs whose results are there are written together, so
that the record is never locked while a document is worked on; a kill loses one batch, which is read again."""

PATIENCE = 0.5
"""Seconds after which what is done is written though the batch is not full."""

Told = Callable[[Entry], None]
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class _Pending:
    number: int
    item: Capture | Unreadable
    source: Capture | None = None
    """What the pool was given for it."""

    @property
    def size(self) -> int:
        return len(self.item.data) if isinstance(self.item, Capture) else 0


class Reading:
    """One run over `inputs` that writes into `store` what `pool` makes of each capture.

    The pool's tasks are Captures, its results Articles. `made_by` signs the documents. Everything is
    written by this process, in order of the inputs, whatever the number of workers. At the end `aligning`, by
    default the package's own, leaves the record aligned.
    """

    def __init__(
        self,
        store: Store,
        pool: Pool,
        made_by: str,
        told: Told,
        clock: Clock = utc_now,
        aligning: Aligning | None = None,
    ) -> None:
        self._store, self._pool, self._made_by = store, pool, made_by
        self._told, self._clock, self._aligning = told, clock, aligning or Aligning()
        self._pending: deque[_Pending] = deque()
        self._written = time.monotonic()
        self.summary = Summary()

    def run(self, inputs: Iterable[Capture | Unreadable]) -> Summary:
        """Return what became of the inputs, after every one has its entry in the ledger.

        Raises Interrupted after Ctrl-C and StoreError when the record cannot be written; what was
        done until then is in the record, and a later run of the same inputs does the rest.
        """
        with self._store.writing() as connection:
            self._run = journal.begin(connection, self._now(), self._made_by)
        try:
            for number, item in enumerate(inputs, 1):
                self._pending.append(self._sent(_Pending(number, item)))
                while self._due() and self._settle(wait=self._full()):
                    pass
            while self._pending:
                self._settle(wait=True)
        except KeyboardInterrupt:
            raise Interrupted(self.summary) from None
        with self._store.writing() as connection:
            identify(connection)
        self._aligning.run(self._store)
        coding.follow(self._store)
        with self._store.writing() as connection:
            journal.finish(connection, self._run, self._now(), self.summary.inputs)
            _keep_columns(connection)
        return self.summary

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _due(self) -> bool:
        """Whether it is time to write: each transaction waits for the disk, about 10 ms."""
        return len(self._pending) >= BATCH or (bool(self._pending) and time.monotonic() - self._written > PATIENCE)

    def _full(self) -> bool:
        return len(self._pending) >= WINDOW or sum(pending.size for pending in self._pending) > BUDGET

    def _sent(self, pending: _Pending) -> _Pending:
        """Return `pending` after giving the pool what its document is to be made from, if one is needed yet."""
        item = pending.item
        if isinstance(item, Unreadable) or any(_same(other.item, item) for other in self._pending):
            return pending
        with self._store.reading() as connection:
            self._submit(pending, self._store.plan(connection, item, self._made_by))
        return pending

    def _submit(self, pending: _Pending, plan: Plan) -> None:
        pending.source = plan.source
        if plan.source is not None:
            self._pool.submit(pending.number, plan.source)

    def _settle(self, *, wait: bool) -> bool:
        """Write the inputs at the head of the queue whose results are there; return whether any was.

        With `wait`, the first one's result is waited for.
        """
        batch: list[tuple[_Pending, Article | Failure | None]] = []
        while self._pending and len(batch) < BATCH:
            head = self._pending[0]
            if any(_same(other.item, head.item) for other, _ in batch):
                break  # whether it is a duplicate is known once the other one is written
            if head.source is not None and not self._pool.ready(head.number) and (batch or not wait):
                break
            result = None if head.source is None else self._pool.take(head.number)
            batch.append((self._pending.popleft(), result))
        if batch:
            self._write(batch)
        return bool(batch)

    def _write(self, batch: list[tuple[_Pending, Article | Failure | None]]) -> None:
        written: list[tuple[int, Entry, int]] = []
        stale: list[_Pending] = []
        self._written = time.monotonic()
        with self._store.writing() as connection:
            for pending, result in batch:
                done = self._entry(connection, pending, result)
                if done is None:
                    stale.append(pending)
                else:
                    written.append((pending.number, *done))
            journal.write(connection, self._run, [(number, entry) for number, entry, _ in written])
        for _, entry, statements in written:
            self.summary.count(entry, statements)
            self._told(entry)
        for pending in reversed(stale):
            self._again(pending)

    def _again(self, pending: _Pending) -> None:
        """Send `pending` once more: the record has changed since it was sent."""
        if not isinstance(pending.item, Capture):
            raise InternalError(f"{pending.item.locator} cannot be stale")
        with self._store.reading() as connection:
            self._submit(pending, self._store.plan(connection, pending.item, self._made_by))
        self._pending.appendleft(pending)

    def _entry(
        self, connection: Connection, pending: _Pending, result: Article | Failure | None
    ) -> tuple[Entry, int] | None:
        """Return the entry of one input and its number of statements, written; None if it must be sent again."""
        item = pending.item
        if isinstance(item, Unreadable):
            return Entry(item.locator, Outcome.SKIPPED if item.skipped else Outcome.FAILED, None, item.reason), 0
        plan = self._store.plan(connection, item, self._made_by)
        if plan.source is None:
            self._store.add_sighting(connection, item)
            return Entry(item.locator, Outcome.DUPLICATE, item.id, plan.reason), 0
        if plan.source != pending.source or result is None:
            return None
        if isinstance(result, Failure):
            reason = result.reason.removeprefix(f"{plan.source.locator}: ")
            return Entry(item.locator, Outcome.FAILED, item.id, reason), 0
        self._store.add(
            connection,
            plan.source,
            result.document,
            result.statements,
            made_by=self._made_by,
            accounts=result.accounts,
            anomalies=result.anomalies,
            appearances=result.appearances,
        )
        self._store.add_sighting(connection, item)
        again = not plan.new and plan.reason and not plan.reason.startswith("made anew")
        outcome = Outcome.DUPLICATE if again else Outcome.STORED
        return Entry(item.locator, outcome, item.id, plan.reason), len(result.statements)


def _keep_columns(connection: Connection) -> None:
    # Numpy takes 0.1 s to import: only runs that end pay.
    from onrecord.store import listing

    listing.keep(connection)


def _same(one: Capture | Unreadable, other: Capture | Unreadable) -> bool:
    return isinstance(one, Capture) and isinstance(other, Capture) and one.id == other.id
