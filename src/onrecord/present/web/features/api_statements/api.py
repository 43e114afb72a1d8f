"""``/v1/statements``: what was reported as said."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from onrecord.present.export.judged import told
from onrecord.present.export.selectors import selectors
from onrecord.present.rest.answers import answer, link_to_next, page_links
from onrecord.present.rest.parameters import Id
from onrecord.present.rest.statement_models import Facets, Statements, WholeStatement
from onrecord.present.rest.statement_query import StatementPage, StatementQuery
from onrecord.present.rest.statements import listed
from onrecord.present.web.room import Opened
from onrecord.query import Shown, count, page, show
from onrecord.query import facets as spread
from onrecord.query.page import OWN

api = APIRouter(tags=["statements"])


@api.get("/statements", response_model=Statements)
def statements(request: Request, room: Opened, asked: Annotated[StatementPage, Query()]) -> Response:
    """List the statements that meet all conditions, by time of publication, document and place in it."""
    found = page(room.store, asked.filter(), after=asked.after, size=asked.size)
    following = link_to_next(request, found.next)
    content = Statements(items=listed(room.store, found.statements), next=following)
    return answer(request, content, links=page_links(request, following))


@api.get("/statements/{statement_id}", response_model=WholeStatement)
def statement(request: Request, room: Opened, statement_id: Id) -> Response:
    """Tell everything of a statement: its paragraphs, what leads to its bytes, and what it lies within."""
    shown = show(room.store, statement_id)
    links = {"collection": "/v1/statements", "up": f"/v1/documents/{shown.reported.heading.document_id}"}
    return answer(request, _whole(shown), links=links)


def _whole(shown: Shown) -> WholeStatement:
    document, capture = shown.document, shown.capture
    provenance = {
        "sha256": capture.sha256,
        "size": len(capture.data),
        "media_type": capture.media_type.value,
        "charset": document.charset,
        "source_field": document.source_field,
        "fetched_at": capture.fetched_at,
        "made_by": shown.made_by,
    }
    everything = {
        **told(shown.reported, document.offsets),
        "paragraphs": [asdict(paragraph) for paragraph in shown.paragraphs],
        "provenance": provenance,
        "selectors": [{"role": role, "selector": selectors(document.text, span)} for role, span in shown.roles],
        "within": [each.id for each in shown.outer],
        "holds": [each.id for each in shown.inner],
    }
    return WholeStatement.model_validate(everything)


@api.get("/facets", response_model=Facets)
def facets(request: Request, room: Opened, asked: Annotated[StatementQuery, Query()]) -> Response:
    """Count the statements that meet all conditions, and tell how they are spread over speakers, months and more."""
    counted, found = count(room.store, asked.filter()), spread(room.store, asked.filter())
    values = {name: [asdict(value) for value in each] for name, each in found.items()}
    content = {"number": counted.number, "exact": counted.exact, "facets": values, "parameters": OWN}
    return answer(request, Facets.model_validate(content), links={"collection": "/v1/statements"})
