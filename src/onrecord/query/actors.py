"""Who is on record: actors across documents, with their names, roles, doubts and judgements."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, func, or_, select

from onrecord.errors import MissingError, SettingsError
from onrecord.query.filter import check_limit
from onrecord.query.ids import begins
from onrecord.query.keyset import cursor, place
from onrecord.query.roll import Enrolled, named, one, roll
from onrecord.record import ActorKind, Candidate, Judgement, MetName, MetRole
from onrecord.store import Store
from onrecord.store import judgements as log
from onrecord.store.identities import candidates_of
from onrecord.store.schema import actors as local
from onrecord.store.schema import candidates, documents, identities, members, mentions

CHUNK = 200
"""Actors looked up at once."""


@dataclass(frozen=True, slots=True)
class ActorFilter:
    """Conditions that an actor must all meet; None asks nothing.

    `name` are words of its name across documents or of a name it was met with, compared as in
    :class:`onrecord.query.Filter`. With `doubtful`, only actors who may be somebody else too: those that have
    candidates. `limit` is the most actors wanted. Raises SettingsError for a value that is none of these.
    """

    name: str | None = None
    kind: ActorKind | None = None
    doubtful: bool = False
    limit: int | None = None

    def __post_init__(self) -> None:
        check_limit(self.limit)
        if self.kind is not None and self.kind not in list(ActorKind):
            raise SettingsError(f"kind is {self.kind!r}; give one of {', '.join(ActorKind)}")


@dataclass(frozen=True, slots=True)
class Listed:
    """An actor across documents. `statements` and `documents` count those in which it speaks or is named as relay.

    `reason` says what joins its members; `authority` is the id by which the authority knows it (a Wikidata QID).
    """

    id: str
    kind: ActorKind
    name: str
    authority: str | None
    reason: str
    statements: int
    documents: int
    names: tuple[MetName, ...]
    roles: tuple[MetRole, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An actor of one document that an actor across documents is made of: its id and names there.

    `machine` is the id of the actor with whom the machine alone would put it.
    """

    id: str
    name: str
    document_id: str
    outlet: str | None
    title: str | None
    published: str | None
    machine: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """An actor across documents with its members and the judgements that shaped it, each with its number in the log."""

    listed: Listed
    members: tuple[Member, ...]
    judgements: tuple[tuple[int, Judgement], ...]


def actors(store: Store, wanted: ActorFilter | None = None) -> tuple[Listed, ...]:
    """Return the actors that meet `wanted`, those with most statements first."""
    wanted = wanted or ActorFilter()
    with store.reading() as connection:
        found = list(islice(_chosen(store, connection, wanted), wanted.limit))
        parts = (found[at : at + CHUNK] for at in range(0, len(found), CHUNK))
        return tuple(each for part in parts for each in _listed(connection, part))


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Some actors in order. `next` asks for those that follow; None where none do."""

    actors: tuple[Listed, ...]
    next: str | None


def actor_page(store: Store, wanted: ActorFilter, *, after: str | None = None, size: int = 50) -> ActorPage:
    """Return the actors that meet `wanted` in the order of :func:`actors`, a page of `size`.

    `after` is the `next` of the page before; `wanted.limit` does not count. Raises SettingsError for a cursor that
    is none.
    """
    begin = place(after, (int, str, str))
    with store.reading() as connection:
        rows = list(islice(_chosen(store, connection, wanted, begin), size + 1))
        following = cursor(rows[size - 1].place) if len(rows) > size else None
        return ActorPage(_listed(connection, rows[:size]), following)


def _chosen(
    store: Store, connection: Connection, wanted: ActorFilter, begin: Sequence[str | int] | None = None
) -> Iterator[Enrolled]:
    """Yield in order those who meet `wanted`, whatever its limit, behind the place `begin`."""
    everybody = roll(store, connection)
    fitting = named(connection, wanted.name) if wanted.name is not None else None
    doubted = set(connection.execute(select(candidates.c.identity_id)).scalars()) if wanted.doubtful else None
    first = bisect_right(everybody, tuple(begin), key=lambda each: each.place) if begin else 0
    for each in islice(everybody, first, None):
        fits = all(asked is None or each.id in asked for asked in (fitting, doubted))
        if fits and wanted.kind in (None, each.kind):
            yield each


def actor(store: Store, prefix: str) -> Portrait:
    """Return the actor whose id begins with `prefix`, or that bears just this name, as a portrait.

    Raises MissingError when none or several do.
    """
    with store.reading() as connection:
        return portrait(connection, identity_id(connection, prefix))


def called(store: Store, identity: str) -> str | None:
    """Return the name of the actor of just this id, None where there is none."""
    with store.reading() as connection:
        name: str | None = connection.execute(select(identities.c.name).where(identities.c.id == identity)).scalar()
        return name


def portrait(connection: Connection, identity: str) -> Portrait:
    """Return the actor of this id as a portrait, as the connection sees the record."""
    found = _listed(connection, [one(connection, identity)])[0]
    ids = connection.execute(select(identities.c.judgements).where(identities.c.id == found.id)).scalar_one()
    made = tuple(pair for pair in log.judged(connection) if pair[1].id in ids)
    return Portrait(found, _members(connection, found.id), made)


def judgements(store: Store) -> list[tuple[int, Judgement]]:
    """Return all judgements with their numbers, in the order in which they were made."""
    with store.reading() as connection:
        return log.judged(connection)


def identity_id(connection: Connection, prefix: str) -> str:
    """Return the id of the one actor across documents that `prefix` begins or names. Raises MissingError without."""
    known = select(identities.c.id).where(identities.c.id == prefix)
    exact = select(identities.c.id).where(identities.c.name == prefix)
    begun = select(identities.c.id).where(begins(identities.c.id, prefix))
    held = select(members.c.identity_id)
    for query in (known, exact, begun):
        ids = connection.execute(query.where(identities.c.id.in_(held)).limit(2)).scalars().all() if prefix else []
        if len(ids) == 1:
            return str(ids[0])
        if ids:
            raise MissingError(f"several actors are meant by {prefix!r}; give the id, with more of its digits")
    raise MissingError(f"no actor's id begins with {prefix!r} and none has this name; list them with: onrecord actors")


def holders(store: Store, subjects: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the actors that hold these subjects of judgements now: members, or whom the machine chose."""
    c = members.c
    named = or_(c.actor_id.in_(subjects), c.machine_id.in_(subjects), c.identity_id.in_(subjects))
    with store.reading() as connection:
        query = select(c.identity_id).where(named).distinct().order_by(c.identity_id)
        return tuple(connection.execute(query).scalars())


def _listed(connection: Connection, found: Sequence[Enrolled]) -> tuple[Listed, ...]:
    """Return these actors with all that lists tell; a few hundred at most."""
    ids = [each.id for each in found]
    c = identities.c
    about = {row.id: row for row in connection.execute(select(c.id, c.authority, c.reason).where(c.id.in_(ids)))}
    names, roles = _names(connection, ids), _roles(connection, ids)
    return tuple(
        Listed(
            each.id,
            ActorKind(each.kind),
            each.name,
            about[each.id].authority,
            about[each.id].reason,
            statements=-each.number,
            documents=each.documents,
            names=names[each.id],
            roles=roles[each.id],
            candidates=candidates_of(connection, each.id),
        )
        for each in found
        if each.id in about
    )


def _names(connection: Connection, ids: Sequence[str]) -> defaultdict[str, tuple[MetName, ...]]:
    """Return how each actor was named in documents, the commonest name first."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    query = select(members.c.identity_id, local.c.name).join(local, local.c.id == members.c.actor_id)
    for identity, name in connection.execute(query.where(members.c.identity_id.in_(ids))):
        found[identity][name] += 1
    told: defaultdict[str, tuple[MetName, ...]] = defaultdict(tuple)
    for identity, names in found.items():
        told[identity] = tuple(MetName(*pair) for pair in sorted(names.items(), key=lambda pair: (-pair[1], pair[0])))
    return told


def _roles(connection: Connection, ids: Sequence[str]) -> defaultdict[str, tuple[MetRole, ...]]:
    """Return the roles that each actor was met with and on which days of publication, the earliest first."""
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    query = (
        select(members.c.identity_id, mentions.c.words, documents.c.published)
        .join(local, local.c.id == members.c.actor_id)
        .join(mentions, mentions.c.actor_id == local.c.id)
        .join(documents, documents.c.id == local.c.document_id)
        .where(mentions.c.kind == "role", members.c.identity_id.in_(ids))
    )
    for identity, role, published in connection.execute(query):
        found[identity].setdefault(role, set()).update({published[:10]} if published else ())
    told: defaultdict[str, tuple[MetRole, ...]] = defaultdict(tuple)
    for identity, roles in found.items():
        met = (MetRole(role, tuple(sorted(days))) for role, days in roles.items())
        told[identity] = tuple(sorted(met, key=lambda role: (role.days[:1] or ("9999",), role.role)))
    return told


def _members(connection: Connection, identity: str) -> tuple[Member, ...]:
    d = documents.c
    query = (
        select(local.c.id, local.c.name, local.c.document_id, d.outlet, d.title, d.published, members.c.machine_id)
        .join(members, members.c.actor_id == local.c.id)
        .join(documents, d.id == local.c.document_id)
        .where(members.c.identity_id == identity)
        .order_by(func.coalesce(d.published, ""), local.c.document_id, local.c.id)
    )
    return tuple(Member(*row) for row in connection.execute(query))
