"""``/v1/families``: documents that descend from one report; one document's lineage; versions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from onrecord.present.export import lineages
from onrecord.present.rest.answers import answer, link_to_next, page_links
from onrecord.present.rest.lineage_models import Families, Lineage, Versions
from onrecord.present.rest.parameters import Id, Paged
from onrecord.present.web.room import Opened
from onrecord.query.lineage import families as families_of
from onrecord.query.lineage import of_document
from onrecord.query.versions import versions as versions_of

api = APIRouter(tags=["lineage"])


@api.get("/families", response_model=Families)
def families(request: Request, room: Opened, asked: Annotated[Paged, Query()]) -> Response:
    """List the families of documents that descend from one report, the largest first."""
    found = families_of(room.store, after=asked.after, size=asked.size)
    following = link_to_next(request, found.next)
    items = [lineages.family(each) for each in found.families]
    content = Families.model_validate({"items": items, "next": following})
    return answer(request, content, links=page_links(request, following))


@api.get("/documents/{document_id}/lineage", response_model=Lineage)
def lineage(request: Request, room: Opened, document_id: Id) -> Response:
    """Tell what a document descends from, what descends from it, and what reports the same event."""
    found = of_document(room.store, document_id)
    return answer(
        request, Lineage.model_validate(lineages.lineage(found)), links={"up": f"/v1/documents/{document_id}"}
    )


@api.get("/documents/{document_id}/versions/{other_id}", response_model=Versions)
def versions(request: Request, room: Opened, document_id: Id, other_id: Id) -> Response:
    """Tell two documents sentence by sentence: kept, moved, changed, added, dropped; the first published first."""
    found = versions_of(room.store, document_id, other_id)
    return answer(
        request, Versions.model_validate(lineages.versions(found)), links={"up": f"/v1/documents/{document_id}"}
    )
