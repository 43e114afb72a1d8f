"""The ledger's pages."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query.ledger import ledger_page, runs
from onrecord.record import Outcome

pages = APIRouter()


@pages.get("/ledger")
def ledger(request: Request, room: Opened) -> HTMLResponse:
    """Show the runs, the newest first."""
    return page(request, "ledger/ledger.html", runs=runs(room.store), outcomes=list(Outcome))


@pages.get("/ledger/{run}")
def entries(request: Request, room: Opened, run: int, outcome: str = "", after: str = "") -> HTMLResponse:
    """Show what became of every input of a run, or of those that ended so."""
    if outcome and outcome not in list(Outcome):
        raise SettingsError(f"outcome is {outcome!r}; give one of: {', '.join(Outcome)}")
    found = ledger_page(room.store, run, Outcome(outcome) if outcome else None, after=after or None)
    own = f"/ledger/{run}?outcome={outcome}" if outcome else f"/ledger/{run}"
    return page(
        request,
        "ledger/run.html",
        run=found.run,
        lines=found.lines,
        outcome=outcome,
        outcomes=list(Outcome),
        next=f"{own}{'&' if outcome else '?'}after={found.next}" if found.next else None,
        first=own if after else None,
    )
