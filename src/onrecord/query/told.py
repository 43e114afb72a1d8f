"""What alignment knows of statements, as people judged them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from onrecord.classify import is_public
from onrecord.record import ACTOR_FIELDS, Actor, ActorKind, Field, Identity, Statement, Status, Told
from onrecord.store import nouns, verdicts
from onrecord.store.schema import identities, members, statements

if TYPE_CHECKING:
    from onrecord.align.told import Who

CHUNK = 200
"""Statements loaded at once."""


def told_of_documents(connection: Connection, document_ids: Sequence[str]) -> dict[str, Told]:
    """Return what is told by each statement of these documents that is to be aligned, by id."""
    query = select(statements.c.id).where(statements.c.document_id.in_(document_ids))
    return told_of(connection, connection.execute(query.order_by(statements.c.id)).scalars().all())


def told_of(connection: Connection, ids: Sequence[str], *, everything: bool = False) -> dict[str, Told]:
    """Return what is told by each of these statements, as people judged it, by id.

    Those that people rejected, and attributions that are likely no public statements, are not told; with
    `everything` they are.
    """
    found: dict[str, Told] = {}
    for at in range(0, len(ids), CHUNK):
        found |= _told(connection, ids[at : at + CHUNK], everything)
    return found


def _told(connection: Connection, ids: Sequence[str], everything: bool) -> dict[str, Told]:
    held = verdicts.held(connection, ids)
    machine = nouns.statements_by_id(connection, ids)
    shown = machine | {key: each.statement for key, each in verdicts.present(connection, machine, held).items()}
    if not everything:
        rejected = {key for key, each in held.items() if each.status is Status.REJECTED}
        shown = {key: each for key, each in shown.items() if key not in rejected and is_public(each.stated)}
    from onrecord.align.told import told  # numpy takes 0.1 s to import: only who asks pays

    who = _who(connection, shown, {key: held[key].corrections for key in shown if key in held})
    of: defaultdict[str, list[str]] = defaultdict(list)
    for key, statement in shown.items():
        of[statement.attribution.document_id].append(key)
    found: dict[str, Told] = {}
    for document_id, keys in of.items():
        document = nouns.document_of(connection, document_id)
        if document is not None:
            made = told(document, [shown[key] for key in keys], who)
            # A correction of the words gives a statement another id; it is known by that of what the machine found.
            found |= {key: replace(one, statement_id=key) for key, one in zip(keys, made, strict=True)}
    return found


def _who(connection: Connection, shown: Mapping[str, Statement], corrections: Mapping[str, Mapping[Field, Any]]) -> Who:
    """Return who the actors of statements are across documents, those that people named by another's included."""
    from onrecord.align.told import Who

    anchors: dict[str, str] = {actor.id: actor.id for each in shown.values() for actor in each.actors}
    for key, made in corrections.items():
        anchors |= dict(_anchored(shown[key], made))
    known, speaking = _identities(connection, set(anchors.values()))
    return Who({actor: known[anchor] for actor, anchor in anchors.items() if anchor in known}, speaking)


def _anchored(statement: Statement, made: Mapping[Field, Any]) -> Iterable[tuple[str, str]]:
    for field in ACTOR_FIELDS:
        actor: Actor | None = getattr(statement, field.value)
        value = made.get(field)
        if actor is not None and value and value.get("actor"):
            yield actor.id, value["actor"]


def _identities(
    connection: Connection, actor_ids: Iterable[str]
) -> tuple[dict[str, Identity], dict[str, frozenset[str]]]:
    """Return the identities by the ids of actors, and by their own the bodies for which they may speak."""
    c, found, speaking = identities.c, dict[str, Identity](), dict[str, frozenset[str]]()
    query = select(members.c.actor_id, c.id, c.name, c.kind, c.bodies).join(identities, c.id == members.c.identity_id)
    ids = sorted(actor_ids)
    for at in range(0, len(ids), CHUNK):
        for row in connection.execute(query.where(members.c.actor_id.in_(ids[at : at + CHUNK]))):
            found[row.actor_id] = Identity(row.id, ActorKind(row.kind), row.name, (row.actor_id,))
            speaking[row.id] = frozenset(row.bodies or ())
    return found, speaking
