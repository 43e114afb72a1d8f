"""What joins a statement with those of other documents: its issue and stance, its occasion, its utterances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.record import Stance
from onrecord.store.issues import judged_issues
from onrecord.store.schema import issues, occasion_statements, tellings


@dataclass(frozen=True, slots=True)
class About:
    """What a statement is about, and where its speaker stands on that, each with its probability.

    `stance` is None where an earlier version did not tell it.
    """

    issue_id: str
    issue: str
    chance: float
    stance: Stance | None
    stance_chance: float | None


@dataclass(frozen=True, slots=True)
class Joined:
    """What joins a statement with others.

    `about` is None where it is about no issue, `occasion_id` where no other statement tells of its occasion.
    `utterances` are the ids of the passages that it tells, sorted; none where it alone tells them.
    """

    about: About | None = None
    occasion_id: str | None = None
    utterances: tuple[str, ...] = ()


ALONE = Joined()
"""What a statement has that nothing joins with others."""


def joined(connection: Connection, ids: Sequence[str]) -> dict[str, Joined]:
    """Return what joins the statements of these ids with others, those of which something does; a few hundred."""
    about = _about(connection, ids)
    o, t = occasion_statements.c, tellings.c
    query = select(o.statement_id, o.occasion_id).where(o.statement_id.in_(ids))
    occasion = {row.statement_id: row.occasion_id for row in connection.execute(query)}
    told: defaultdict[str, list[str]] = defaultdict(list)
    query = select(t.statement_id, t.utterance_id).where(t.statement_id.in_(ids)).order_by(t.utterance_id)
    for row in connection.execute(query):
        told[row.statement_id].append(row.utterance_id)
    known = about.keys() | occasion.keys() | told.keys()
    return {key: Joined(about.get(key), occasion.get(key), tuple(told.get(key, ()))) for key in known}


def _about(connection: Connection, ids: Sequence[str]) -> dict[str, About]:
    c = judged_issues(ids).c
    query = select(c.statement_id, c.issue_id, issues.c.name, c.chance, c.stance, c.stance_chance)
    rows = connection.execute(query.join(issues, issues.c.id == c.issue_id))
    return {
        row.statement_id: About(
            row.issue_id, row.name, row.chance, Stance(row.stance) if row.stance else None, row.stance_chance
        )
        for row in rows
    }
