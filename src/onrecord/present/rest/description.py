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
        "statements": {
            "type": "array",
            "description": "Of which an id was made that is no longer one, each with the utterances that it tells now.",
            "items": {
                "type": "object",
                "properties": {"id": _FIELD, "utterances": {"type": "array", "items": _FIELD}},
                "required": ["id", "utterances"],
            },
        },
        "utterances": {"type": "array", "description": "Those that tell both, if several do.", "items": _FIELD},
    },
    "required": ["type", "title", "status", "detail"],
}
_ALWAYS = ("401", "403", "413", "421", "500", "503")
"""Statuses that every address may answer with."""


_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of what is judged, as it was seen. Without it the answer is 428.",
    "schema": {"type": "string"},
    "example": '"d1f0a7c8e0b6d2b5a4c3f2e1d0c9b8a7"',
}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "ETags that the client has: where one still holds, the answer is 304.",
    "schema": {"type": "string"},
}


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
    """Add the answers and conditions that routes do not name, and let the summary be the first sentence."""
    operation["summary"] = operation["description"].split(". ")[0].split(": ")[0].rstrip(".")
    answers, plain = operation["responses"], "application/json" in operation["responses"]["200"].get("content", {})
    also = [*_ALWAYS, *(["404"] if "{" in path or "404" in answers else []), "422"]
    also += ["400", "412", "428"] if method == "post" else ["412"] if plain else []
    for status in also:
        answers[status] = _problem(status)
    if method == "get" and plain:
        answers["304"] = {"description": "The client has it already (If-None-Match)."}
    parameters = operation.setdefault("parameters", [])
    parameters += [_IF_MATCH] if method == "post" else [_IF_NONE_MATCH] if plain else []


def _problem(status: str) -> dict[str, Any]:
    kinds = {name: kind for name, kind in KINDS.items() if kind.status == int(status)}
    name, title = next(((f"/v1/problems/{n}", k.title) for n, k in kinds.items()), ("about:blank", "Bad Request"))
    content = {
        "schema": {"$ref": "#/components/schemas/Problem"},
        "example": {"type": name, "title": title, "status": int(status), "detail": "…"},
    }
    told = "; ".join(kind.title for kind in kinds.values()) or "The body cannot be read"
    return {"description": told, "content": {MEDIA_TYPE: content}}
