"""Errors as Problem Details for HTTP APIs (RFC 9457), and the kinds there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from onrecord.errors import BusyError, DeadlineError, InputError, MissingError, OnrecordError, SettingsError
from onrecord.present.rest.encoding import encoded
from onrecord.query.former import FormerError

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: the status it comes with, its title, and what to do about it."""

    status: int
    title: str
    about: str


KINDS: Mapping[str, Kind] = {
    "parameters": Kind(422, "Parameters are not valid", "Mend what `errors` names; /v1/openapi.json tells what fits."),
    "not-possible": Kind(422, "The request asks for something that is not possible", "The detail says what to mend."),
    "missing": Kind(404, "There is no such thing in the record", "List what is there."),
    "former": Kind(
        404,
        "The statements that the id is made of are told apart now",
        "`statements` are they, each with the utterances that it tells; `utterances` are those that tell both.",
    ),
    "token": Kind(401, "A token is needed", "Send `Authorization: Bearer TOKEN`, or sign in at /enter."),
    "role": Kind(403, "The token's role does not allow this", "Ask whoever serves the room for a token that does."),
    "foreign": Kind(403, "Asked for by a page of another site", "Only this site's own pages may ask for this."),
    "misdirected": Kind(421, "The room does not answer under this name", "Use the address that `onrecord serve` told."),
    "changed": Kind(412, "It was changed meanwhile", "Get it again, look at what changed, and send its new ETag."),
    "precondition": Kind(428, "A precondition is needed", "Send the ETag that you have seen as If-Match."),
    "too-large": Kind(413, "The request is too large", "Send less at once."),
    "busy": Kind(503, "The record is being written to", "Try again in a moment."),
    "deadline": Kind(503, "The question takes too long", "Narrow it: fewer days, one outlet, rarer words."),
    "record": Kind(500, "The record cannot be read or written", "Run `onrecord verify` on it."),
    "internal": Kind(500, "A defect of onrecord", "Please report it with what the server printed."),
}
"""Every kind of problem of onrecord's own; `type` is ``/v1/problems/`` and its name."""

_OF_ERRORS: Sequence[tuple[type[OnrecordError], str]] = (
    (FormerError, "former"),
    (MissingError, "missing"),
    (SettingsError, "not-possible"),
    (InputError, "not-possible"),
    (BusyError, "busy"),
    (DeadlineError, "deadline"),
    (OnrecordError, "record"),
)


class ProblemError(HTTPException):
    """A problem of one of the KINDS, to be raised by a route. `extra` are members of its own (RFC 9457, 3.2)."""

    def __init__(self, kind: str, detail: str, headers: Mapping[str, str] | None = None, **extra: Any) -> None:  # noqa: ANN401
        super().__init__(KINDS[kind].status, detail, dict(headers or {}))
        self.kind, self.extra = kind, extra


def problem(error: Exception) -> Response:
    """Return an error as an answer. Raises errors that are neither onrecord's own nor HTTP's."""
    told, headers = problem_of(error)
    return Response(encoded(told), told["status"], headers, media_type=MEDIA_TYPE)


def problem_of(error: Exception) -> tuple[dict[str, Any], Mapping[str, str]]:
    """Return an error's members as a problem, and its headers."""
    if isinstance(error, ProblemError):
        return _told(error.kind, str(error.detail), error.extra), error.headers or {}
    if isinstance(error, RequestValidationError):
        wrong = list(map(_wrong, error.errors()))
        return _told("parameters", "one or more parameters do not fit", {"errors": wrong}), {}
    if isinstance(error, HTTPException):
        title = HTTPStatus(error.status_code).phrase
        told = {"type": "about:blank", "title": title, "status": error.status_code, "detail": str(error.detail)}
        return told, error.headers or {}
    kind = next((kind for cause, kind in _OF_ERRORS if isinstance(error, cause)), None)
    if kind is None:
        raise error
    extra = _now(error) if isinstance(error, FormerError) else {}
    return _told(kind, str(error), extra), {"Retry-After": "1"} if kind == "busy" else {}


def _now(error: FormerError) -> dict[str, Any]:
    """Return what the statements of a former id tell now."""
    statements = [{"id": each.statement_id, "utterances": list(each.utterances)} for each in error.named]
    return {"statements": statements, "utterances": list(error.both)}


def _told(kind: str, detail: str, extra: Mapping[str, Any]) -> dict[str, Any]:
    known = KINDS[kind]
    return {"type": f"/v1/problems/{kind}", "title": known.title, "status": known.status, "detail": detail, **extra}


def _wrong(error: Mapping[str, Any]) -> dict[str, str]:
    """Return which parameter is wrong and why; never the value itself, which may be long or secret."""
    where, *path = error["loc"]
    return {"in": str(where), "name": ".".join(map(str, path)), "detail": str(error["msg"])}
