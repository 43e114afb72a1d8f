"""The queue that somebody works through: found once, then walked, so that every step is quick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlencode
from weakref import WeakKeyDictionary

from onrecord.present.web.room import Room
from onrecord.query import Filter
from onrecord.query.doubt import Doubtful, queue
from onrecord.query.judged import standings
from onrecord.record import Status
from onrecord.store import Store

LASTS = timedelta(minutes=5)
"""How long a queue is walked before it is found anew."""
_MOST_QUEUES = 50
_ASKED = ("words", "speaker", "outlet", "since", "until", "actor", "outlet_name")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which statements are to be judged: a filter, as a part of the address."""

    wanted: Filter
    query: str


def asked(told: str) -> Asked:
    """Return what the query of an address, or a form's field, asks for; what it does not know is left out."""
    pairs: dict[str, Any] = {name: value for name, value in parse_qsl(told) if name in _ASKED and value}
    return Asked(Filter(everything=True, **pairs), urlencode(sorted(pairs.items())))


_held: WeakKeyDictionary[Store, dict[str, tuple[datetime, tuple[Doubtful, ...]]]] = WeakKeyDictionary()
_lock = Lock()


def walked(room: Room, of: Asked, *, fresh: bool = False) -> tuple[Doubtful, ...]:
    """Return the queue: as it was found a short while ago, unless a `fresh` one is wanted."""
    now = room.clock()
    with _lock:
        queues = _held.setdefault(room.store, {})
        found = queues.get(of.query)
        if found is not None and not fresh and now - found[0] < LASTS:
            return found[1]
    made = queue(room.store, of.wanted)
    with _lock:
        while len(queues) >= _MOST_QUEUES:
            del queues[next(iter(queues))]
        queues[of.query] = now, made
    return made


def after(room: Room, of: Asked, statement_id: str | None) -> str | None:
    """Return the next statement of the queue that nobody has settled, None where none is left."""
    for fresh in (False, True):
        ids = [each.id for each in walked(room, of, fresh=fresh)]
        at = ids.index(statement_id) + 1 if statement_id in ids else 0
        standing: Mapping[str, Status] = standings(room.store, ids)
        for each in [*ids[at:], *ids[:at]]:
            if standing.get(each) in (Status.OPEN, Status.CORRECTED) and each != statement_id:
                return each
    return None


def before(room: Room, of: Asked, statement_id: str) -> str | None:
    """Return the statement before this one in the queue, settled or not; None before the first."""
    ids = [each.id for each in walked(room, of)]
    return ids[ids.index(statement_id) - 1] if statement_id in ids[1:] else None
