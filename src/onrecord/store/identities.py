"""Identities in the record: what they are made from, and keeping what was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, or_, select, update

from onrecord.record import ActorKind, Appearance, Candidate, Identity
from onrecord.store import changes, fulltext
from onrecord.store.schema import actors, candidates, documents, identities, members, mentions, named, statements


def appearances(connection: Connection) -> Iterator[tuple[Appearance, frozenset[str]]]:
    """Yield every actor of the record as an appearance without its company, and the names in its document's text.

    Actors that an earlier version kept have the names and roles that they were met with, and no company.
    """
    roles = _roles(connection)
    texts = {row.id: row for row in connection.execute(_documents())}
    for row in connection.execute(select(actors).order_by(actors.c.id)):
        yield _appearance(row, roles, texts)


def appearances_of(connection: Connection, actor_ids: Iterable[str]) -> Iterator[tuple[Appearance, frozenset[str]]]:
    """Yield these actors as :func:`appearances` does."""
    ids = sorted(set(actor_ids))
    for at in range(0, len(ids), CHUNK):
        part = ids[at : at + CHUNK]
        rows = connection.execute(select(actors).where(actors.c.id.in_(part)).order_by(actors.c.id)).all()
        roles = _roles(connection, part)
        of = {row.document_id for row in rows}
        texts = {row.id: row for row in connection.execute(_documents().where(documents.c.id.in_(of)))}
        yield from (_appearance(row, roles, texts) for row in rows)


def unnamed(connection: Connection, document_ids: Iterable[str]) -> list[str]:
    """Return the actors of these documents that no node holds, sorted."""
    ids, found = sorted(set(document_ids)), list[str]()
    query = select(actors.c.id).outerjoin(named, named.c.actor_id == actors.c.id).where(named.c.actor_id.is_(None))
    for at in range(0, len(ids), CHUNK):
        found += connection.execute(query.where(actors.c.document_id.in_(ids[at : at + CHUNK]))).scalars()
    return sorted(found)


def _appearance(
    row: Any,  # noqa: ANN401 (a row of the table)
    roles: Mapping[str, tuple[str, ...]],
    texts: Mapping[str, Any],
) -> tuple[Appearance, frozenset[str]]:
    text = texts[row.document_id]
    appearance = Appearance(
        actor_id=row.id,
        document_id=row.document_id,
        kind=ActorKind(row.kind),
        name=row.called or row.name,
        names=tuple(row.forms or ()),
        roles=roles.get(row.id, ()) if row.posts is None else tuple(row.posts),
        outlet=text.outlet,
        day=text.published[:10] if text.published else None,
        language=text.language,
    )
    return appearance, frozenset(text.company or ())


def _documents() -> Any:  # noqa: ANN401 (a select of several columns)
    c = documents.c
    return select(c.id, c.outlet, c.published, c.language, c.company)


def _roles(connection: Connection, actor_ids: Sequence[str] | None = None) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    query = select(mentions.c.actor_id, mentions.c.words).where(mentions.c.kind == "role")
    if actor_ids is not None:
        query = query.where(mentions.c.actor_id.in_(actor_ids))
    for row in connection.execute(query.order_by(mentions.c.actor_id, mentions.c.start, mentions.c.end)):
        found[row.actor_id][row.words] = None
    return {actor: tuple(words) for actor, words in found.items()}


def unidentified(connection: Connection) -> bool:
    """Return whether there is an actor of which the record does not say who it is, or somebody whom no actor is.

    Or somebody of whom an earlier version did not tell for which bodies it may speak.
    """
    nobody = select(actors.c.id).outerjoin(members, members.c.actor_id == actors.c.id)
    held = select(members.c.identity_id).union(select(members.c.machine_id))
    left = select(identities.c.id).where(identities.c.id.not_in(held))
    untold = select(identities.c.id).where(identities.c.bodies.is_(None))
    asked = (nobody.where(members.c.actor_id.is_(None)), left, untold)
    return any(connection.execute(query.limit(1)).first() is not None for query in asked)


Bodies = Mapping[str, frozenset[str]]
"""By an identity's id the keys of the bodies for which it may speak, where there are any."""


def keep(
    connection: Connection, judged: Iterable[Identity], machine: Iterable[Identity], bodies: Bodies | None = None
) -> None:
    """Leave these identities in the record, in place of all that were there.

    `machine` are those that the machine chose, `judged` those with people's judgements. Statements are then
    found by their speakers' names across documents too.
    """
    before, made = kept(connection), rows_of(list(judged), list(machine), bodies or {})
    named = names(connection)
    for table in (identities, members, candidates):
        _write(connection, table, before[table.name], made[table.name])
    gone = [{"key": one} for one in sorted(before["identities"].keys() - made["identities"].keys())]
    if gone:
        connection.execute(delete(identities).where(identities.c.id == bindparam("key")), gone)
    after = names(connection)
    changed = {actor for actor in after if after[actor] != named.get(actor)}
    _index(connection, changed)
    moved = {actor for actor, row in made["members"].items() if before["members"].get(actor) != row}
    told = {
        one for one, rows in made["identities"].items() if _told_of(before["identities"].get(one)) != _told_of(rows)
    }
    moved |= {actor for actor, [row] in made["members"].items() if row["identity_id"] in told}
    changes.touch(connection, documents_of(connection, moved | changed))


@dataclass(frozen=True, slots=True)
class Made:
    """What is found of some actors: their identities, of these and no others what each may speak for.

    `members` are actors with the ids of their identities, as judged and as the machine chose; `before` are the ids of
    identities that they, or others that are gone, were of.
    """

    identities: Sequence[Identity]
    members: Mapping[str, tuple[str, str]]
    bodies: Bodies
    before: set[str]


def _told_of(rows: list[dict[str, Any]] | None) -> tuple[str, list[str]] | None:
    """Return what alignment knows of an identity besides its name."""
    return (rows[0]["kind"], rows[0]["bodies"]) if rows else None


def follow(connection: Connection, made: Made) -> set[str]:
    """Leave these identities in the record, in place of what is kept of them; return the actors who moved.

    Statements are then found by their speakers' names across documents too. Identities of `before` that nobody is any
    longer are taken away.
    """
    known = {one.id: one for one in made.identities}
    old = {row["id"]: dict(row) for row in _rows_of(connection, identities, "id", known)}
    rows = {key: _row(one, made.bodies.get(key, frozenset())) for key, one in known.items()}
    told = {"identities": {key: [row] for key, row in rows.items()}}
    before: TableRows = {key: [row] for key, row in old.items()}
    _write(connection, identities, before, told["identities"])
    kept_candidates: TableRows = {}
    for row in _rows_of(connection, candidates, "identity_id", known):
        kept_candidates.setdefault(row["identity_id"], []).append(dict(row))
    _write(
        connection,
        candidates,
        kept_candidates,
        {key: found for key, one in known.items() if (found := _candidates(one))},
    )
    told_of = ("kind", "name", "bodies")
    changed = {key for key, row in rows.items() if key in old and any(old[key][n] != row[n] for n in told_of)}
    moved = _move(connection, made.members)
    renamed = set(_members(connection, changed)) | moved
    _index(connection, renamed)
    changes.touch(connection, documents_of(connection, renamed))
    _drop(connection, made.before - known.keys())
    return moved


def held(connection: Connection, node_id: str) -> set[str]:
    """Return the ids of the identities that the actors of a node are of, as judged and as the machine chose."""
    query = select(members.c.identity_id, members.c.machine_id).join(named, named.c.actor_id == members.c.actor_id)
    return {each for row in connection.execute(query.where(named.c.node_id == node_id).distinct()) for each in row}


def _rows_of(connection: Connection, table: Table, column: str, ids: Iterable[str]) -> Iterator[Any]:
    wanted = sorted(ids)
    for at in range(0, len(wanted), CHUNK):
        query = select(table).where(table.c[column].in_(wanted[at : at + CHUNK]))
        yield from connection.execute(query.order_by(*table.primary_key)).mappings()


def _move(connection: Connection, wanted: Mapping[str, tuple[str, str]]) -> set[str]:
    """Leave actors with the identities wanted, as judged and as the machine chose; return those that had others."""
    had = {
        row["actor_id"]: (row["identity_id"], row["machine_id"])
        for row in _rows_of(connection, members, "actor_id", wanted)
    }
    rows = [(actor, *ids) for actor, ids in sorted(wanted.items()) if had.get(actor) != ids]
    if rows:
        sql = "INSERT OR REPLACE INTO members (actor_id, identity_id, machine_id) VALUES (?, ?, ?)"
        connection.exec_driver_sql(sql, rows)
    return {row[0] for row in rows}


def _members(connection: Connection, identity_ids: Iterable[str]) -> Iterator[str]:
    for row in _rows_of(connection, members, "identity_id", identity_ids):
        yield row["actor_id"]


def _drop(connection: Connection, identity_ids: Iterable[str]) -> None:
    """Take away those of these identities that nobody is, nor was for the machine."""
    for key in sorted(identity_ids):
        held = select(members.c.actor_id).where(or_(members.c.identity_id == key, members.c.machine_id == key))
        if connection.execute(held.limit(1)).first() is None:
            connection.execute(delete(identities).where(identities.c.id == key))


def _write(connection: Connection, table: Table, before: TableRows, made: TableRows) -> None:
    """Leave the rows of a table as they are made, touching those that differ; gone identities stay for now."""
    key = _key(table)
    changed = [one for one in sorted(made) if before.get(one) != made[one]]
    old = [one for one in sorted(before) if before[one] != made.get(one)]
    if table is identities:
        # Members point at them: changed rows stay where they are.
        values = [row for one in changed if one in before for row in made[one]]
        changed = [one for one in changed if one not in before]
        if values:
            names = [column.name for column in table.columns if column.name != "id"]
            query = update(table).where(table.c.id == bindparam("key"))
            query = query.values({name: bindparam(f"new_{name}") for name in names})
            rows = [{"key": row["id"], **{f"new_{name}": row[name] for name in names}} for row in values]
            connection.execute(query, rows)
    elif old:
        connection.execute(delete(table).where(table.c[key] == bindparam("key")), [{"key": one} for one in old])
    added = [row for one in changed for row in made[one]]
    if added:
        connection.execute(insert(table), added)


def documents_of(connection: Connection, actor_ids: Iterable[str]) -> list[str]:
    """Return the ids of the documents that these actors are of, each once, in order."""
    ids, found = sorted(actor_ids), set[str]()
    for at in range(0, len(ids), CHUNK):
        query = select(actors.c.document_id).where(actors.c.id.in_(ids[at : at + CHUNK]))
        found.update(connection.execute(query).scalars())
    return sorted(found)


CHUNK = 500
"""Rows asked for at once."""

TableRows = dict[str, list[dict[str, Any]]]
"""The rows of one table, by their identity's id; of members by the actor's."""

Rows = dict[str, TableRows]
"""The rows of each table by its name."""


def rows_of(judged: Sequence[Identity], machine: Sequence[Identity], bodies: Bodies) -> Rows:
    """Return the rows that identities make."""
    chosen = {member: one.id for one in machine for member in one.members}
    found = {one.id: one for one in machine} | {one.id: one for one in judged}
    return {
        "identities": {one.id: [_row(one, bodies.get(one.id, frozenset()))] for one in found.values()},
        "members": {
            member: [{"actor_id": member, "identity_id": one.id, "machine_id": chosen[member]}]
            for one in judged
            for member in one.members
        },
        "candidates": {one.id: rows for one in found.values() if (rows := _candidates(one))},
    }


def kept(connection: Connection) -> Rows:
    """Return the rows that the record has."""
    found: Rows = {}
    for table in (identities, members, candidates):
        key, rows = _key(table), TableRows()
        for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
            rows.setdefault(row[key], []).append(dict(row))
        found[table.name] = rows
    return found


def _key(table: Table) -> str:
    return "actor_id" if table is members else "id" if table is identities else "identity_id"


def _row(one: Identity, bodies: frozenset[str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "name": one.name,
        "authority": one.authority,
        "reason": one.reason,
        "judgements": list(one.judgements),
        "bodies": sorted(bodies),
    }


def _candidates(one: Identity) -> list[dict[str, Any]]:
    best = {each.id: each for each in reversed(one.candidates)}
    return [
        {"identity_id": one.id, "candidate": key, "name": other.name, "score": other.score, "reason": other.reason}
        for key, other in sorted(best.items())
    ]


def names(connection: Connection) -> dict[str, str]:
    """Return by actor the name that it has across documents."""
    query = select(members.c.actor_id, identities.c.name).join(identities, identities.c.id == members.c.identity_id)
    return {row.actor_id: row.name for row in connection.execute(query)}


def name_of(connection: Connection, actor_id: str) -> str | None:
    """Return the name that an actor of a document has across documents."""
    query = select(identities.c.name).join(members, members.c.identity_id == identities.c.id)
    return connection.execute(query.where(members.c.actor_id == actor_id)).scalar()


def _index(connection: Connection, changed: set[str]) -> None:
    """Let statements be found by the names that their speakers now have."""
    query = (
        select(statements.c.id, actors.c.name, identities.c.name.label("known"))
        .join(actors, actors.c.id == statements.c.actor_id)
        .join(members, members.c.actor_id == actors.c.id)
        .join(identities, identities.c.id == members.c.identity_id)
    )
    ids = sorted(changed)
    for at in range(0, len(ids), CHUNK):
        rows = connection.execute(query.where(statements.c.actor_id.in_(ids[at : at + CHUNK]))).all()
        fulltext.name_speakers(connection, {row.id: speaker_words(row.name, row.known) for row in rows})


def speaker_words(name: str, known: str | None) -> str:
    """Return the words that a speaker is found by: the name in the document, and the one across documents."""
    return name if known is None or known == name else f"{known}; {name}"


def candidates_of(connection: Connection, identity_id: str) -> tuple[Candidate, ...]:
    """Return who else an identity may be, best first."""
    c = candidates.c
    query = select(c.candidate, c.name, c.score, c.reason).where(c.identity_id == identity_id)
    return tuple(Candidate(*row) for row in connection.execute(query.order_by(c.score.desc(), c.candidate)))
