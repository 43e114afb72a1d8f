"""What became of the inputs of a run, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

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


def entry_page(
    store: Store, run: int, outcome: Outcome | None = None, *, after: str | None = None, size: int = 50
) -> tuple[list[tuple[int, Entry]], str | None]:
    """Return what became of a run's inputs, each with its number, and the cursor of what follows.

    With `outcome`, only of those that ended so. Raises SettingsError for a cursor that is none.
    """
    with store.reading() as connection:
        lines, following = _lines(connection, run, outcome, after, size)
    return [(line.number, line.entry) for line in lines], following


def ledger_page(
    store: Store, run: int, outcome: Outcome | None = None, *, after: str | None = None, size: int = 100
) -> LedgerPage:
    """Return the same with the run itself, and the documents of the inputs.

    Raises MissingError for a run that is none, SettingsError for a cursor that is none.
    """
    with store.reading() as connection:
        one = next((each for each in journal.all_runs(connection) if each.id == run), None)
        if one is None:
            raise MissingError(f"there is no run {run}; the ledger lists those that there are")
        lines, following = _lines(connection, run, outcome, after, size)
    return LedgerPage(one, tuple(lines), following)


def _lines(
    connection: Connection, run: int, outcome: Outcome | None, after: str | None, size: int
) -> tuple[list[Line], str | None]:
    e = entries.c
    query = select(e.locator, e.outcome, e.capture_id, e.reason, documents.c.id)
    query = query.outerjoin(documents, documents.c.capture_id == e.capture_id).where(e.run_id == run)
    if outcome is not None:
        query = query.where(e.outcome == outcome)
    rows, following = rows_after(connection, query, (e.number,), place(after, (int,)), size)
    return [Line(row[5], Entry(row[0], Outcome(row[1]), row[2], row[3]), row[4]) for row in rows], following
