"""The article's page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.present.web.features.article.blocks import blocks, likely
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.query.article import article
from onrecord.record import RegionKind

pages = APIRouter()


@pages.get("/article/{document_id}")
def show(request: Request, room: Opened, document_id: str, everything: bool = False) -> HTMLResponse:
    """Show an article; with `everything`, attributions that are likely no public statements are marked too."""
    found = article(room.store, document_id)
    marked = [each for each in found.statements if everything or likely(each)]
    told = blocks(found, marked)
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
    )
