"""``/v1/timeline``: how statements are spread over time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from onrecord.present.rest.answers import answer
from onrecord.present.rest.statement_query import StatementQuery
from onrecord.present.rest.texts import Model
from onrecord.present.web.room import Opened
from onrecord.query.timeline import Clock, Rows, timeline

api = APIRouter(tags=["positions"])


class TimelineQuery(StatementQuery):
    """Conditions that the statements must all meet, and how they are counted."""

    rows: Rows = Field(Rows.STANCE, description="What is counted in each period.")
    clock: Clock = Field(Clock.PUBLISHED, description="Which time counts.")


class Period(Model):
    """How many statements a day, month or year has, in all and by stance or type."""

    period: str = Field(description="ISO 8601.", examples=["2025-09"])
    statements: int
    rows: dict[str, int] = Field(description='By stance or type; "none" where it is not known.')


class Timed(Model):
    """How statements are spread over time; periods without any are left out."""

    periods: list[Period]
    undated: int = Field(description="How many are not known to be of one period.")


@api.get("/timeline", response_model=Timed)
def spread(request: Request, room: Opened, asked: Annotated[TimelineQuery, Query()]) -> Response:
    """Tell how the statements that meet all conditions are spread over time, by stance or type."""
    found = timeline(room.store, asked.filter(), clock=asked.clock, rows=asked.rows)
    told = [
        {
            "period": period,
            "statements": found.total(period),
            "rows": {row: number for row in found.rows if (number := found.numbers.get((period, row)))},
        }
        for period in found.periods
    ]
    return answer(request, Timed.model_validate({"periods": told, "undated": found.undated}))
