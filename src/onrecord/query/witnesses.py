"""Which documents are one witness: those that owe most of their words to one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from onrecord.record import DescentKind
from onrecord.store.schema import descents
from onrecord.text.groups import groups

CHUNK = 200
"""Documents asked for at once."""

MOST = 2000
"""Documents that are followed from those asked for, at most: texts reprinted more often than that are rare."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Of what a document is a witness: `family` is the least id of the documents that share its text.

    `origin` is the document that it descends from, None for a text of its own.
    """

    family: str
    origin: str | None = None


def witnesses(connection: Connection, document_ids: Iterable[str]) -> dict[str, Witness]:
    """Return for each document of which text it is a witness.

    A document that owes half of its own words or more to another one is no witness beside it.
    """
    from onrecord.align.lineage.families import OWN_REPORT  # numpy takes 0.1 s to import: only who asks pays

    wanted = sorted(set(document_ids))
    pairs = kin(connection, wanted, least=OWN_REPORT)
    tied = groups({*wanted, *(each for pair in pairs for each in pair)}, pairs, least=1)
    family = {each: group[0] for group in tied for each in group}
    return {each: Witness(family[each], pairs_of(pairs, each)) for each in wanted}


def pairs_of(pairs: Iterable[tuple[str, str]], document_id: str) -> str | None:
    """Return the least document that this one descends from, None without any."""
    return min((origin for document, origin in pairs if document == document_id), default=None)


def kin(
    connection: Connection, document_ids: Iterable[str], *, least: float = 0.0, deep: bool = True
) -> set[tuple[str, str]]:
    """Return the pairs of document and origin that lead from these documents to all that share their text.

    `least` is the share of its own words that a document must owe to the other. Without `deep` only pairs with these
    documents are told, not those of their relatives with others.
    """
    if not deep:
        return _pairs(connection, sorted(set(document_ids)), least)
    seen, fresh, pairs = set[str](), set(document_ids), set[tuple[str, str]]()
    while fresh and len(seen) < MOST:
        seen |= fresh
        found = _pairs(connection, sorted(fresh), least)
        pairs |= found
        fresh = {each for pair in found for each in pair} - seen
    return pairs


def _pairs(connection: Connection, ids: list[str], least: float) -> set[tuple[str, str]]:
    c, found = descents.c, set[tuple[str, str]]()
    for at in range(0, len(ids), CHUNK):
        part = ids[at : at + CHUNK]
        query = select(c.document_id, c.origin_id).where(or_(c.document_id.in_(part), c.origin_id.in_(part)))
        query = query.where(c.kind != DescentKind.EVENT.value, c.of_document >= least)
        found.update((row[0], row[1]) for row in connection.execute(query))
    return found
