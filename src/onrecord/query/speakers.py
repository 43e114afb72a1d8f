"""Who speaks on occasions and in utterances, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, case, func, select

from onrecord.query.tellings import Speaking
from onrecord.store.schema import actors, identities, members, statements, tellings, verdicts


def telling(connection: Connection, utterance_ids: Collection[str]) -> dict[str, tuple[Speaking, ...]]:
    """Return who speaks in the tellings of utterances, as people judged them, by the utterances' ids, by name."""
    s, v = statements.c, verdicts.c
    actor = case((v.statement_id.is_(None), s.actor_id), else_=v.actor_id)
    query = (
        select(tellings.c.utterance_id, func.coalesce(members.c.identity_id, actor).label("speaker"))
        .join(statements, s.id == tellings.c.statement_id)
        .outerjoin(verdicts, v.statement_id == s.id)
        .outerjoin(members, members.c.actor_id == actor)
        .where(tellings.c.utterance_id.in_(utterance_ids))
        .distinct()
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in connection.execute(query):
        if row.speaker is not None:
            found[row.utterance_id].append(row.speaker)
    return speaking(connection, {key: found[key] for key in utterance_ids})


def speaking(connection: Connection, speakers: Mapping[str, Iterable[str]]) -> dict[str, tuple[Speaking, ...]]:
    """Return who speakers are, who are given by the ids of occasions or utterances, by these, in order of name.

    A speaker's id is that of an identity, or of the one actor of a document where nobody knows more.
    """
    wanted = sorted({each for ids in speakers.values() for each in ids})
    known: dict[str, Speaking] = {}
    for table, across in ((actors, False), (identities, True)):
        rows: Any = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(wanted)))
        known |= {row.id: Speaking(row.id if across else None, row.name) for row in rows}
    found = {key: [known[each] for each in ids if each in known] for key, ids in speakers.items()}
    return {key: tuple(sorted(who, key=lambda one: (one.name, one.id or ""))) for key, who in found.items()}
