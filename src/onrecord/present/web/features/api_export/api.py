"""``/v1/export``: statements as files, streamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import Field

from onrecord.present.export import formats
from onrecord.present.rest.statement_query import StatementQuery
from onrecord.present.web.room import Opened
from onrecord.query.walk import walk

api = APIRouter(tags=["export"])

TYPES: Mapping[str, tuple[str, str]] = {
    "jsonl": ("application/jsonl", "statements.jsonl"),
    "statements-jsonl": ("application/jsonl", "statements.jsonl"),
    "csv": ("text/csv; charset=utf-8", "statements.csv"),
    "csv-raw": ("text/csv; charset=utf-8", "statements.csv"),
}
"""Of each format the media type and the name that a browser gives the file."""

_PIECE = 64 * 1024
"""Bytes sent at once, as far as lines allow: a piece for every line would cost more than making it."""


class ExportQuery(StatementQuery):
    """Conditions that statements must all meet, and in what format they are wanted."""

    format: Literal["jsonl", "statements-jsonl", "csv", "csv-raw"] = Field(
        "jsonl",
        description="jsonl: everything; statements-jsonl: a line for each article, offsets of the source; "
        "csv: for spreadsheets, nothing taken for a formula; csv-raw: nothing escaped.",
    )
    limit: int | None = Field(None, ge=1, le=2**53, description="The most statements wanted.")


_CONTENT = {media: {"schema": {"type": "string"}} for media in ("application/jsonl", "text/csv")}


@api.get("/export", response_class=StreamingResponse, responses={200: {"content": _CONTENT}})
def export(request: Request, room: Opened, asked: Annotated[ExportQuery, Query()]) -> Response:
    """Send the statements that meet all conditions, one a line, as they are found: never all of them in memory."""
    media_type, name = TYPES[asked.format]
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    wanted = asked.filter(asked.limit)
    if request.scope.get("onrecord.head"):
        return Response(None, headers=headers, media_type=media_type)
    found = pieces(formats.lines(room.store, wanted, asked.format, walk))
    # What fails at once is told as a problem: once the answer has begun, it can only be broken off.
    first = next(found)
    return StreamingResponse(chain([first], found), headers=headers, media_type=media_type)


def pieces(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield the bytes of lines in pieces of a size that is worth sending; only one of them is in memory."""
    piece = bytearray()
    for line in lines:
        piece += (line + "\n").encode("utf-8", "backslashreplace")
        if len(piece) >= _PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)
