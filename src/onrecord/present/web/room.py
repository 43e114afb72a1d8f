"""The room itself: the record that is open, who may do what, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from onrecord.present.web.access import Access
from onrecord.store import Store


def utc_now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Room:
    """What every request works with: the open `store`, who has `access`, and the `clock`."""

    store: Store
    access: Access = field(default_factory=Access)
    clock: Callable[[], datetime] = utc_now

    def now(self) -> str:
        """Return the time as judgements are dated, ISO 8601 in UTC."""
        return self.clock().isoformat(timespec="microseconds")


def room_of(request: Request) -> Room:
    """Return the room that a request is made in; a dependency of FastAPI."""
    room: Room = request.app.state.room
    return room


Opened: TypeAlias = Annotated[Room, Depends(room_of)]
"""A parameter of a route that is given the room."""
