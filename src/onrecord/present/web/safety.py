"""What every answer carries, and which requests are turned away before anything is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.present.rest.problems import ProblemError, problem

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere, no script and no style within a page (Content Security Policy Level 3)."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not no-referrer: forms would then tell the Origin "null", as pages of other sites can (Fetch, 3.2).
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_PORTS = {"http": 80, "https": 443}
_AUTHORITY = re.compile(r"(?P<name>\[[0-9a-f:.]{2,45}\]|[a-z0-9_.-]{1,253})(?::(?P<port>[0-9]{1,5}))?", re.IGNORECASE)
"""A host and port as browsers send them (RFC 9110, 7.2): no user, no path, no escapes."""
_SINGLE = ("host", "origin", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "content-length")
"""Headers that decide something here: given twice, the two could be read differently by whoever comes later."""


class Safety:
    """Middleware: adds the headers, and refuses foreign hosts and what another site's page asks for.

    A page of another site can send a form here, and a name that another site owns can lead here (DNS rebinding):
    so the Host must be one of `hosts`; where a browser tells the Origin of a change, it must be this site; and
    where it tells that another site's page asks (Fetch Metadata), nothing but following a link is answered.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app, self.hosts = app, frozenset(_bare(host) for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                mine = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    mine.setdefault(name, value)
            await send(message)

        wrong = self.refusal(scope)
        await (problem(wrong) if wrong else self.app)(scope, receive, sent)

    def refusal(self, scope: Scope) -> ProblemError | None:
        """Return why a request is refused, None where it is not."""
        headers = [(name.decode("latin-1").casefold(), value.decode("latin-1")) for name, value in scope["headers"]]
        told = dict(headers)
        twice = [name for name in _SINGLE if sum(name == given for given, _ in headers) > 1]
        if twice:
            return ProblemError("misdirected", f"the header {twice[0]} is given more than once")
        host = _AUTHORITY.fullmatch(told.get("host", ""))
        if host is None or _bare(host["name"]) not in self.hosts:
            return ProblemError("misdirected", f"this room does not answer under the name {told.get('host', '')!r}")
        changing = scope["method"] not in _SAFE
        if not _from_here(told, changing=changing):
            return ProblemError("foreign", "a page of another site may ask for nothing here")
        if changing and not _same_origin(told.get("origin"), scope.get("scheme", "http"), host):
            return ProblemError("foreign", "a page of another site may change nothing here")
        return None


def _bare(name: str) -> str:
    return name.strip("[]").casefold()


def _from_here(told: Mapping[str, str], *, changing: bool) -> bool:
    """Return whether Fetch Metadata, where told, tells of a page of this site, or of a link that was followed here."""
    site = told.get("sec-fetch-site", "none")
    if site in ("same-origin", "none"):
        return True
    document = told.get("sec-fetch-mode") == "navigate" and told.get("sec-fetch-dest") == "document"
    return document and not changing


def _same_origin(origin: str | None, scheme: str, host: re.Match[str]) -> bool:
    """Return whether an Origin, where told, is that of this site: scheme, name and port. ``null`` never is."""
    if origin is None:
        return True
    theirs, _, authority = origin.casefold().partition("://")
    match = _AUTHORITY.fullmatch(authority)
    if match is None:
        return False
    ports = [int(each["port"] or _PORTS.get(by, 0)) for each, by in ((match, theirs), (host, scheme))]
    return theirs == scheme and _bare(match["name"]) == _bare(host["name"]) and ports[0] == ports[1]


def is_local(address: str) -> bool:
    """Return whether `address` is a path of this site, and nothing that a browser takes for another's.

    Browsers drop tabs and line ends, and read a backslash as a slash (WHATWG URL, 4.4).
    """
    plain = address.isprintable() and "\\" not in address and address.startswith("/") and not address.startswith("//")
    return plain and not urlsplit(address).netloc
