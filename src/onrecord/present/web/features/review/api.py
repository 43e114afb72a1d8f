"""The review's part of the API: what to judge, judgements of statements, agreement, labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from onrecord.errors import ConflictError
from onrecord.present.export.labels import label_lines
from onrecord.present.rest.actors import told_of
from onrecord.present.rest.answers import answer, body_of, done
from onrecord.present.rest.conditional import check_match, tag_of
from onrecord.present.rest.parameters import Id
from onrecord.present.rest.problems import ProblemError
from onrecord.present.web.access import Role, needs
from onrecord.present.web.features.review.models import Deciding, JudgedStatement, Queue, Study, Undoing
from onrecord.present.web.room import Opened, Room
from onrecord.query.agreement import agreement as measured
from onrecord.query.doubt import MOST, queue
from onrecord.query.judged import judged
from onrecord.run import reviewing

api = APIRouter(tags=["judgements"])
_REVIEWER = [Depends(needs(Role.REVIEWER))]


class QueueQuery(BaseModel):
    """How much of the queue is wanted."""

    model_config = ConfigDict(extra="forbid")

    size: int = Field(50, ge=1, le=MOST, description="The most statements wanted.")


class AgreementQuery(BaseModel):
    """Between whom."""

    model_config = ConfigDict(extra="forbid")

    machine: bool = Field(False, description="Count what the machine found as one more coder's values.")


@api.get("/review", response_model=Queue)
def doubtful(request: Request, room: Opened, asked: Annotated[QueueQuery, Query()]) -> Response:
    """List the statements that nobody has accepted or rejected, the most doubtful first."""
    items = [
        {"id": each.id, "doubt": each.doubt, "reasons": each.reasons} for each in queue(room.store, size=asked.size)
    ]
    return answer(request, Queue.model_validate({"items": items}))


@api.get("/statements/{statement_id}/judgements", response_model=JudgedStatement)
def judgements(request: Request, room: Opened, statement_id: Id) -> Response:
    """Tell a statement as judged: the machine's and the present value of every field, and every judgement."""
    return answer(request, _shown(room, statement_id), links={"up": f"/v1/statements/{statement_id}"})


@api.post("/statements/{statement_id}/judgements", response_model=JudgedStatement, dependencies=_REVIEWER)
def judge(request: Request, room: Opened, statement_id: Id, told: Deciding) -> Response:
    """Judge a statement. Needs its ETag, as `GET` here gives it, in If-Match."""
    decisions = [reviewing.Decision(each.kind, each.field, each.value) for each in told.decisions]
    by = reviewing.Judge(told.author, room.now(), told.reason)
    return _written(
        request, room, statement_id, lambda seen: reviewing.judge(room.store, statement_id, decisions, by, seen=seen)
    )


@api.post("/statements/{statement_id}/undo", response_model=JudgedStatement, dependencies=_REVIEWER)
def undo(request: Request, room: Opened, statement_id: Id, told: Undoing) -> Response:
    """Withdraw a judgement of a statement. Needs the statement's ETag, as its judgements give it, in If-Match."""
    by = reviewing.Judge(told.author, room.now(), told.reason)
    return _written(
        request,
        room,
        statement_id,
        lambda seen: reviewing.undo(room.store, statement_id, by, seen=seen, number=told.number),
    )


@api.get("/agreement", response_model=Study)
def agreement(request: Request, room: Opened, asked: Annotated[AgreementQuery, Query()]) -> Response:
    """Tell how far coders agree, field by field: Krippendorff's alpha."""
    found = measured(room.store, with_machine=asked.machine)
    return answer(request, Study.model_validate({"coders": found.coders, "fields": [asdict(f) for f in found.fields]}))


_CONTENT = {"application/jsonl": {"schema": {"type": "string"}}}


@api.get("/labels", response_class=StreamingResponse, responses={200: {"content": _CONTENT}})
def labels(request: Request, room: Opened) -> Response:
    """Send judgements as labels to train with: a line for each judged statement and coder."""
    headers = {"Content-Disposition": 'attachment; filename="labels.jsonl"', "Cache-Control": "no-store"}
    if request.scope.get("onrecord.head"):
        return Response(None, headers=headers, media_type="application/jsonl")
    return StreamingResponse(_encoded(label_lines(room.store)), headers=headers, media_type="application/jsonl")


def _encoded(lines: Iterator[str]) -> Iterator[bytes]:
    return ((line + "\n").encode("utf-8", "backslashreplace") for line in lines)


def _shown(room: Room, statement_id: str) -> JudgedStatement:
    found = judged(room.store, statement_id)
    told = {
        "id": found.id,
        "status": found.status.value,
        "version": found.version,
        "fields": [asdict(field) for field in found.fields],
        "judgements": [one.model_dump() for one in told_of(found.log)],
        "holding": sorted(found.holding),
    }
    return JudgedStatement.model_validate(told)


def _written(request: Request, room: Room, statement_id: str, write: Callable[[int], object]) -> Response:
    """Write a judgement of what was seen, or tell that it is no longer so; return the statement as it then is.

    The version is checked once more within the transaction that writes: of two at once, one is told.
    """
    before = _shown(room, statement_id)
    check_match(request, tag_of(body_of(before)), needed=True)
    try:
        write(before.version)
    except ConflictError as error:
        raise ProblemError("changed", str(error), {"ETag": tag_of(body_of(_shown(room, statement_id)))}) from error
    return done(_shown(room, statement_id))
