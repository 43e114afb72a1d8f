"""``/v1/outlets``: who published what the record holds."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Request
from fastapi.responses import Response

from onrecord.present.rest.answers import answer
from onrecord.present.rest.article_models import Outlet, Outlets
from onrecord.present.web.room import Opened
from onrecord.query.outlets import outlets

api = APIRouter(tags=["outlets"])


@api.get("/outlets", response_model=Outlets)
def all_outlets(request: Request, room: Opened) -> Response:
    """List all outlets by name, with how much there is of each."""
    items = [Outlet.model_validate(asdict(outlet)) for outlet in outlets(room.store)]
    return answer(request, Outlets(items=items))
