"""``/v1/runs``: what was read, skipped and failed, run by run."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import Field

from onrecord.errors import MissingError
from onrecord.present.rest.answers import answer, link_to_next, page_links
from onrecord.present.rest.article_models import LedgerEntries, LedgerEntry, Run, Runs
from onrecord.present.rest.parameters import Paged
from onrecord.present.web.room import Opened
from onrecord.query.ledger import entry_page
from onrecord.record import Outcome
from onrecord.store import Store, journal

api = APIRouter(tags=["ledger"])

Number = Annotated[int, Path(ge=1, le=2**53, description="The run's number.")]


class EntryQuery(Paged):
    """Which inputs of a run are wanted."""

    outcome: Outcome | None = Field(None, description="Only those that ended so.")


@api.get("/runs", response_model=Runs)
def runs(request: Request, room: Opened) -> Response:
    """List the runs of `read`, the newest first."""
    return answer(request, Runs(items=_runs(room.store)))


@api.get("/runs/{run}", response_model=Run)
def one_run(request: Request, room: Opened, run: Number) -> Response:
    """Tell a run: when, by which version, and how many inputs ended how."""
    return answer(request, _run(room.store, run), links={"item": f"/v1/runs/{run}/entries"})


@api.get("/runs/{run}/entries", response_model=LedgerEntries)
def entries(request: Request, room: Opened, run: Number, asked: Annotated[EntryQuery, Query()]) -> Response:
    """List what became of the inputs of a run, in their order."""
    _run(room.store, run)
    rows, last = entry_page(room.store, run, asked.outcome, after=asked.after, size=asked.size)
    items = [
        LedgerEntry(number=n, locator=e.locator, outcome=e.outcome.value, capture=e.capture_id, reason=e.reason)
        for n, e in rows
    ]
    following = link_to_next(request, last)
    return answer(request, LedgerEntries(items=items, next=following), links=page_links(request, following))


def _runs(store: Store) -> list[Run]:
    with store.reading() as connection:
        found = journal.all_runs(connection)
    return [Run.model_validate({**asdict(run), "outcomes": _outcomes(run)}) for run in found]


def _outcomes(run: journal.Run) -> dict[str, int]:
    return {outcome.value: number for outcome, number in run.outcomes.items()}


def _run(store: Store, number: int) -> Run:
    found = next((run for run in _runs(store) if run.id == number), None)
    if found is None:
        raise MissingError(f"there is no run {number}")
    return found
