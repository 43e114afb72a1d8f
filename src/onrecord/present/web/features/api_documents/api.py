"""``/v1/documents``: articles as text, with what was found in them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from onrecord.present.export.judged import told
from onrecord.present.export.plain import anomaly
from onrecord.present.rest.answers import answer, link_to_next, page_links
from onrecord.present.rest.article_models import (
    Anomaly,
    Document,
    DocumentAnomalies,
    DocumentEntry,
    Documents,
    DocumentStatements,
)
from onrecord.present.rest.parameters import Day, Id, Paged, Words
from onrecord.present.rest.statement_models import Statement
from onrecord.present.web.room import Opened
from onrecord.query import Flagged
from onrecord.query.article import Article, article
from onrecord.query.documents import Counts, DocumentFilter, document_page
from onrecord.record import AnomalyKind

api = APIRouter(tags=["documents"])


class DocumentQuery(Paged):
    """Conditions that a document must all meet."""

    outlet: Words | None = Field(None, description="Words of the outlet's name.")
    since: Day | None = Field(None, description="Published on that day or later.")
    until: Day | None = Field(None, description="Published on that day or earlier.")
    flag: AnomalyKind | None = Field(None, description="What the article contradicts itself in.")


@api.get("/documents", response_model=Documents)
def documents(request: Request, room: Opened, asked: Annotated[DocumentQuery, Query()]) -> Response:
    """List the articles that meet all conditions, by time of publication, undated ones first."""
    wanted = DocumentFilter(asked.outlet, asked.since, asked.until, asked.flag)
    found = document_page(room.store, wanted, after=asked.after, size=asked.size)
    following = link_to_next(request, found.next)
    items = [DocumentEntry.model_validate(_entry(each)) for each in found.documents]
    return answer(request, Documents(items=items, next=following), links=page_links(request, following))


@api.get("/documents/{document_id}", response_model=Document)
def document(request: Request, room: Opened, document_id: Id) -> Response:
    """Tell an article: its text as plain text, its regions, what is known of it. Its markup is never sent."""
    links = {"collection": "/v1/documents", "item": f"/v1/documents/{document_id}/statements"}
    return answer(request, Document.model_validate(_whole(article(room.store, document_id))), links=links)


@api.get("/documents/{document_id}/statements", response_model=DocumentStatements)
def statements(request: Request, room: Opened, document_id: Id) -> Response:
    """List all statements of an article in order of the text, likely and unlikely ones."""
    found = article(room.store, document_id)
    items = [Statement.model_validate(told(each, found.document.offsets)) for each in found.statements]
    return answer(request, DocumentStatements(items=items), links={"up": f"/v1/documents/{document_id}"})


@api.get("/documents/{document_id}/anomalies", response_model=DocumentAnomalies)
def anomalies(request: Request, room: Opened, document_id: Id) -> Response:
    """List what an article contradicts itself in, in order of the text."""
    found = article(room.store, document_id)
    flagged = (Flagged(each, found.heading) for each in found.anomalies)
    items = [Anomaly.model_validate(anomaly(each, found.document.offsets)) for each in flagged]
    return answer(request, DocumentAnomalies(items=items), links={"up": f"/v1/documents/{document_id}"})


def _entry(counts: Counts) -> dict[str, Any]:
    heading = asdict(counts.heading)
    numbers = {"statements": counts.statements, "anomalies": counts.anomalies, "quotations": counts.quotations}
    ids = {"document": heading.pop("document_id"), "capture": heading.pop("capture_id")}
    return {**heading, **ids, **numbers}


def _whole(found: Article) -> dict[str, Any]:
    quotations = found.accounts.quotations if found.accounts else None
    document = found.document
    return {
        **_entry(Counts(found.heading, len(found.statements), len(found.anomalies), quotations)),
        "text": document.text,
        "regions": [asdict(region) for region in document.regions],
        "flags": list(document.flags),
        "sha256": found.sha256,
        "size": found.size,
        "media_type": found.media_type,
        "charset": document.charset,
        "source_field": document.source_field,
        "made_by": found.made_by,
    }
