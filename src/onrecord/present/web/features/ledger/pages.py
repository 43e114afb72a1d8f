"""The ledger's pages."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.store import journal

pages = APIRouter()


@pages.get("/ledger")
def ledger(request: Request, room: Opened) -> HTMLResponse:
    """Show the runs, the newest first."""
    with room.store.reading() as connection:
        runs = list(reversed(journal.all_runs(connection)))
    return page(request, "ledger/ledger.html", runs=runs)
