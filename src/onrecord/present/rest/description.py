"""The API's description of itself (OpenAPI 3.1)."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from onrecord.present.rest.problems import KINDS, MEDIA_TYPE

DESCRIPTION = """\
What was reported as said: statements with who said them, to whom, when and where, in which exact words, as told by
which outlets, each leading back to the bytes it came from. The record holds what was *reported as said*; it never
says whether it is true.

Lists are paged: follow `next`, which is also a link header (RFC 8288). Single things carry a strong `ETag`; changes
need it in `If-Match`. Every error is a problem (RFC 9457) of one of the kinds at `/v1/problems`. Offsets are half-open
ranges of Unicode code points. Where the room asks for a token, send it as `Authorization: Bearer TOKEN`.
"""

_FIELD = {"type": "string"}
_PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "An error (RFC 9457).",
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "Which kind it is; see /v1/problems."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong this time, in words."},
        "errors": {
            "type": "array",
            "description": "The parameters that are wrong.",
            "items": {
                "type": "object",
                "properties": {"in": _FIELD, "name": _FIELD, "detail": _FIELD},
                "required": ["in", "name", "detail"],
            },
        },
    },
    "required": ["type", "title", "status", "detail"],
}
_ALWAYS = ("401", "403", "413", "421", "500", "503")
"""Statuses that every address may answer with."""


def describe(app: FastAPI) -> None:
    """Leave the app with a description that tells of problems, tokens and conditions too."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            told = plain()
            told["components"].setdefault("schemas", {})["Problem"] = _PROBLEM
            for unused in ("HTTPValidationError", "ValidationError"):
                told["components"]["schemas"].pop(unused, None)
            told["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            told["security"] = [{}, {"token": []}]
            for path, operations in told["paths"].items():
                for method, operation in operations.items():
                    _complete(operation, path, method)
        return app.openapi_schema or {}

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend it


def _complete(operation: dict[str, Any], path: str, method: str) -> None:
    """Add the answers that the routes themselves do not name, and let the summary be the first sentence."""
    operation["summary"] = operation["description"].split(". ")[0].split(": ")[0].rstrip(".")
    answers = operation["responses"]
    also = [*_ALWAYS, *(["404"] if "{" in path else []), "422"]
    also += ["412", "428"] if method == "post" else ["412"]
    for status in also:
        answers[status] = _problem(status)
    if method == "get" and "application/json" in answers.get("200", {}).get("content", {}):
        answers["304"] = {"description": "The client has it already (If-None-Match)."}


def _problem(status: str) -> dict[str, Any]:
    names = [name for name, kind in KINDS.items() if kind.status == int(status)]
    example = {"type": f"/v1/problems/{names[0]}", "title": KINDS[names[0]].title, "status": int(status), "detail": "…"}
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": "; ".join(KINDS[name].title for name in names),
        "content": {MEDIA_TYPE: {"schema": schema, "example": example}},
    }
