"""Signing in and out with a browser, where a token is needed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.present.web.access import COOKIE, LIFETIME
from onrecord.present.web.pages import page
from onrecord.present.web.room import Opened
from onrecord.present.web.safety import is_local

entrance = APIRouter(include_in_schema=False)


@entrance.get("/enter")
def ask(request: Request, to: str = "/") -> HTMLResponse:
    """Ask for a token."""
    return asking(request, to)


def asking(request: Request, to: str, *, status: int = 200, wrong: bool = False) -> HTMLResponse:
    """Return the page that asks for a token and leads to the page `to` then; `wrong` where one was refused."""
    return page(request, "room/enter.html", status, to=to if is_local(to) else "/", wrong=wrong)


@entrance.post("/enter")
def enter(
    request: Request,
    room: Opened,
    token: Annotated[str, Form(max_length=1000)],
    to: Annotated[str, Form(max_length=4000)] = "/",
) -> Response:
    """Take a token: the browser gets a cookie that no script can read and no other site's page can send."""
    role = room.access.role_of(token.strip())
    if role is None:
        return asking(request, to, status=403, wrong=True)
    led = RedirectResponse(to if is_local(to) else "/", 303)
    led.set_cookie(
        COOKIE,
        room.access.sessions.begin(role, room.clock()),
        max_age=int(LIFETIME.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return led


@entrance.post("/leave")
def leave(request: Request, room: Opened) -> Response:
    """End the browser's session."""
    room.access.sessions.end(request.cookies.get(COOKIE, ""))
    led = RedirectResponse("/enter", 303)
    led.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return led
