"""``/v1/anomalies``: what pages themselves contradict."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from onrecord.present.export.plain import anomaly
from onrecord.present.rest.answers import answer, link_to_next, page_links
from onrecord.present.rest.article_models import Anomalies, Anomaly
from onrecord.present.rest.parameters import Day, Paged, Words
from onrecord.present.web.room import Opened
from onrecord.query import AnomalyFilter
from onrecord.query.anomalies import anomaly_page
from onrecord.query.show import ways
from onrecord.record import AnomalyKind

api = APIRouter(tags=["anomalies"])


class AnomalyQuery(Paged):
    """Conditions that an anomaly must all meet."""

    kind: AnomalyKind | None = Field(None, description="What kind of contradiction it is.")
    outlet: Words | None = Field(None, description="Words of the outlet's name.")
    since: Day | None = Field(None, description="Published on that day or later.")
    until: Day | None = Field(None, description="Published on that day or earlier.")


@api.get("/anomalies", response_model=Anomalies)
def anomalies(request: Request, room: Opened, asked: Annotated[AnomalyQuery, Query()]) -> Response:
    """List what pages themselves contradict, by time of publication, document and place in it."""
    wanted = AnomalyFilter(asked.kind, asked.outlet, asked.since, asked.until)
    found = anomaly_page(room.store, wanted, after=asked.after, size=asked.size)
    back = ways(room.store, (each.heading.document_id for each in found.anomalies))
    following = link_to_next(request, found.next)
    known = (each for each in found.anomalies if each.heading.document_id in back)
    items = [Anomaly.model_validate(anomaly(each, back[each.heading.document_id])) for each in known]
    return answer(request, Anomalies(items=items, next=following), links=page_links(request, following))
