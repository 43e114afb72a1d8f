"""The address that the reading room is bound to."""

from __future__ import annotations

import errno
import os
import socket as sockets
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from socket import socket

from onrecord.errors import SettingsError

_WRONG = {
    errno.EADDRINUSE: "it is in use; choose another with --port N, or --port 0 for any that is free",
    errno.EACCES: "this user may not bind to it; choose one above 1023 with --port N",
    errno.EADDRNOTAVAIL: "this machine does not have that address; leave --host out, or name one that it has",
}


def is_here(host: str) -> bool:
    """Return whether only this machine reaches `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_wildcard(host: str) -> bool:
    """Return whether `host` stands for all addresses of this machine."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return host == ""


@contextmanager
def bound(host: str, port: int) -> Iterator[socket]:
    """Give a socket bound to a host and port, 0 for any that is free. Raises SettingsError where there can be none."""
    if not 0 <= port <= 65535:
        raise SettingsError(f"--port is {port}; give a number from 0 to 65535")
    try:
        family = sockets.getaddrinfo(host or None, port, type=sockets.SOCK_STREAM, flags=sockets.AI_PASSIVE)[0][0]
        made = sockets.create_server((host, port), family=family, backlog=128)
    except (OSError, UnicodeError) as error:
        why = _WRONG.get(getattr(error, "errno", None) or 0, str(error))
        raise SettingsError(f"the room cannot open at {host}, port {port}: {why}") from error
    # asyncio sends at once only on sockets that name their protocol, which this one does not: a page of two writes
    # would wait 40 ms for the browser's acknowledgement of the first. Accepted connections inherit it.
    made.setsockopt(sockets.IPPROTO_TCP, sockets.TCP_NODELAY, 1)
    # What a restart inherits would keep the port.
    os.set_inheritable(made.fileno(), False)
    with made:
        yield made


def address_of(made: socket) -> str:
    """Return where a browser on this machine finds what is served at a socket."""
    host, port = made.getsockname()[:2]
    if is_wildcard(host):
        host = "127.0.0.1" if made.family is sockets.AF_INET else "::1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
