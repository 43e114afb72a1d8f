"""What became of the inputs of a run, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from onrecord.errors import MissingError
from onrecord.query.keyset import place, rows_after
from onrecord.record import Entry, Outcome
from onrecord.store import Store, journal
from onrecord.store.journal import Run
from onrecord.store.schema import documents, entries


@dataclass(frozen=True, slots=True)
class Line:
    """An input's number in its run, what became of it, and its document where the record holds one of its bytes."""

    number: int
    entry: Entry
    document_id: str | None


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """Some lines of a run's ledger. `next` asks for those that follow; None where none do."""

    run: Run
    lines: tuple[Line, ...]
    next: str | None


def runs(store: Store) -> list[Run]:
    """Return all runs of `read`, the newest first."""
    with store.reading() as connection:
        return journal.all_runs(connection)


def ledger_page(
    store: Store, run: int, outcome: Outcome | None = None, *, after: str | None = None, size: int = 100
) -> LedgerPage:
    """Return what became of a run's inputs, of those that ended so if `outcome` is given, a page of `size`.

    Raises MissingError for a run that is none, SettingsError for a cursor that is none.
    """
    e = entries.c
    query = select(e.locator, e.outcome, e.capture_id, e.reason, documents.c.id)
    query = query.outerjoin(documents, documents.c.capture_id == e.capture_id).where(e.run_id == run)
    if outcome is not None:
        query = query.where(e.outcome == outcome)
    with store.reading() as connection:
        one = next((each for each in journal.all_runs(connection) if each.id == run), None)
        if one is None:
            raise MissingError(f"there is no run {run}; the ledger lists those that there are")
        rows, following = rows_after(connection, query, (e.number,), place(after, (int,)), size)
    lines = (Line(row[5], Entry(row[0], Outcome(row[1]), row[2], row[3]), row[4]) for row in rows)
    return LedgerPage(one, tuple(lines), following)
