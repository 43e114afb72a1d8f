"""Nodes in the record: actors of documents that are one without comparison, counted once and for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.store.alignments import number_of
from onrecord.store.schema import actors, identification, members, named, node_keys, nodes, vacated

CHUNK = 500
"""Rows asked for at once."""


@dataclass(frozen=True, slots=True)
class State:
    """Up to which change, and up to which judgement, it is known who is who, and by what."""

    number: int = 0
    judged: int = 0
    made_by: str = ""


@dataclass(slots=True)
class Counted:
    """A node as the record counts it.

    `keys` are those by which nodes are compared, `family` is the family name alone of one that has none. `first` are
    the ids of its first actors, `names` and `roles` tell how often each name was met and on which days each role.
    All its actors are of the identity `identity_id`, None where that differs or is not known. Of `size` 0 nothing
    else holds: it is to be counted anew.
    """

    id: str
    signature: str
    keys: list[str]
    family: str | None
    size: int
    first: list[str]
    names: dict[str, int]
    roles: dict[str, list[str]]
    identity_id: str | None = None


def state(connection: Connection) -> State:
    """Return how far it is known who is who."""
    c = identification.c
    row = connection.execute(select(c.number, c.judged, c.made_by)).first()
    return State(*row) if row else State()


def reached(connection: Connection, state: State) -> None:
    """Note how far it is known who is who."""
    told = {"number": state.number, "judged": state.judged, "made_by": state.made_by}
    query = upsert(identification).values(id=1, **told)
    connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=told))


def clear(connection: Connection) -> None:
    """Forget all nodes: they are counted anew from the first change on."""
    connection.execute(delete(nodes))


def leave(connection: Connection, document_id: str) -> None:
    """Note that the actors of a document are about to go: the nodes that they are in are to be counted anew."""
    within = select(named.c.node_id).join(actors, actors.c.id == named.c.actor_id)
    ids = connection.execute(within.where(actors.c.document_id == document_id).distinct()).scalars().all()
    for part in _chunks(sorted(ids)):
        connection.execute(nodes.update().where(nodes.c.id.in_(part)).values(size=0))
    for column in (members.c.identity_id, members.c.machine_id):
        of = select(column).join(actors, actors.c.id == members.c.actor_id).where(actors.c.document_id == document_id)
        connection.execute(upsert(vacated).from_select(["identity_id"], of.distinct()).on_conflict_do_nothing())


def take_vacated(connection: Connection) -> set[str]:
    """Return the identities of which an actor went with its document, and forget them."""
    found = set(connection.execute(select(vacated.c.identity_id)).scalars())
    connection.execute(delete(vacated))
    return found


def stale(connection: Connection) -> list[str]:
    """Return the ids of the nodes that are to be counted anew, sorted."""
    return list(connection.execute(select(nodes.c.id).where(nodes.c.size == 0).order_by(nodes.c.id)).scalars())


def counted(connection: Connection, ids: Iterable[str]) -> dict[str, Counted]:
    """Return the nodes of these ids."""
    found: dict[str, Counted] = {}
    for part in _chunks(sorted(set(ids))):
        for row in connection.execute(select(nodes).where(nodes.c.id.in_(part))):
            found[row.id] = Counted(*row)
    return found


def keep(connection: Connection, one: Counted) -> None:
    """Leave a node in the record, in place of one of its id."""
    row = {name: getattr(one, name) for name in Counted.__dataclass_fields__}
    query = upsert(nodes).values(row)
    told = {name: value for name, value in row.items() if name != "id"}
    connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=told))
    connection.execute(delete(node_keys).where(node_keys.c.node_id == one.id))
    rows = [{"key": key, "node_id": one.id} for key in sorted(set(_numbers(one)))]
    if rows:
        connection.execute(insert(node_keys), rows)


def _numbers(one: Counted) -> Iterator[int]:
    """Yield the numbers under which a node is found: by its keys, the family names in these, or that alone."""
    for key in one.keys:
        yield number_of(f"key {key}")
        kind, _, family = key.partition(":")
        if len(kind) <= 1:
            yield number_of(f"bearer {family}")
    if one.family is not None:
        yield number_of(f"short {one.family}")


def belong(connection: Connection, node_id: str, identity_id: str | None) -> None:
    """Note of which identity all actors of a node are, None where they are of several."""
    connection.execute(nodes.update().where(nodes.c.id == node_id).values(identity_id=identity_id))


def remove(connection: Connection, node_id: str) -> None:
    """Take away a node that no actor is in."""
    connection.execute(delete(nodes).where(nodes.c.id == node_id))


def found(connection: Connection, kind: str, words: Iterable[str]) -> list[str]:
    """Return the ids of the nodes found by these keys ("key"), family names ("bearer") or these alone ("short")."""
    numbers, ids = sorted({number_of(f"{kind} {each}") for each in words}), set[str]()
    for part in _chunks(numbers):
        ids.update(connection.execute(select(node_keys.c.node_id).where(node_keys.c.key.in_(part))).scalars())
    return sorted(ids)


def enter(connection: Connection, homes: dict[str, str]) -> None:
    """Note of actors in which node each is."""
    rows = [{"actor_id": actor, "node_id": node} for actor, node in sorted(homes.items())]
    if rows:
        connection.execute(insert(named), rows)


def actors_in(connection: Connection, node_ids: Iterable[str]) -> list[str]:
    """Return the ids of the actors in these nodes, sorted."""
    found: list[str] = []
    for part in _chunks(sorted(set(node_ids))):
        found += connection.execute(select(named.c.actor_id).where(named.c.node_id.in_(part))).scalars()
    return sorted(found)


def nodes_of(connection: Connection, actor_ids: Iterable[str]) -> dict[str, str]:
    """Return in which node each of these actors is, for those that are in one."""
    found: dict[str, str] = {}
    for part in _chunks(sorted(set(actor_ids))):
        rows = connection.execute(select(named.c.actor_id, named.c.node_id).where(named.c.actor_id.in_(part)))
        found |= {row.actor_id: row.node_id for row in rows}
    return found


def nodes_meant(connection: Connection, subject: str) -> list[str]:
    """Return the nodes that the subject of a judgement stands for: an actor's, or one that the machine chose for."""
    ids = nodes_of(connection, [subject]).values()
    if ids:
        return list(ids)
    chosen = select(named.c.node_id).join(members, members.c.actor_id == named.c.actor_id)
    return list(connection.execute(chosen.where(members.c.machine_id == subject).distinct()).scalars())


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + CHUNK] for at in range(0, len(values), CHUNK))
