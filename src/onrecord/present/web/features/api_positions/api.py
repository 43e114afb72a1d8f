"""``/v1/issues``, ``/v1/positions``, ``/v1/common-ground``: who stands where on what, with every statement."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.present.export import positions as plain
from onrecord.present.rest.answers import answer, link_to_next, page_links
from onrecord.present.rest.parameters import Day, Id, Paged, Words
from onrecord.present.rest.position_models import CommonGround, Issues, Positions, WholeIssue
from onrecord.present.web.room import Opened
from onrecord.query.issues import issue, issue_page
from onrecord.query.positions import PositionFilter, common_grounds, positions

api = APIRouter(tags=["positions"])

_MISSING: dict[int | str, dict[str, Any]] = {404: {"description": "An actor or an issue is missing."}}

Word: TypeAlias = Annotated[str, Field(min_length=1, max_length=500)]
"""An id, the first digits of one, or a whole name."""


class Issuing(Paged):
    """Which issues are wanted."""

    words: Words = Field("", description="Words of its name.")


class Evidence(BaseModel):
    """Conditions that the statements of positions must all meet."""

    model_config = ConfigDict(extra="forbid")

    since: Day | None = Field(None, description="Published on that day or later.")
    until: Day | None = Field(None, description="Published on that day or earlier.")
    outlet: Words | None = Field(None, description="The outlet's whole name.")
    min_confidence: float | None = Field(None, ge=0, le=1, description="Least probability to be right.")


class Positioned(Evidence):
    """Which positions are wanted."""

    actor: list[Word] = Field([], max_length=100, description="Actors by id or name; may be given several times.")
    issue: list[Word] = Field([], max_length=100, description="Issues by id or name; may be given several times.")
    limit: int = Field(200, ge=1, le=1000, description="The most positions wanted.")


class Sided(Evidence):
    """Whose positions are compared."""

    side: list[Word] = Field(
        min_length=2, max_length=20, description="An actor by id or name; or several, parted by commas, as one side."
    )
    issue: list[Word] = Field([], max_length=100, description="Issues by id or name; all without.")


def _wanted(asked: Evidence, actors: list[str], issues: list[str], limit: int | None = None) -> PositionFilter:
    told = asked.model_dump(include=set(Evidence.model_fields))
    return PositionFilter(actors=tuple(actors), issues=tuple(issues), limit=limit, **told)


@api.get("/issues", response_model=Issues)
def issues(request: Request, room: Opened, asked: Annotated[Issuing, Query()]) -> Response:
    """List what statements are about, most was said on first."""
    found = issue_page(room.store, words=asked.words, after=asked.after, size=asked.size)
    following = link_to_next(request, found.next)
    content = Issues.model_validate({"items": [plain.issue(each) for each in found.issues], "next": following})
    return answer(request, content, links=page_links(request, following))


@api.get("/issues/{issue_id}", response_model=WholeIssue)
def one(request: Request, room: Opened, issue_id: Id, asked: Annotated[Evidence, Query()]) -> Response:
    """Tell an issue: everybody's position on it with every statement."""
    found = issue(room.store, issue_id, _wanted(asked, [], []))
    told = {
        **plain.issue(found.listed),
        "positions": [plain.position(each) for each in found.positions],
        "below": [plain.issue(each) for each in found.below],
    }
    return answer(request, WholeIssue.model_validate(told), links={"collection": "/v1/issues"})


@api.get("/positions", response_model=Positions, responses=_MISSING)
def listed(request: Request, room: Opened, asked: Annotated[Positioned, Query()]) -> Response:
    """List positions with every statement, those resting on most passages first."""
    found = positions(room.store, _wanted(asked, asked.actor, asked.issue, asked.limit))
    return answer(request, Positions.model_validate({"items": [plain.position(each) for each in found]}))


@api.get("/common-ground", response_model=CommonGround, responses=_MISSING)
def ground(request: Request, room: Opened, asked: Annotated[Sided, Query()]) -> Response:
    """Tell what the stated positions of sides are to one another, issue by issue."""
    found = common_grounds(room.store, asked.side, _wanted(asked, [], asked.issue))
    return answer(request, CommonGround.model_validate({"items": [plain.ground(each) for each in found]}))
