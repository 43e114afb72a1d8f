"""The article's page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.present.web.features.article.blocks import blocks, likely
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query.article import article
from onrecord.query.comparison import candidates
from onrecord.record import DescentKind, RegionKind

pages = APIRouter()


@pages.get("/article/{document_id}")
def show(request: Request, room: Opened, document_id: str, everything: bool = False) -> HTMLResponse:
    """Show an article; with `everything`, attributions that are likely no public statements are marked too."""
    found = article(room.store, document_id)
    marked = [each for each in found.statements if everything or likely(each)]
    told = blocks(found, marked)
    near = candidates(room.store, found.heading.document_id)
    headlines = [block for block in told if block.kind is RegionKind.HEADLINE]
    return page(
        request,
        "article/article.html",
        article=found,
        marked=marked,
        headline=headlines[0] if headlines else None,
        blocks=[block for block in told if block not in headlines[:1]],
        doubtful=sum(not likely(each) for each in found.statements),
        everything=everything,
        near=near,
        kindred=[each for each in near if each.descent and each.descent.kind is not DescentKind.EVENT],
    )
