"""What alignment left, derived again part by part, and compared."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from onrecord.query.relatives import gathered
from onrecord.query.told import told_of_documents
from onrecord.run.aligner import Shipped
from onrecord.run.aligning import is_current
from onrecord.run.cache import Cache
from onrecord.run.findings import Finding
from onrecord.run.neighbourhood import Neighbourhood, digests_of
from onrecord.store import alignments, families
from onrecord.store.schema import documents
from onrecord.text.groups import groups

CHUNK = 100
"""Documents looked at together."""


def alignment_findings(connection: Connection) -> Iterator[Finding]:
    """Yield what the record says otherwise of occasions, utterances and links than its statements give.

    Each part is gathered anew, and of each statement it is checked that it was aligned as it now is. That no two
    parts belong together follows from these, since pairs are compared when either changes; it is not compared again.
    Nothing where changes were not yet followed: the next run does.
    """
    aligner = Shipped()
    if not is_current(connection, aligner.made_by):
        return
    yield from _stale(connection)
    yield from _families(connection)
    neighbourhood = Neighbourhood(connection, aligner, Cache())
    for part in alignments.parts(connection):
        ids = alignments.in_parts(connection, [part])
        made = neighbourhood.part(ids)
        expected, kept = (
            alignments.rows_of(made.occasions, made.utterances, made.links),
            alignments.kept(connection, ids),
        )
        for table in sorted(expected):
            if expected[table] != kept[table]:
                yield Finding(
                    "statement", ids[0], f"the {table} of it and those aligned with it are not what they give"
                )


def _families(connection: Connection) -> Iterator[Finding]:
    """Yield of which documents the families are not what their descents give."""
    related = families.related(connection)
    tied = groups(related, ((pair.document_id, pair.origin_id) for pair in families.pairs(connection, related)))
    made = {one.origin_id: one for group in tied for one in gathered(connection, group)}
    kept = families.kept(connection)
    for key in sorted(made.keys() | kept.keys()):
        if made.get(key) != kept.get(key):
            yield Finding("document", key, "its family is not what the descents give")


def _stale(connection: Connection) -> Iterator[Finding]:
    every = connection.execute(select(documents.c.id).order_by(documents.c.id)).scalars().all()
    for at in range(0, len(every), CHUNK):
        part = every[at : at + CHUNK]
        now = digests_of(connection, told_of_documents(connection, part))
        before = {key: one.digest for key, one in alignments.known_of_documents(connection, part).items()}
        for key in sorted(now.keys() | before.keys()):
            if now.get(key) != before.get(key):
                yield Finding("statement", key, "it is not aligned as it now is")
