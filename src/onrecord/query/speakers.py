"""Who speaks on occasions, by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from onrecord.query.tellings import Speaking
from onrecord.store.schema import actors, identities


def speaking(connection: Connection, speakers: dict[str, Iterable[str]]) -> dict[str, tuple[Speaking, ...]]:
    """Return who the speakers of occasions are, by the occasions' ids, in order of name.

    A speaker's id is that of an identity, or of the one actor of a document where nobody knows more.
    """
    wanted = sorted({each for ids in speakers.values() for each in ids})
    known: dict[str, Speaking] = {}
    for table, across in ((actors, False), (identities, True)):
        rows: Any = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(wanted)))
        known |= {row.id: Speaking(row.id if across else None, row.name) for row in rows}
    found = {key: [known[each] for each in ids if each in known] for key, ids in speakers.items()}
    return {key: tuple(sorted(who, key=lambda one: (one.name, one.id or ""))) for key, who in found.items()}
