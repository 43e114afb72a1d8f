"""What all requests pass on their way: a bound on their size, HEAD answered like GET, and defects caught."""

from __future__ import annotations

import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.present.rest.problems import ProblemError, problem

MAX_BODY = 2**20
"""Bytes of the largest request: judgements are small, and nothing is uploaded."""

_LOG = logging.getLogger("onrecord.room")


class Failures:
    """Middleware: an error that nothing else answers becomes a problem, and a line with its traceback in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        started = False

        async def sent(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except Exception as error:
            _LOG.exception("%s %r failed", scope.get("method"), scope.get("path"))
            if started or scope["type"] != "http":
                raise
            await problem(ProblemError("internal", f"{type(error).__name__} in onrecord itself"))(scope, receive, send)


class Heads:
    """Middleware: HEAD is answered as GET would be, without the content (RFC 9110, 9.3.2).

    ``scope["onrecord.head"]`` tells a route that nobody will read what it streams.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self.app({**scope, "method": "GET", "onrecord.head": True}, receive, sent)


class Bodies:
    """Middleware: refuses a request of more than `most` bytes, by what it declares and by what it sends."""

    def __init__(self, app: ASGIApp, most: int = MAX_BODY) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        declared = dict(scope["headers"]).get(b"content-length", b"0") if scope["type"] == "http" else b"0"
        wrong = ProblemError("too-large", f"a request may have {self.most} bytes at most")
        if declared.isdigit() and int(declared[:19]) > self.most:
            await problem(wrong)(scope, receive, send)
            return
        met = 0

        async def received() -> Message:
            nonlocal met
            message = await receive()
            met += len(message.get("body", b""))
            if met > self.most:
                raise wrong
            return message

        await self.app(scope, received, send)
