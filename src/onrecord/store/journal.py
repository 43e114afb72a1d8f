"""The ledger's tables: runs, and what became of each input."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from onrecord.errors import InternalError
from onrecord.record import Entry, Outcome
from onrecord.store.schema import entries, runs


@dataclass(frozen=True, slots=True)
class Run:
    """One run of `read`: when, by which version, and how many inputs ended how.

    `started` and `finished` are ISO 8601 in UTC; `finished` and `inputs` are None for a run that
    ended early (killed, interrupted, disk full).
    """

    id: int
    started: str
    finished: str | None
    made_by: str
    inputs: int | None
    outcomes: dict[Outcome, int]


def begin(connection: Connection, started: str, made_by: str) -> int:
    """Return the number of a new run."""
    query = insert(runs).values(started=started, made_by=made_by).returning(runs.c.id)
    return int(connection.execute(query).scalar_one())


def write(connection: Connection, run: int, numbered: Iterable[tuple[int, Entry]]) -> None:
    """Add the entries of a run, each with its input's number."""
    rows = [
        {
            "run_id": run,
            "number": number,
            "locator": entry.locator,
            "outcome": entry.outcome.value,
            "capture_id": entry.capture_id,
            "reason": entry.reason,
        }
        for number, entry in numbered
    ]
    if rows:
        connection.execute(insert(entries), rows)


def finish(connection: Connection, run: int, finished: str, inputs: int) -> None:
    """Leave the run finished. Raises InternalError when its entries are not as many as its inputs."""
    counted = connection.execute(select(func.count()).where(entries.c.run_id == run)).scalar_one()
    if counted != inputs:
        raise InternalError(f"run {run} had {inputs} inputs, but its ledger has {counted} entries")
    connection.execute(update(runs).where(runs.c.id == run).values(finished=finished, inputs=inputs))


def all_runs(connection: Connection) -> list[Run]:
    """Return all runs, the newest first."""
    counted = select(entries.c.run_id, entries.c.outcome, func.count()).group_by(entries.c.run_id, entries.c.outcome)
    outcomes: dict[int, dict[Outcome, int]] = {}
    for run, outcome, number in connection.execute(counted):
        outcomes.setdefault(run, {})[Outcome(outcome)] = number
    rows = connection.execute(select(runs).order_by(runs.c.id.desc()))
    return [Run(r.id, r.started, r.finished, r.made_by, r.inputs, outcomes.get(r.id, {})) for r in rows]


def entries_of(connection: Connection, run: int) -> list[Entry]:
    """Return the entries of a run in order of its inputs."""
    query = select(entries).where(entries.c.run_id == run).order_by(entries.c.number)
    return [Entry(r.locator, Outcome(r.outcome), r.capture_id, r.reason) for r in connection.execute(query)]
