"""The ledger's part of the API."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter

from onrecord.present.web.room import Opened
from onrecord.store import journal

api = APIRouter(tags=["ledger"])


@api.get("/runs")
def runs(room: Opened) -> list[dict[str, Any]]:
    """Return the runs of `read`, in order."""
    with room.store.reading() as connection:
        return [asdict(run) for run in journal.all_runs(connection)]
