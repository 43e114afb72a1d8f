"""Positions: where actors stand on issues, each answer with its statements; and where positions meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, FromClause, Select, case, func, select

from onrecord.classify import is_public
from onrecord.errors import MissingError, SettingsError
from onrecord.query.actors import identity_id
from onrecord.query.filter import check_days, check_limit
from onrecord.query.ids import begins
from onrecord.query.statements import published_within
from onrecord.record import Stance, StatementType, Status
from onrecord.record.position import CommonGround, Position, Stand, common_ground, ordered
from onrecord.store import Store
from onrecord.store.fullest import fullest_of
from onrecord.store.issues import overruling, untouched
from onrecord.store.schema import (
    documents,
    identities,
    issues,
    members,
    statement_issues,
    statements,
    tellings,
    verdicts,
)

LEAST = 2
"""Actors whose common ground can be asked for at least."""


@dataclass(frozen=True, slots=True)
class PositionFilter:
    """Conditions that the statements of positions must all meet; None asks nothing.

    `actors` and `issues` are ids, first digits of ids, or whole names. `since` and `until` are days of publication, as
    in :class:`onrecord.query.Filter`. `min_confidence` is the least probability that a statement is right, `outlet` the
    whole name of one. `limit` is the most positions wanted. Raises SettingsError for a value that is none.
    """

    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    min_confidence: float | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        check_days(self.since, self.until)
        check_limit(self.limit)
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise SettingsError(f"min_confidence is {self.min_confidence}; give a probability from 0 to 1")


@dataclass(frozen=True, slots=True)
class Side:
    """Actors that are asked for as one: a government by its head, its ministers and its own name."""

    names: tuple[str, ...]
    actors: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called: the names of its actors."""
        return " and ".join(self.names)


def positions(store: Store, wanted: PositionFilter | None = None) -> tuple[Position, ...]:
    """Return the positions that meet `wanted`, those resting on most passages first, then by actor and issue.

    Raises MissingError for an actor or an issue that is none.
    """
    asked = wanted or PositionFilter()
    with store.reading() as connection:
        found = list(_positions(connection, asked))
    found.sort(key=lambda p: (-len(p.counted), p.actor, p.issue, p.actor_id, p.issue_id))
    return tuple(found[: asked.limit])


def common_grounds(
    store: Store, sides: Sequence[str], wanted: PositionFilter | None = None
) -> tuple[CommonGround, ...]:
    """Return what the positions of these sides are to one another on each issue on which all of them have one.

    A side is an actor, or several parted by commas that count as one. Those issues come first on which most was said.
    Raises SettingsError for fewer than two sides or one actor on two sides, MissingError for an actor that is none.
    """
    asked = wanted or PositionFilter()
    with store.reading() as connection:
        known = [side(connection, words) for words in dict.fromkeys(sides)]
        _check(known)
        of_issue: dict[str, list[Position]] = defaultdict(list)
        for each in known:
            for position in _united(each, _positions(connection, asked, each.actors)):
                of_issue[position.issue_id].append(position)
    shared = [found for found in of_issue.values() if len(found) == len(known)]
    shared.sort(key=lambda found: (-sum(len(p.counted) for p in found), found[0].issue, found[0].issue_id))
    return tuple(common_ground(found) for found in shared)


def side(connection: Connection, words: str) -> Side:
    """Return the side that `words` name: an actor, or several parted by commas. Raises MissingError for one of none."""
    ids = tuple(dict.fromkeys(identity_id(connection, word.strip()) for word in words.split(",") if word.strip()))
    if not ids:
        raise SettingsError(f"{words!r} names no actor")
    query = select(identities.c.id, identities.c.name).where(identities.c.id.in_(ids))
    names = {row.id: row.name for row in connection.execute(query)}
    return Side(tuple(names[each] for each in ids), ids)


def _check(sides: Sequence[Side]) -> None:
    if len(sides) < LEAST:
        raise SettingsError(f"{len(sides)} sides were given; give {LEAST} or more different ones")
    met: set[str] = set()
    for side in sides:
        if met & set(side.actors):
            raise SettingsError(f"{side.name!r} has an actor that another side has too")
        met |= set(side.actors)


def _united(side: Side, found: Iterator[Position]) -> Iterator[Position]:
    """Yield the positions of a side's actors as one a issue."""
    of_issue: dict[str, list[Position]] = defaultdict(list)
    for position in found:
        of_issue[position.issue_id].append(position)
    for issue_id, several in of_issue.items():
        stands = ordered([stand for position in several for stand in position.stands])
        yield Position(side.actors[0], side.name, issue_id, several[0].issue, stands)


def _positions(connection: Connection, wanted: PositionFilter, actors: Sequence[str] = ()) -> Iterator[Position]:
    machine = _query(connection, wanted, actors, statement_issues).where(untouched())
    judged = _query(connection, wanted, actors, overruling())
    of_pair: dict[tuple[str, str], dict[str, Stand]] = defaultdict(dict)
    names: dict[str, str] = {}
    for row in chain(connection.execute(machine), connection.execute(judged)):
        if is_public(row.stated):
            of_pair[row.actor_id, row.issue_id].setdefault(row.id, _stand(row))
            names[row.actor_id], names[row.issue_id] = row.actor, row.issue
    for (actor, issue), stands in of_pair.items():
        yield Position(actor, names[actor], issue, names[issue], ordered(list(stands.values())))


def _stand(row: Any) -> Stand:  # noqa: ANN401 (a row of the query)
    chance = row.confidence * (row.chance * (row.stance_chance if row.stance_chance is not None else 1.0))
    return Stand(
        statement_id=row.id,
        stance=Stance(row.stance) if row.stance else Stance.NEUTRAL,
        type=StatementType(row.type) if row.type else None,
        utterance_id=row.utterance_id or row.id,
        fullest_id=row.fullest_id or row.id,
        day=row.said_start or (row.published[:10] if row.published else None),
        outlet=row.outlet,
        conditional=bool(row.conditional),
        hypothetical=bool(row.hypothetical),
        confidence=round(chance, 4),
    )


def _query(connection: Connection, wanted: PositionFilter, actors: Sequence[str], about: FromClause) -> Select[Any]:
    """Return the statements asked for with who speaks, on what, and their values as people judged them.

    `about` tells what they are about: the machine's table, or what people gave in its place.
    """
    s, v, told = statements.c, verdicts.c, about.c
    utterance = select(func.min(tellings.c.utterance_id)).where(tellings.c.statement_id == s.id).scalar_subquery()
    most = fullest_of(s.id)
    # As judged where anything was: what people took away, as a speaker or a day, is not the machine's again.
    judged = {name: case((v.statement_id.is_(None), s[name]), else_=v[name]) for name in (*_JUDGED, "actor_id")}
    values = [judged[name].label(name) for name in _JUDGED]
    query = (
        select(s.id, s.confidence, told.issue_id, told.chance, told.stance, told.stance_chance, *values)
        .add_columns(identities.c.id.label("actor_id"), identities.c.name.label("actor"), issues.c.name.label("issue"))
        .add_columns(
            documents.c.published, documents.c.outlet, utterance.label("utterance_id"), most.label("fullest_id")
        )
        .join(about, told.statement_id == s.id)
        .join(issues, issues.c.id == told.issue_id)
        .join(documents, documents.c.id == s.document_id)
        .outerjoin(verdicts, v.statement_id == s.id)
        .join(members, members.c.actor_id == judged["actor_id"])
        .join(identities, identities.c.id == members.c.identity_id)
        .where(func.coalesce(v.status, "") != Status.REJECTED.value)
        .where(*published_within(wanted.since, wanted.until))
    )
    ids = actors or [identity_id(connection, word) for word in wanted.actors]
    if ids:
        query = query.where(identities.c.id.in_(ids))
    if wanted.issues:
        query = query.where(told.issue_id.in_([issue_id(connection, word) for word in wanted.issues]))
    if wanted.outlet is not None:
        query = query.where(documents.c.outlet == wanted.outlet)
    if wanted.min_confidence is not None:
        query = query.where(s.confidence >= wanted.min_confidence)
    return query.order_by(s.id)


_JUDGED = ("type", "conditional", "hypothetical", "said_start", "stated")
"""Columns of which the verdicts hold what people judged."""


def issue_id(connection: Connection, word: str) -> str:
    """Return the id of the one issue that `word` names or whose id it begins. Raises MissingError without."""
    c = issues.c
    exact = select(c.id).where(c.name == word)
    begun = select(c.id).where(begins(c.id, word))
    for query in (exact, begun):
        ids = connection.execute(query.limit(2)).scalars().all() if word else []
        if len(ids) == 1:
            return str(ids[0])
        if ids:
            raise MissingError(f"several issues are meant by {word!r}; give the id, with more of its digits")
    raise MissingError(f"no issue has the name or id {word!r}; list them with: onrecord issues")
