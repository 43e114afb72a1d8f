"""Families gathered from what documents are compared by, and from their descents."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from onrecord.record import Family
from onrecord.store import lineages
from onrecord.store.families import pairs

LEAST = 2
"""Documents of a family at least."""

MEMBERS = 500
"""Members of a family at most: of a text that more documents have, those of the least ids."""


def gathered(connection: Connection, group: Sequence[str]) -> tuple[Family, ...]:
    """Return the families that documents which share text make, at most MEMBERS of them being read."""
    known = lineages.proses(connection, group[:MEMBERS])
    if len(known) < LEAST:
        return ()
    from onrecord.align.lineage import families, unpacked  # numpy takes 0.1 s to import: only who asks pays

    return families({each: unpacked(data) for each, data in known.items()}, pairs(connection, known))
