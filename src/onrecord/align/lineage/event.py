"""Whether two documents report the same event, whatever their words."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import blake2b

from onrecord.align.lineage.order import likeliest_origin
from onrecord.align.lineage.prose import Prose
from onrecord.align.lineage.topic import nearness
from onrecord.record import Descent, DescentKind

DAYS = 1
"""Days that may lie between two reports of one event: the evening's and the next morning's."""
NEAR = 0.45
"""How near two topics are from which documents of the same days report one event (decision 0021)."""
KEYS = 8
"""Words of a topic by which documents of one event are found."""


def same_event(a: Prose, b: Prose) -> Descent | None:
    """Return that the two documents report the same event, None where they do not or where days are not known.

    They do where they were published on the same day or the next and are about the same: rare names and words that
    both tell often and early. The answer depends on these two alone, and not on their order.
    """
    when_a, when_b = day(a), day(b)
    if when_a is None or when_b is None or abs((when_a - when_b).days) > DAYS or nearness(a.topic, b.topic) < NEAR:
        return None
    origin = likeliest_origin((a, b))
    later = b if origin is a else a
    return Descent(later.document_id, origin.document_id, DescentKind.EVENT, 0.0, 0.0)


def event_keys(told: Prose) -> tuple[int, ...]:
    """Return numbers of 63 bits by which documents of the same event are found: the day with each of the first words.

    Two documents whose days are next to one another share the key of a word that both have. None without a day.
    """
    when = day(told)
    if when is None:
        return ()
    days = [(when + timedelta(days=later)).isoformat() for later in range(DAYS + 1)]
    return tuple(sorted(_key(f"{each} {code}") for code in told.topic.codes[:KEYS].tolist() for each in days))


def day(told: Prose) -> date | None:
    """Return the day on which it was published as it tells it, None where it does not."""
    return date.fromisoformat(told.published[:10]) if told.published else None


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1
