"""The statement's page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.present.web.features.statement.cite import annotation, citations
from onrecord.present.web.features.statement.facts import facts, moment
from onrecord.present.web.marks import Mark, Piece, pieces
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query import Shown, show
from onrecord.query.flags import flags
from onrecord.query.in_bytes import in_bytes
from onrecord.query.judged import judged

pages = APIRouter()


@pages.get("/statement/{statement_id}")
def statement(request: Request, room: Opened, statement_id: str) -> HTMLResponse:
    """Show a statement with everything that leads back to its bytes."""
    shown = show(room.store, statement_id)
    document_id = shown.reported.heading.document_id
    return page(
        request,
        "statement/statement.html",
        shown=shown,
        reported=shown.reported,
        paragraphs=[_marked(shown, number) for number in range(len(shown.paragraphs))],
        facts=list(facts(shown)),
        published=moment(shown.document.published),
        updated=moment(shown.document.updated),
        places=[(role, span, shown.in_source(span)) for role, span in shown.roles],
        bytes=in_bytes(shown),
        citations=citations(shown),
        annotation=annotation(shown),
        flags=flags(room.store, [document_id]).get(document_id, ()),
        judged=judged(room.store, shown.reported.id),
    )


def _marked(shown: Shown, number: int) -> tuple[Piece, ...]:
    of = shown.reported.id
    return tuple(pieces(shown.paragraphs[number], (Mark(s.start, s.end, role, of) for role, s in shown.roles)))
