"""``/v1/quotations``: words in quotation marks that are part of no statement."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from onrecord.present.export.plain import quotation
from onrecord.present.rest.answers import answer, link_to_next, page_links
from onrecord.present.rest.article_models import Quotation, Quotations, Tally
from onrecord.present.rest.parameters import Day, Paged, Words
from onrecord.present.web.room import Opened
from onrecord.query import QuotationFilter, tally
from onrecord.query import Tally as Counted
from onrecord.query.quotations import quotation_page
from onrecord.query.show import ways
from onrecord.record import Reason

api = APIRouter(tags=["quotations"])


class QuotationQuery(Paged):
    """Conditions that a quotation must all meet."""

    outlet: Words | None = Field(None, description="Words of the outlet's name.")
    reason: Reason | None = Field(None, description="Why it is nobody's statement.")
    since: Day | None = Field(None, description="Published on that day or later.")
    until: Day | None = Field(None, description="Published on that day or earlier.")


@api.get("/quotations", response_model=Quotations)
def quotations(request: Request, room: Opened, asked: Annotated[QuotationQuery, Query()]) -> Response:
    """List the quotations that are part of no statement, and account for all of the documents asked for."""
    wanted = QuotationFilter(asked.outlet, asked.reason, asked.since, asked.until)
    found = quotation_page(room.store, wanted, after=asked.after, size=asked.size)
    back = ways(room.store, (each.heading.document_id for each in found.quotations))
    following = link_to_next(request, found.next)
    known = (each for each in found.quotations if each.heading.document_id in back)
    items = [Quotation.model_validate(quotation(each, back[each.heading.document_id])) for each in known]
    content = Quotations(items=items, next=following, tally=_tally(tally(room.store, wanted)))
    return answer(request, content, links=page_links(request, following))


def _tally(counted: Counted) -> Tally:
    return Tally(
        quotations=counted.quotations,
        attributed=counted.attributed,
        unattributed=counted.unattributed,
        reasons={reason.value: number for reason, number in counted.reasons.items()},
        unknown=counted.unknown,
    )
