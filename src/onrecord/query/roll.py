"""Everybody who is on record, in the order of lists: kept in memory as long as the record stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from onrecord.store import Store, fulltext
from onrecord.store.schema import actors, identities, members, statements

_NAME = 80
"""Characters of a name that lists are in order of."""


class Enrolled(NamedTuple):
    """An actor across documents; `number` are its statements, counted below zero so that most come first."""

    number: int
    name: str
    id: str
    kind: str
    documents: int

    @property
    def place(self) -> tuple[int, str, str]:
        """The actor's place in lists: a long name counts by its beginning, so that a cursor stays short."""
        return self.number, self.name[:_NAME], self.id


@dataclass(frozen=True, slots=True)
class Roll:
    """All actors in order, and by id what each is called in documents where that is not its name."""

    actors: tuple[Enrolled, ...]
    called: dict[str, set[str]]

    def named(self, asked: str) -> set[str]:
        """Return the ids of those who have a name that holds the words `asked`, compared as the index compares."""
        terms = [term.strip('"*').casefold() for term in asked.split()]
        sure = [term for term in terms if term.isascii() and term.isalnum()]
        names = {one.id: {one.name, *self.called.get(one.id, ())} for one in self.actors}
        # An index over all names takes seconds; few have the letters. A name with a mark may have them without it.
        some = {name for found in names.values() for name in found if _may(name, sure)}
        fitting = set(fulltext.matching(sorted(some), asked))
        return {each for each, found in names.items() if not fitting.isdisjoint(found)}


def _may(name: str, sure: list[str]) -> bool:
    return not name.isascii() or all(term in name.casefold() for term in sure)


def roll(store: Store, connection: Connection) -> Roll:
    """Return the roll of the record as a connection of ``store.reading()`` sees it, or a later one."""
    # Numpy takes 0.1 s to import: only who lists actors pays.
    from onrecord.query.selection import remembered

    found: Roll = remembered(store.columns(connection), ("roll",), lambda: _roll(connection))
    return found


def _roll(connection: Connection) -> Roll:
    spoken = (
        select(members.c.identity_id, func.count(), func.count(statements.c.document_id.distinct()))
        .join(statements, statements.c.actor_id == members.c.actor_id)
        .group_by(members.c.identity_id)
    )
    counts = {row[0]: (row[1], row[2]) for row in connection.execute(spoken)}
    c = identities.c
    known = connection.execute(select(c.id, c.name, c.kind).where(c.id.in_(select(members.c.identity_id)))).all()
    met = (
        select(members.c.identity_id, actors.c.name)
        .join(actors, actors.c.id == members.c.actor_id)
        .join(identities, c.id == members.c.identity_id)
        .where(actors.c.name != c.name)
    )
    called: dict[str, set[str]] = {}
    for identity, name in connection.execute(met):
        called.setdefault(identity, set()).add(name)
    rows = (Enrolled(-counts.get(i, (0, 0))[0], name, i, kind, counts.get(i, (0, 0))[1]) for i, name, kind in known)
    return Roll(tuple(sorted(rows, key=lambda one: one.place)), called)
