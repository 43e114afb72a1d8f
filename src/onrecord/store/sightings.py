"""What a capture's arrival asks for: nothing, a further sighting, or a document made from it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.record import Capture
from onrecord.store.nouns import met
from onrecord.store.rows import sighting_id
from onrecord.store.schema import captures, documents, sightings


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done about a capture that arrives.

    `source` is the capture, in the manner of its first sighting, that a document is to be made
    from, None when the record has it. `new` tells whether the bytes are. `reason` is for the ledger.
    """

    source: Capture | None
    new: bool
    reason: str | None = None


def rank(capture: Capture) -> tuple[int, str, str, str]:
    """Return the order of sightings: the first of a capture's gives its document the user's metadata.

    The one of which most was said comes first, so that reading an input again with --outlet counts;
    then by locator and article. The order does not depend on which was met first.
    """
    given = capture.given
    said = (given.outlet, given.published, given.url, given.charset, given.language, capture.declared_charset)
    return -sum(value is not None for value in said), capture.locator, capture.article, sighting_id(capture)


def plan(connection: Connection, capture: Capture, made_by: str) -> Plan:
    """Return what is to be done about `capture` by a pipeline that signs `made_by`."""
    if connection.execute(select(captures.c.id).where(captures.c.id == capture.id)).first() is None:
        return Plan(capture, new=True)
    rows = connection.execute(select(sightings).where(sightings.c.capture_id == capture.id)).mappings()
    known = sorted((met(row, capture.data, capture.media_type) for row in rows), key=rank)
    first = min(known[0], capture, key=rank)
    query = select(documents.c.made_by, documents.c.quotations).where(documents.c.capture_id == capture.id)
    signed, quotations = connection.execute(query).first() or (None, None)
    if signed != made_by:
        return Plan(first, new=False, reason=f"made anew: the record held what {signed} made of it")
    if quotations is None:
        return Plan(first, new=False, reason="made anew: the record held no account of its quotations")
    if any(rank(sighting) == rank(capture) for sighting in known):
        return Plan(None, new=False, reason="read before")
    source = first if rank(first) < rank(known[0]) else None
    return Plan(source, new=False, reason=f"same bytes as {known[0].locator}")
