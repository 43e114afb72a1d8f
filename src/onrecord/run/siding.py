"""Where each statement stands on its issue, in the company of its speaker's others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from onrecord.record import Field, Stance, Statement, StatementType
from onrecord.store import issues as kept
from onrecord.store import nouns
from onrecord.store import verdicts as judged

CHUNK = 500
"""Statements loaded at once."""

Alone = tuple[float, float]
"""The probabilities that a statement by itself supports, and that it opposes."""

Types = Mapping[StatementType, float] | None
"""The type that a person gave a statement, as sure; None where nobody did."""

_SPEAKERS = """SELECT s.id, coalesce(m.identity_id, v.actor_id, s.actor_id, s.id)
FROM statements s LEFT JOIN verdicts v ON v.statement_id = s.id
LEFT JOIN members m ON m.actor_id = coalesce(v.actor_id, s.actor_id)"""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The issue that a statement is about, with the probability of it."""

    issue_id: str
    chance: float


def sided(
    connection: Connection,
    names: Mapping[str, str],
    of: Mapping[str, Assigned],
    known: Mapping[tuple[str, str], Alone],
) -> Iterator[tuple[str, kept.About]]:
    """Yield what each of these statements is about, with its stance.

    `names` are those of the issues by their ids, `known` what statements say by themselves, by their ids and the
    issue's name. Only what is not known is told anew.
    """
    from onrecord.classify.stance import in_company, stance_of

    asked = {key: names[each.issue_id] for key, each in of.items()}
    alone = {key: known[key, name] for key, name in asked.items() if (key, name) in known}
    alone.update(_told(connection, {key: name for key, name in asked.items() if key not in alone}))
    company: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, speaker in connection.connection.cursor().execute(_SPEAKERS):
        if key in of:
            company[of[key].issue_id, speaker].append(key)
    for (issue, _), several in company.items():
        for key, chances in zip(several, in_company([_chances(alone[key]) for key in several]), strict=True):
            yield key, kept.About(issue, of[key].chance, *stance_of(chances), alone[key])


def _chances(alone: Alone) -> dict[Stance, float]:
    supports, opposes = alone
    return {Stance.SUPPORT: supports, Stance.OPPOSE: opposes, Stance.NEUTRAL: max(1 - supports - opposes, 0.0)}


def _told(connection: Connection, asked: Mapping[str, str]) -> Iterator[tuple[str, Alone]]:
    """Yield what statements say by themselves of the issues of these names, to six places."""
    from onrecord.classify.stance import stance_chances

    for key, statement, types in _statements(connection, sorted(asked)):
        chances = stance_chances(statement, asked[key], types)
        yield key, (round(chances[Stance.SUPPORT], 6), round(chances[Stance.OPPOSE], 6))


def _statements(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, Statement, Types]]:
    """Yield statements as people judged them, with their type where a person said it."""
    for at in range(0, len(ids), CHUNK):
        part = ids[at : at + CHUNK]
        machine, held = nouns.statements_by_id(connection, part), judged.held(connection, part)
        shown = judged.present(connection, machine, held)
        for key in part:
            statement = shown[key].statement if key in shown else machine[key]
            said = key in shown and Field.TYPE in held[key].corrections and Field.TYPE not in shown[key].unfit
            yield key, statement, {statement.type: 1.0} if said and statement.type else None
