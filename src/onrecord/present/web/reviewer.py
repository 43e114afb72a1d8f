"""Who judges: the name that a browser keeps, by default the user of this machine."""

from __future__ import annotations

import getpass
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import Response

from onrecord.errors import InputError
from onrecord.present.web.room import Room
from onrecord.run.reviewing import Judge

COOKIE = "onrecord_reviewer"
_LONGEST = 100


def name_of(request: Request, room: Room) -> str:
    """Return the name under which a browser judges; "" where it has none and somebody else's machine serves."""
    kept = unquote(request.cookies.get(COOKIE, "")).strip()[:_LONGEST]
    if kept or not room.access.open:
        return kept
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"  # a machine that has no name for its user


def keep(answer: Response, name: str, *, secure: bool) -> None:
    """Let the browser keep this name. Raises InputError for none."""
    told = " ".join(name.split())[:_LONGEST]
    if not told:
        raise InputError("give the name under which you judge")
    answer.set_cookie(COOKIE, quote(told), max_age=31_536_000, httponly=True, samesite="strict", secure=secure)


def judge_of(request: Request, room: Room, reason: str = "", author: str = "") -> Judge:
    """Return who judges now: the `author` of a form that asks for one. Raises InputError where nobody has a name."""
    name = " ".join(author.split())[:_LONGEST] or name_of(request, room)
    if not name:
        raise InputError("give the name under which you judge first: at the top of the review")
    return Judge(name, room.clock().isoformat(timespec="microseconds"), reason)
