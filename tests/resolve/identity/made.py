"""Appearances made for tests: invented people, each in a document of its own."""

from itertools import count

from onrecord.record import ActorKind
from onrecord.record.identity import Appearance, Identity

_NUMBER = count(1)


def met(
    name: str,
    *roles: str,
    actor: str = "",
    document: str = "",
    kind: ActorKind = ActorKind.PERSON,
    names: tuple[str, ...] = (),
    outlet: str | None = None,
    day: str | None = "2018-04-20",
    company: tuple[str, ...] = (),
) -> Appearance:
    """Return an appearance; ids that are not given are new ones."""
    number = next(_NUMBER)
    return Appearance(
        actor_id=actor or f"actor {number}",
        document_id=document or f"document {number}",
        kind=kind,
        name=name,
        names=names,
        roles=roles,
        outlet=outlet,
        day=day,
        language="en",
        company=frozenset(company),
    )


def of(found: tuple[Identity, ...], actor: str) -> Identity:
    """Return the identity of which an actor is a member."""
    (one,) = (identity for identity in found if actor in identity.members)
    return one
