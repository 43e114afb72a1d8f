"""What every answer carries, and which requests are turned away before anything is done."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere, no script and no style within a page (Content Security Policy Level 3)."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Safety:
    """Middleware: adds the headers, and refuses foreign hosts and changes asked for by another site's page.

    A page of another site can send a form here, and a name that another site owns can lead here (DNS rebinding):
    so the Host must be one of `hosts`, and where a browser tells the Origin of a change, it must be this site.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app, self.hosts = app, frozenset(host.casefold() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        wrong = self._refused(scope["method"], headers)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                mine = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    mine.setdefault(name, value)
            await send(message)

        app = PlainTextResponse(wrong, 403) if wrong else self.app
        await app(scope, receive, sent)

    def _refused(self, method: str, headers: dict[str, str]) -> str | None:
        host = headers.get("host", "")
        name = urlsplit(f"//{host}").hostname or ""
        if "*" not in self.hosts and name.casefold() not in self.hosts:
            return f"this room does not answer under the name {name!r}"
        if method in _SAFE:
            return None
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and urlsplit(origin).netloc.casefold() != host.casefold():
            return "a page of another site may change nothing here"
        if site is not None and site not in ("same-origin", "none"):
            return "a page of another site may change nothing here"
        return None
