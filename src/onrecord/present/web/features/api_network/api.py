"""``/v1/network``: who is linked with whom by what they say, and what each link rests on."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from onrecord.present.export.network.drawn import plain
from onrecord.present.rest.answers import answer
from onrecord.present.rest.network_models import EdgeEvidence, Network, NetworkQuery
from onrecord.present.web.room import Opened
from onrecord.query.network import linking, record_network

api = APIRouter(tags=["network"])

_MISSING: dict[int | str, dict[str, Any]] = {404: {"description": "A node is missing."}}


class Drawing(NetworkQuery):
    """Which network is wanted, and how much of it."""

    edges: int = Field(2000, ge=1, le=20_000, description="The most edges wanted, the heaviest.")


class EdgeQuery(NetworkQuery):
    """Which edge of which network is wanted, by the names of its nodes."""

    source: str = Field(max_length=2000, description="The name of a row.")
    target: str = Field(max_length=2000, description="The name of a column, in one-mode networks of another row.")


@api.get("/network", response_model=Network)
def network(request: Request, room: Opened, asked: Annotated[Drawing, Query()]) -> Response:
    """Tell a network: its heaviest edges with their intervals, their nodes, and where these are drawn."""
    made = record_network(room.store, asked.design())
    return answer(request, Network.model_validate(plain(made, asked.edges)), links={"item": "/v1/network/edge"})


@api.get("/network/edge", response_model=EdgeEvidence, responses=_MISSING)
def edge(request: Request, room: Opened, asked: Annotated[EdgeQuery, Query()]) -> Response:
    """List the statements that link two nodes, in order of time; none where nothing does."""
    made = record_network(room.store, asked.design())
    ids = linking(made, asked.source, asked.target)
    told = EdgeEvidence(source=asked.source, target=asked.target, statements=list(ids))
    return answer(request, told, links={"collection": "/v1/network"})
