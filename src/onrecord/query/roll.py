"""Everybody who is on record, in the order of lists: kept in memory as long as the record stays as it is."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, and_, func, or_, select, union

from onrecord.store import Store, fulltext, sqlite
from onrecord.store.schema import actors, identities, members, statements, verdicts


class Enrolled(NamedTuple):
    """An actor across documents; `number` are its statements, counted below zero so that most come first."""

    number: int
    name: str
    id: str
    kind: str
    documents: int

    @property
    def place(self) -> tuple[int, str, str]:
        """Its place in the order: a long name counts by its beginning, so that a cursor stays short."""
        return self.number, self.name[:80], self.id


def roll(store: Store, connection: Connection) -> tuple[Enrolled, ...]:
    """Return all actors in order, as a connection of ``store.reading()`` sees the record, or a later one."""
    # Numpy takes 0.1 s to import: only who lists actors pays.
    from onrecord.query.selection import remembered
    from onrecord.query.speaking import speaking

    columns = store.columns(connection)

    def make() -> tuple[Enrolled, ...]:
        c = identities.c
        known = select(c.id, c.name, c.kind).where(c.id.in_(select(members.c.identity_id)))
        spoken = speaking(columns)
        # Reading everybody once may take long, and saves all who ask later: it is never cut off.
        with sqlite.bounded(connection, None):
            rows = connection.execute(known).all()
        counts = (((i, name, kind), spoken.get(i, (0, 0))) for i, name, kind in rows)
        return tuple(sorted(Enrolled(-said, name, i, kind, told) for (i, name, kind), (said, told) in counts))

    found: tuple[Enrolled, ...] = remembered(columns, ("roll",), make)
    return found


def one(connection: Connection, identity: str) -> Enrolled:
    """Return how the actor of this id stands on the roll."""
    c, s, v = identities.c, statements.c, verdicts.c
    name, kind = connection.execute(select(c.name, c.kind).where(c.id == identity)).one()
    its = select(members.c.actor_id).where(members.c.identity_id == identity)
    spoken = union(
        select(s.id, s.document_id).where(s.actor_id.in_(its), s.id.not_in(select(v.statement_id))),
        select(s.id, s.document_id).join(verdicts, v.statement_id == s.id).where(v.actor_id.in_(its)),
    ).subquery()
    count = select(func.count(), func.count(spoken.c.document_id.distinct())).select_from(spoken)
    number, told = connection.execute(count).one()
    return Enrolled(-number, name, identity, kind, told)


def named(connection: Connection, asked: str) -> set[str]:
    """Return the ids of those who have a name that holds the words `asked`, compared as the full-text index does."""
    terms = [term.strip('"*') for term in asked.split()]
    sure = [term for term in terms if term.isascii() and term.isalnum()]
    columns = (actors.c.name, identities.c.name)
    # An index over all names takes seconds; few have the letters. A name with marks may have them without these.
    some = [connection.execute(select(each).where(_may(each, sure)).distinct()).scalars() for each in columns]
    fitting = fulltext.matching(sorted(set().union(*some)), asked)
    found: set[str] = set()
    for at in range(0, len(fitting), CHUNK):
        part = fitting[at : at + CHUNK]
        met = select(members.c.identity_id).join(actors, actors.c.id == members.c.actor_id)
        found.update(connection.execute(met.where(actors.c.name.in_(part))).scalars())
        found.update(connection.execute(select(identities.c.id).where(identities.c.name.in_(part))).scalars())
    return found


CHUNK = 500
"""Names asked for at once."""


def _may(column: Column[str], sure: list[str]) -> ColumnElement[bool]:
    holds = and_(True, *(column.contains(term, autoescape=True) for term in sure))
    return or_(holds, column.op("GLOB")("*[^ -~]*"))
