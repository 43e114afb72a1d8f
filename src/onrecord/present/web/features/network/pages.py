"""The pages of the network: picture and tables, and what one edge rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import ValidationError

from onrecord.errors import SettingsError
from onrecord.networks import Aggregation, Duplicates, Mode, Network, Normalization, Shape
from onrecord.present.rest.network_models import NetworkQuery
from onrecord.present.web.entries import list_entries
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.present.web.standing import query, whole
from onrecord.query.events import VARIABLES
from onrecord.query.network import linking, record_network
from onrecord.query.standing import statements_of

pages = APIRouter()

SHOWN = 100
"""Rows of a table; the picture and the API have more."""

SIZE = 50
"""Statements of a page."""

NAMES = tuple(NetworkQuery.model_fields)
_CHOICES: dict[str, Any] = {
    "shapes": Shape,
    "aggregations": Aggregation,
    "normalizations": Normalization,
    "rules": Duplicates,
    "modes": Mode,
    "variables": [name for name in VARIABLES if name != "document_id"],
}


@dataclass(frozen=True, slots=True)
class Row:
    """An edge as a row of the table."""

    source: str
    target: str
    weight: float
    low: float | None
    high: float | None
    statements: int
    link: str


def _asked(given: dict[str, str]) -> NetworkQuery:
    try:
        return NetworkQuery.model_validate({name: value for name, value in given.items() if value})
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"{first['loc'][0]}: {first['msg']}") from error


def _form(request: Request) -> dict[str, str]:
    usual = NetworkQuery.model_validate({})
    told = {name: request.query_params.get(name, "").strip()[:500] for name in NAMES}
    return {name: value or str(getattr(usual, name) or "") for name, value in told.items()}


@pages.get("/network")
def shown(request: Request, room: Opened) -> HTMLResponse:
    """Show a network of the record: the picture, the heaviest edges and the nodes."""
    given, wrong, told = _form(request), "", {}
    try:
        told = _tables(record_network(room.store, _asked(given).design()), query(given))
    except SettingsError as error:
        wrong = str(error)
    return page(
        request,
        "network/network.html",
        422 if wrong else 200,
        given=given,
        wrong=wrong,
        query=query(given),
        **_CHOICES,
        **told,
    )


def _tables(made: Network, asked: str) -> dict[str, Any]:
    nodes = sorted(zip(made.rows, made.row_numbers, strict=True), key=lambda node: (-node[1], node[0]))
    return {
        "edges": list(_rows(made, asked)),
        "edges_in_all": len(made),
        "nodes": nodes[:SHOWN],
        "nodes_in_all": len(made.rows),
        "columns_in_all": len(made.columns),
        "counted": made.counted,
        "left_out": made.left_out,
        "rule": made.design.counting.value,
        "design": made.design,
    }


def _rows(made: Network, asked: str) -> Iterator[Row]:
    weights = made.weights
    for place in made.ranked()[:SHOWN]:
        source, target = int(weights.source[place]), int(weights.target[place])
        names = made.rows[source], made.columns[target]
        low, high = (None if isnan(each[place]) else float(each[place]) for each in (weights.low, weights.high))
        link = f"/network/edge{asked}&{query({'source': names[0], 'target': names[1]})[1:]}"
        yield Row(*names, float(weights.weight[place]), low, high, made.support(source, target), link)


@pages.get("/network/edge")
def edge(request: Request, room: Opened, source: str = "", target: str = "") -> HTMLResponse:
    """Show the statements that an edge rests on, in order of time."""
    given = _form(request)
    made = record_network(room.store, _asked(given).design())
    ids = linking(made, source, target)
    first = whole(request.query_params, "first")
    known = statements_of(room.store, ids[first : first + SIZE])
    own = query({**given, "source": source, "target": target})
    return page(
        request,
        "network/edge.html",
        source=source,
        target=target,
        given=given,
        number=len(ids),
        found=list_entries(room.store, list(known.values())),
        back=f"/network{query(given)}",
        first=f"/network/edge{own}" if first else None,
        next=f"/network/edge{own}&first={first + SIZE}" if len(ids) > first + SIZE else None,
        parameters=own,
    )
