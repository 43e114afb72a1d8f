"""Entity tags and the conditions put on them (RFC 9110, 8.8.3 and 13.1)."""

from __future__ import annotations

import re

from fastapi import Request

from onrecord.present.rest.problems import ProblemError
from onrecord.record import sha256_hex

_TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')


def tag_of(body: bytes) -> str:
    """Return the strong entity tag of a representation: equal exactly where its bytes are."""
    return f'"{sha256_hex(body)[:32]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Return whether the client has the representation of this tag already (If-None-Match)."""
    told = request.headers.get("if-none-match", "").strip()
    return told == "*" or tag in {found for _, found in _TAG.findall(told)}


def check_match(request: Request, tag: str, *, needed: bool = False) -> None:
    """Raise a problem unless the client's If-Match holds for `tag`: 412; 428 for none where it is `needed`.

    Tags are compared strongly: a weak one never matches.
    """
    told = request.headers.get("if-match")
    if told is None:
        if needed:
            raise ProblemError("precondition", "send the ETag of what you have seen in the header If-Match")
        return
    strong = {found for weak, found in _TAG.findall(told) if not weak}
    if told.strip() != "*" and tag not in strong:
        raise ProblemError("changed", "what you have seen is no longer how it is", {"ETag": tag})
