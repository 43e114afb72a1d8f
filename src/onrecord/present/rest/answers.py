"""Answers of the API: JSON with an entity tag and links."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel

from onrecord.present.rest.conditional import check_match, tag_of, unchanged
from onrecord.present.rest.encoding import encoded

JSON = "application/json"
FRESH = "private, no-cache"
"""Cache-Control of every answer: keep it, but ask each time whether it still holds (RFC 9111, 5.2.2)."""


def body_of(content: BaseModel) -> bytes:
    """Return the bytes that represent `content`."""
    return encoded(content.model_dump(by_alias=True))


def answer(
    request: Request, content: BaseModel, *, links: Mapping[str, str] | None = None, media_type: str = JSON
) -> Response:
    """Return `content` as JSON with its ETag; 304 where the client has it, 412 where its If-Match does not hold.

    `links` are targets by relation (RFC 8288), added to one to the API's description.
    """
    body = body_of(content)
    tag = tag_of(body)
    headers = {"ETag": tag, "Cache-Control": FRESH, "Link": _links(links or {})}
    check_match(request, tag)
    if unchanged(request, tag):
        return Response(None, 304, headers)
    return Response(body, headers=headers, media_type=media_type)


def elsewhere(address: str) -> Response:
    """Return that what was asked for is at another address: for now, since it may get the old one again."""
    return Response(None, 307, {"Location": address, "Cache-Control": FRESH, "Link": _links({})})


def done(content: BaseModel) -> Response:
    """Return what a change led to, as JSON. It is told once, so it has no entity tag."""
    return Response(body_of(content), headers={"Cache-Control": "no-store"}, media_type=JSON)


def _links(links: Mapping[str, str]) -> str:
    told = {**links, "service-desc": "/v1/openapi.json"}
    return ", ".join(f'<{target}>; rel="{relation}"' for relation, target in told.items())


def link_to_next(request: Request, cursor: str | None) -> str | None:
    """Return the address of the next page: this one's with `cursor` as ``after``; None behind the last."""
    if cursor is None:
        return None
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f"{request.url.path}?{urlencode([*asked, ('after', cursor)])}"


def page_links(request: Request, following: str | None) -> dict[str, str]:
    """Return the links of a page of a list: its first page, and the next one where there is one."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    first = request.url.path + (f"?{urlencode(asked)}" if asked else "")
    return {"first": first, **({"next": following} if following else {})}
