"""``/v1``: what the API offers, and ``/v1/problems``: what its errors mean."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response
from pydantic import Field

import onrecord
from onrecord.errors import MissingError
from onrecord.present.rest.answers import answer
from onrecord.present.rest.problems import KINDS
from onrecord.present.rest.texts import Model

api = APIRouter(tags=["index"])


class Address(Model):
    """An address of the API."""

    path: str = Field(description="A template (RFC 6570, level 1).", examples=["/v1/statements/{statement_id}"])
    method: str = Field(examples=["GET"])
    about: str


class Index(Model):
    """What the API offers."""

    version: str = Field(description="Of onrecord.")
    description: str = Field(description="Where the whole description is (OpenAPI 3.1).")
    addresses: list[Address]


class ProblemKind(Model):
    """A kind of problem."""

    type: str
    status: int
    title: str
    about: str = Field(description="What to do about it.")


class ProblemKinds(Model):
    """All kinds of problems of onrecord's own."""

    items: list[ProblemKind]


@api.get("", response_model=Index)
def index(request: Request) -> Response:
    """List the addresses of the API."""
    paths = request.app.openapi()["paths"]
    addresses = [
        Address(path=path, method=method.upper(), about=operation["description"])
        for path, operations in paths.items()
        for method, operation in operations.items()
    ]
    content = Index(version=onrecord.__version__, description="/v1/openapi.json", addresses=addresses)
    return answer(request, content)


@api.get("/problems", response_model=ProblemKinds)
def problems(request: Request) -> Response:
    """List the kinds of problems, with what to do about each."""
    return answer(request, ProblemKinds(items=[_kind(name) for name in KINDS]))


@api.get("/problems/{name}", response_model=ProblemKind)
def problem(
    request: Request, name: Annotated[str, Path(pattern="^[a-z-]{1,40}$", description="Its name.")]
) -> Response:
    """Tell a kind of problem: where the `type` of a problem leads."""
    if name not in KINDS:
        raise MissingError(f"there is no kind of problem {name!r}")
    return answer(request, _kind(name), links={"collection": "/v1/problems"})


def _kind(name: str) -> ProblemKind:
    return ProblemKind(type=f"/v1/problems/{name}", **asdict(KINDS[name]))
