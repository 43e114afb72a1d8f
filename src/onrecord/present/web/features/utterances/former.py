"""What became of an utterance or occasion whose id names statements that are told apart now."""

from __future__ import annotations

import re

from fastapi import Request
from fastapi.responses import HTMLResponse

from onrecord.present.web.pages import page
from onrecord.present.web.room import Room
from onrecord.query import show as show_statement
from onrecord.query import utterances as query
from onrecord.query.former import FormerError
from onrecord.record.ids import ID_LENGTH

_ID = re.compile(r"[0-9a-f]+")


def is_id(told: str) -> bool:
    """Return whether `told` could be an id or its first digits."""
    return len(told) <= ID_LENGTH and _ID.fullmatch(told) is not None


def apart(request: Request, room: Room, error: FormerError) -> HTMLResponse:
    """Return the page, 404, that tells which statements an address named, and what each is a telling of now."""
    named = [
        (show_statement(room.store, each.statement_id).reported, query.of_statement(room.store, each.statement_id))
        for each in error.named
    ]
    both = {one.id: one for _, told in named for one, _ in told if one.id in error.both}
    return page(
        request, "utterances/former.html", 404, named=named, both=list(both.values()), occasion=error.of_occasion
    )
