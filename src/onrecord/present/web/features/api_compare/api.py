"""``/v1/comparison``: two to six articles side by side, and which ones can be."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.present.export import lineages, tellings
from onrecord.present.rest.answers import answer
from onrecord.present.rest.lineage_models import Comparables
from onrecord.present.rest.parameters import Id
from onrecord.present.rest.telling_models import Comparison
from onrecord.present.web.room import Opened
from onrecord.query.article import article
from onrecord.query.comparison import MOST, candidates, compare
from onrecord.record.ids import ID_LENGTH

api = APIRouter(tags=["comparison"])

_ID = f"[0-9a-f]{{{ID_LENGTH}}}"


class ComparisonQuery(BaseModel):
    """Which articles."""

    model_config = ConfigDict(extra="forbid")

    documents: str = Field(
        pattern=f"^{_ID}(,{_ID}){{1,{MOST - 1}}}$",
        description=f"The ids of two to {MOST} documents, with commas between.",
    )


@api.get("/comparison", response_model=Comparison, responses={404: {"description": "A document is missing."}})
def comparison(request: Request, room: Opened, asked: Annotated[ComparisonQuery, Query()]) -> Response:
    """Put articles side by side: a row for each thing said, a cell for each article; what most tell comes first."""
    found = compare(room.store, asked.documents.split(","))
    return answer(request, Comparison.model_validate(tellings.compared(found)), links={"collection": "/v1/documents"})


@api.get("/documents/{document_id}/comparable", response_model=Comparables)
def comparable(request: Request, room: Opened, document_id: Id) -> Response:
    """List the articles that one can best be compared with, those that share most utterances with it first."""
    own = article(room.store, document_id).document.id
    items = [lineages.comparable(each) for each in candidates(room.store, own)]
    return answer(request, Comparables.model_validate({"items": items}), links={"up": f"/v1/documents/{own}"})
