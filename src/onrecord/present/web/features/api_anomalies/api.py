"""``/v1/anomalies``: what pages themselves contradict; ``/v1/clashes``: what articles contradict one another in."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from onrecord.present.export.plain import anomaly
from onrecord.present.rest.answers import answer, link_to_next, page_links
from onrecord.present.rest.article_models import Anomalies, Anomaly, Clashes
from onrecord.present.rest.parameters import Day, Paged, Words
from onrecord.present.web.room import Opened
from onrecord.query import AnomalyFilter
from onrecord.query.anomalies import anomaly_page
from onrecord.query.clashes import ClashFilter, Clashing, clash_page
from onrecord.query.reported import Reported
from onrecord.query.show import ways
from onrecord.record import AnomalyKind

api = APIRouter(tags=["anomalies"])


class ClashQuery(Paged):
    """Conditions that a clash must all meet; outlet and days are those of one of its two articles."""

    kind: Literal["other speaker", "other addressee", "other date"] | None = Field(None, description="What differs.")
    outlet: Words | None = Field(None, description="Words of the outlet's name.")
    since: Day | None = Field(None, description="Published on that day or later.")
    until: Day | None = Field(None, description="Published on that day or earlier.")


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


@api.get("/clashes", response_model=Clashes)
def clashes(request: Request, room: Opened, asked: Annotated[ClashQuery, Query()]) -> Response:
    """List the quoted words that two articles give to different speakers, addressees or days."""
    wanted = ClashFilter(asked.kind, asked.outlet, asked.since, asked.until)
    found = clash_page(room.store, wanted, after=asked.after, size=asked.size)
    following = link_to_next(request, found.next)
    content = Clashes.model_validate({"items": [_clash(each) for each in found.clashes], "next": following})
    return answer(request, content, links=page_links(request, following))


def _clash(each: Clashing) -> dict[str, Any]:
    statements = [_side(one) for one in each.statements]
    return {
        "id": each.id,
        "kind": each.kind.value,
        "words": each.words,
        "reason": each.reason,
        "statements": statements,
    }


def _side(one: Reported) -> dict[str, Any]:
    return {
        "statement": one.id,
        "document": one.heading.document_id,
        "outlet": one.outlet,
        "published": one.published,
        "speaker": one.speaker,
        "addressee": one.addressee,
        "said": one.said,
        "words": one.words,
    }
