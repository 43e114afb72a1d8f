"""The pages of lineage: families of articles, one article's, and two versions sentence by sentence."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.present.web.features.lineage.sentences import sentences
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query.lineage import families, of_document
from onrecord.query.versions import versions
from onrecord.record import ChangeKind

pages = APIRouter()

SIZE = 20
"""Families of a page."""

SHOWN = 10
"""Members of a family in the list; its own page has all."""


@pages.get("/lineage")
def listing(request: Request, room: Opened, after: str = "") -> HTMLResponse:
    """List the families of articles that descend from one report, the largest first."""
    found = families(room.store, after=after or None, size=SIZE, most=SHOWN)
    following = f"/lineage?after={found.next}" if found.next else None
    first = "/lineage" if after else None
    return page(request, "lineage/list.html", found=found.families, next=following, first=first, kept=found.kept)


@pages.get("/lineage/{document_id}")
def one(request: Request, room: Opened, document_id: str) -> HTMLResponse:
    """Show what an article descends from, what descends from it, and what else reports the same event."""
    return page(request, "lineage/lineage.html", found=of_document(room.store, document_id))


@pages.get("/lineage/{document_id}/{other_id}")
def two(request: Request, room: Opened, document_id: str, other_id: str, whole: bool = False) -> HTMLResponse:
    """Show two articles sentence by sentence; with `whole`, those that were kept too."""
    found = versions(room.store, document_id, other_id)
    shown = [each for each in sentences(found) if whole or each.kind is not ChangeKind.KEPT]
    return page(request, "lineage/versions.html", found=found, shown=shown, whole=whole)
