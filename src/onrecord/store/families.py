"""Families of documents in the record, kept beside the descents that they follow from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from onrecord.record import Descent, DescentKind, Family
from onrecord.store.schema import alignment, descents, families, family_members, kindred, strays
from onrecord.text.groups import groups

CHUNK = 500
"""Rows asked for at once."""


def are_kept(connection: Connection) -> bool:
    """Return whether the record keeps its families; one of an earlier version does from its next run on."""
    return bool(connection.execute(select(alignment.c.families)).scalar())


def begin(connection: Connection) -> None:
    """Note that the record keeps its families from now on, and take away those that it has."""
    for table in (family_members, families, kindred, strays):
        connection.execute(delete(table))
    connection.execute(update(alignment).values(families=True))


def descent_of(row: Any) -> Descent:  # noqa: ANN401 (a row of descents or family_members)
    """Return the descent that a row tells."""
    return Descent(row.document_id, row.origin_id, DescentKind(row.kind), row.of_document, row.of_origin)


def row_of(one: Descent) -> dict[str, Any]:
    """Return the row of descents or family_members that tells a descent."""
    return {
        "origin_id": one.origin_id,
        "document_id": one.document_id,
        "kind": one.kind.value,
        "of_document": one.of_document,
        "of_origin": one.of_origin,
    }


def related(connection: Connection) -> list[str]:
    """Return the documents that share text with others, sorted."""
    c = descents.c
    found = set[str]()
    for row in connection.execute(select(c.document_id, c.origin_id).where(c.kind != DescentKind.EVENT.value)):
        found |= {row.document_id, row.origin_id}
    return sorted(found)


def pairs(connection: Connection, document_ids: Iterable[str]) -> list[Descent]:
    """Return the descents of these documents and from them that rest on common text."""
    c, found = descents.c, dict[tuple[str, str], Descent]()
    for part in _chunks(sorted(set(document_ids))):
        query = select(descents).where(or_(c.document_id.in_(part), c.origin_id.in_(part)))
        for row in connection.execute(query.where(c.kind != DescentKind.EVENT.value)):
            found[row.document_id, row.origin_id] = descent_of(row)
    return [found[key] for key in sorted(found)]


def leave(connection: Connection, document_id: str) -> None:
    """Take away the families of the documents that are tied to one that is about to go, until they are told anew."""
    held = _groups_of(connection, [document_id])
    rows = [{"document_id": each} for each in _members(connection, held.values()) if each != document_id]
    _forget(connection, held.values())
    for row in rows:
        connection.execute(insert(strays).prefix_with("OR IGNORE"), row)


def regroup(connection: Connection, document_ids: Iterable[str]) -> Iterator[list[str]]:
    """Yield the documents that share text, by group, which these documents are in or were in; note who is in which.

    The documents are those of which descents changed. The families of these groups are taken away.
    """
    left = set(connection.execute(select(strays.c.document_id)).scalars())
    connection.execute(delete(strays))
    changed = {*document_ids, *left}
    around = changed | {each for pair in pairs(connection, changed) for each in (pair.document_id, pair.origin_id)}
    before = _groups_of(connection, around)
    touched = {*around, *_members(connection, before.values())}
    _forget(connection, before.values())
    tied = groups(touched, ((pair.document_id, pair.origin_id) for pair in pairs(connection, touched)))
    after = {each: group[0] for group in tied for each in group}
    before = _groups_of(connection, touched)
    for part in _chunks(sorted(each for each in before if before[each] != after.get(each))):
        connection.execute(delete(kindred).where(kindred.c.document_id.in_(part)))
    rows = [{"document_id": each, "group_id": after[each]} for each in sorted(after) if before.get(each) != after[each]]
    if rows:
        connection.execute(insert(kindred), rows)
    yield from tied


def keep(connection: Connection, group_id: str, found: Sequence[Family]) -> None:
    """Leave the families of a group in the record."""
    for one in found:
        row = {"origin_id": one.origin_id, "group_id": group_id, "agency": one.agency, "size": len(one.documents)}
        connection.execute(insert(families), row)
        connection.execute(insert(family_members), [row_of(each) for each in one.descents])


def kept(connection: Connection) -> Mapping[str, Family]:
    """Return all families by the ids of their origins."""
    told: dict[str, list[Descent]] = {}
    c = family_members.c
    for row in connection.execute(select(family_members).order_by(c.origin_id, c.document_id)):
        told.setdefault(row.origin_id, []).append(descent_of(row))
    rows = connection.execute(select(families.c.origin_id, families.c.agency).order_by(families.c.origin_id))
    return {row.origin_id: Family(row.origin_id, row.agency, tuple(sorted(told[row.origin_id]))) for row in rows}


def _forget(connection: Connection, group_ids: Iterable[str]) -> None:
    for part in _chunks(sorted(set(group_ids))):
        connection.execute(delete(families).where(families.c.group_id.in_(part)))


def _groups_of(connection: Connection, document_ids: Iterable[str]) -> dict[str, str]:
    c, found = kindred.c, dict[str, str]()
    for part in _chunks(sorted(document_ids)):
        rows = connection.execute(select(c.document_id, c.group_id).where(c.document_id.in_(part)))
        found |= {row.document_id: row.group_id for row in rows}
    return found


def _members(connection: Connection, group_ids: Iterable[str]) -> list[str]:
    found: list[str] = []
    for part in _chunks(sorted(set(group_ids))):
        found += connection.execute(select(kindred.c.document_id).where(kindred.c.group_id.in_(part))).scalars()
    return sorted(found)


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[at : at + CHUNK] for at in range(0, len(values), CHUNK))
