"""Who can be meant in a document: its own actors, and those known across documents."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from onrecord.errors import MissingError
from onrecord.record import ActorKind
from onrecord.store import Store
from onrecord.store.schema import actors, identities, members


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody who can be named: the id of an actor of a document, or of one across them; name and kind."""

    id: str
    name: str
    kind: ActorKind


def offered(store: Store, document_id: str) -> tuple[Offered, ...]:
    """Return the actors of a document under the names that they have across documents, in order of these."""
    name = func.coalesce(identities.c.name, actors.c.name)
    query = (
        select(actors.c.id, name, actors.c.kind)
        .outerjoin(members, members.c.actor_id == actors.c.id)
        .outerjoin(identities, identities.c.id == members.c.identity_id)
        .where(actors.c.document_id == document_id)
        .order_by(name, actors.c.id)
    )
    with store.reading() as connection:
        return tuple(Offered(row[0], row[1], ActorKind(row[2])) for row in connection.execute(query))


def named(store: Store, document_id: str, name: str) -> Offered | None:
    """Return whom a name means: an actor of the document, else the one known across documents; None for nobody.

    Raises MissingError where several across documents have this name and the document has none of them.
    """
    here = [each for each in offered(store, document_id) if each.name == name]
    if here:
        return here[0]
    held = select(members.c.identity_id)
    query = select(identities.c.id, identities.c.name, identities.c.kind).where(identities.c.name == name)
    with store.reading() as connection:
        found = connection.execute(query.where(identities.c.id.in_(held)).limit(2)).all()
    if len(found) > 1:
        raise MissingError(f"several are called {name!r} in other articles; give the id of the one who is meant")
    return Offered(found[0].id, found[0].name, ActorKind(found[0].kind)) if found else None
