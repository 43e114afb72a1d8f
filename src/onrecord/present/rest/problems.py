"""Errors as Problem Details for HTTP APIs (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from onrecord.errors import InputError, OnrecordError, SettingsError

MEDIA_TYPE = "application/problem+json"


def problem(status: int, title: str, detail: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Return a problem as an answer."""
    told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(told, status, dict(headers or {}), media_type=MEDIA_TYPE)


def of_error(error: Exception) -> tuple[int, str, str]:
    """Return status, title and detail of one of onrecord's own errors, by who has to act."""
    if isinstance(error, SettingsError | InputError):
        return 422, "The request asks for something that is not there or not possible", str(error)
    if isinstance(error, OnrecordError):
        return 500, "The record cannot be read or written", str(error)
    raise error


def of_http(error: Exception) -> tuple[int, str, str, Mapping[str, str]]:
    """Return status, title, detail and headers of an HTTP error."""
    if not isinstance(error, HTTPException):
        raise error
    return error.status_code, HTTPStatus(error.status_code).phrase, str(error.detail), error.headers or {}
