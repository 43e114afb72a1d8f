"""Who may do what: everybody on this machine alone; elsewhere those who hold a token."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from threading import Lock

from fastapi import Request

from onrecord.present.rest.problems import ProblemError


class Role(IntEnum):
    """What somebody may do, each one what those before may too: read, judge, administer."""

    READER = 1
    REVIEWER = 2
    ADMIN = 3


LEAST_LENGTH = 16
"""Characters of the shortest token that is taken: one that nobody guesses."""

LIFETIME = timedelta(hours=12)
"""How long a browser that signed in stays so."""

_MOST_SESSIONS = 1000


class Sessions:
    """Browsers that signed in, by the secret in their cookie. They are kept in memory: a restart ends them all."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Role, datetime]] = {}
        self._lock = Lock()

    def begin(self, role: Role, now: datetime) -> str:
        """Return the secret of a new session; of too many, the oldest end."""
        secret = secrets.token_urlsafe(32)
        with self._lock:
            self._held = {key: held for key, held in self._held.items() if held[1] > now}
            while len(self._held) >= _MOST_SESSIONS:
                del self._held[next(iter(self._held))]
            self._held[secret] = role, now + LIFETIME
        return secret

    def role_of(self, secret: str, now: datetime) -> Role | None:
        """Return the role of a session, None where there is none or its time is over."""
        with self._lock:
            role, until = self._held.get(secret, (None, now))
        return role if until > now else None

    def end(self, secret: str) -> None:
        """Leave no session of this secret."""
        with self._lock:
            self._held.pop(secret, None)


@dataclass(frozen=True, slots=True)
class Access:
    """Tokens with their roles. Without any, everybody may do everything: the room is then bound to loopback alone."""

    tokens: Mapping[str, Role] = field(default_factory=dict)
    sessions: Sessions = field(default_factory=Sessions)

    @property
    def open(self) -> bool:
        """Whether no token is needed."""
        return not self.tokens

    def role_of(self, token: str) -> Role | None:
        """Return the role of a token, None if it is none; in a time that tells nothing of the tokens."""
        found = None
        for known, role in self.tokens.items():
            if hmac.compare_digest(known.encode(), token.encode("utf-8", "surrogatepass")):
                found = role
        return found


COOKIE = "onrecord_session"
"""The cookie in which a browser keeps the secret of its session; the token itself it never keeps."""


def role_in(request: Request) -> Role | None:
    """Return the role that a request is made in, by its Bearer token or else its cookie; None without either."""
    room = request.app.state.room
    access: Access = room.access
    if access.open:
        return Role.ADMIN
    told = request.headers.get("authorization")
    if told is not None:
        scheme, _, token = told.partition(" ")
        return access.role_of(token.strip()) if scheme.casefold() == "bearer" else None
    return access.sessions.role_of(request.cookies.get(COOKIE, ""), room.clock())


def needs(role: Role) -> Callable[[Request], None]:
    """Return a dependency of FastAPI that lets nobody below `role` pass: 401 without a token, 403 with a lesser one."""

    def check(request: Request) -> None:
        held = role_in(request)
        if held is None:
            raise ProblemError("token", "send a token that this room knows", {"WWW-Authenticate": "Bearer"})
        if held < role:
            raise ProblemError("role", f"the role {role.name.lower()} is needed; this token has {held.name.lower()}")

    return check
