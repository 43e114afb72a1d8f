"""Who is who across the documents of a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection

from onrecord.record import Appearance, Identity
from onrecord.store import identities as kept
from onrecord.store import judgements, verdicts


def identify(connection: Connection) -> None:
    """Leave in the record who each of its actors is across documents, as the machine and as people judge it.

    Statements that people judged are then found under the names that their speakers have now.
    """
    judged, machine, speaking = chosen(connection)
    kept.keep(connection, judged, machine, speaking)
    verdicts.settle(connection)


def chosen(connection: Connection) -> tuple[tuple[Identity, ...], tuple[Identity, ...], kept.Bodies]:
    """Return the identities of the record's actors with judgements, and those that the machine chose.

    And for which bodies each may speak, by its id.
    """
    from onrecord.resolve.authority import authority  # only who identifies pays for its lists
    from onrecord.resolve.identity import Identities, bodies

    found = Identities(authority())
    found.add(_appearances(connection))
    made = [judgement for _, judgement in judgements.of_actors(connection)]
    machine = found.all()
    judged = found.all(made) if made else machine
    known = {one.id: one for one in machine} | {one.id: one for one in judged}
    return judged, machine, bodies(known.values(), authority())


def _appearances(connection: Connection) -> Iterator[Appearance]:
    from onrecord.resolve.identity import company_of

    for appearance, named in kept.appearances(connection):
        yield replace(appearance, company=company_of(appearance.name, named))
