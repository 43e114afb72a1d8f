"""Who may do what: everybody on this machine alone; elsewhere those who hold a token."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from fastapi import HTTPException, Request


class Role(IntEnum):
    """What somebody may do, each one what those before may too: read, judge, administer."""

    READER = 1
    REVIEWER = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True)
class Access:
    """Tokens with their roles. Without any, everybody may do everything: the room is then bound to loopback alone."""

    tokens: Mapping[str, Role] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """Whether no token is needed."""
        return not self.tokens

    def role_of(self, token: str) -> Role | None:
        """Return the role of a token, None if it is none; in a time that tells nothing of the tokens."""
        found = None
        for known, role in self.tokens.items():
            if hmac.compare_digest(known.encode(), token.encode()):
                found = role
        return found


COOKIE = "onrecord_token"
"""The cookie in which a browser keeps the token that it was given at /enter."""


def needs(role: Role) -> Callable[[Request], None]:
    """Return a dependency of FastAPI that lets nobody below `role` pass: 401 without a token, 403 with a lesser one."""

    def check(request: Request) -> None:
        access: Access = request.app.state.room.access
        if access.open:
            return
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        token = given.strip() if scheme.casefold() == "bearer" else request.cookies.get(COOKIE, "")
        held = access.role_of(token)
        if held is None:
            raise HTTPException(401, "a token is needed", {"WWW-Authenticate": "Bearer"})
        if held < role:
            raise HTTPException(403, f"the role {role.name.lower()} is needed; this token has {held.name.lower()}")

    return check
