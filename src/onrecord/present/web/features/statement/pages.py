"""The statement's page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.present.web.access import Role, role_in
from onrecord.present.web.features.statement.cite import annotation, citations
from onrecord.present.web.features.statement.facts import facts, issue_facts, moment
from onrecord.present.web.marks import Mark, Piece, pieces
from onrecord.present.web.pages import page
from onrecord.present.web.reviewer import name_of
from onrecord.present.web.room import Opened
from onrecord.present.web.tellings import SHAPES, beside
from onrecord.query import Shown, show
from onrecord.query.flags import flags
from onrecord.query.in_bytes import in_bytes
from onrecord.query.issues import issue_of
from onrecord.query.judged import Judged
from onrecord.query.judged import judged as judgements_of
from onrecord.query.utterances import occasion_of_statement, of_statement
from onrecord.record import OF_TELLINGS

pages = APIRouter()


@pages.get("/statement/{statement_id}")
def statement(request: Request, room: Opened, statement_id: str, judged: str = "") -> HTMLResponse:
    """Show a statement with everything that leads back to its bytes; `judged` is a judgement just made of it."""
    shown = show(room.store, statement_id)
    log = judgements_of(room.store, shown.reported.id)
    document_id = shown.reported.heading.document_id
    return page(
        request,
        "statement/statement.html",
        shown=shown,
        reported=shown.reported,
        paragraphs=[_marked(shown, number) for number in range(len(shown.paragraphs))],
        facts=[*facts(shown), *issue_facts(issue_of(room.store, shown.reported.id))],
        published=moment(shown.document.published),
        updated=moment(shown.document.updated),
        places=[(role, span, shown.in_source(span)) for role, span in shown.roles],
        bytes=in_bytes(shown),
        citations=citations(shown),
        annotation=annotation(shown),
        flags=flags(room.store, [document_id]).get(document_id, ()),
        judged=log,
        just=_just(log, judged),
        elsewhere=[(one, beside(told)) for one, told in of_statement(room.store, shown.reported.id)],
        occasion=occasion_of_statement(room.store, shown.reported.id),
        shapes=SHAPES,
        may=(role_in(request) or Role.READER) >= Role.REVIEWER,
        by=name_of(request, room),
    )


def _just(log: Judged, number: str) -> int | None:
    """Return the number of a judgement of tellings that holds, to be undone; None where the address tells none."""
    found = int(number) if number.isdecimal() and len(number) < 10 else None
    kinds = {n: each.kind for n, each in log.log}
    return found if found in log.holding and kinds.get(found or 0) in OF_TELLINGS else None


def _marked(shown: Shown, number: int) -> tuple[Piece, ...]:
    of = shown.reported.id
    return tuple(pieces(shown.paragraphs[number], (Mark(s.start, s.end, role, of) for role, s in shown.roles)))
