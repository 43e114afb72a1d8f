"""Articles of one event side by side: who tells what, what is told otherwise, what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, func, or_, select

from onrecord.errors import MissingError, SettingsError
from onrecord.query.compared import Comparable, Comparison
from onrecord.query.rows import cells_of
from onrecord.query.statements import headings
from onrecord.query.told_once import rows_of
from onrecord.record import Descent
from onrecord.store import Store
from onrecord.store.families import descent_of
from onrecord.store.schema import descents, statements, tellings

LEAST, MOST = 2, 6
"""Articles that can be compared at once."""

ROWS = 300
"""Rows of a comparison at most, those that most of the articles tell first."""

CANDIDATES = 50
"""Articles that are told as comparable at most, those that share most first."""


def compare(store: Store, document_ids: Sequence[str]) -> Comparison:
    """Return two to six articles side by side, in the order given.

    Rows that most of them tell come first, then in order of the text of the first article that tells them. Raises
    SettingsError for fewer or more articles, MissingError for one that is none.
    """
    ids = list(dict.fromkeys(document_ids))
    if not LEAST <= len(ids) <= MOST:
        raise SettingsError(f"{len(ids)} articles were given; give {LEAST} to {MOST} different ones")
    with store.reading() as connection:
        articles = headings(connection, ids)
        for each in ids:
            if each not in articles:
                raise MissingError(f"there is no document {each}; list them with: onrecord documents")
        found = rows_of(connection, ids)
        rows = tuple(cells_of(connection, ids, found[:ROWS]))
        c = descents.c
        query = select(descents).where(c.document_id.in_(ids), c.origin_id.in_(ids))
        pairs = connection.execute(query.order_by(c.document_id, c.origin_id))
        related = tuple(descent_of(row) for row in pairs)
    return Comparison(tuple(articles[each] for each in ids), rows, related, len(found))


def candidates(store: Store, document_id: str) -> tuple[Comparable, ...]:
    """Return the articles that a document may be compared with, those that share most utterances with it first.

    They report the same event, descend from one another, or tell the same. At most CANDIDATES.
    """
    with store.reading() as connection:
        related = _related(connection, document_id)
        shared = _sharing(connection, document_id)
        ids = sorted({*related, *shared}, key=lambda each: (-shared[each], each))[:CANDIDATES]
        articles = headings(connection, ids)
    return tuple(Comparable(articles[each], related.get(each), shared[each]) for each in ids)


def _related(connection: Connection, document_id: str) -> dict[str, Descent]:
    c = descents.c
    query = select(descents).where(or_(c.document_id == document_id, c.origin_id == document_id))
    pairs = map(descent_of, connection.execute(query.order_by(c.document_id, c.origin_id).limit(1000)))
    return {pair.origin_id if pair.document_id == document_id else pair.document_id: pair for pair in pairs}


def _sharing(connection: Connection, document_id: str) -> Counter[str]:
    """Return how many utterances each other document tells that this one tells."""
    own = select(tellings.c.utterance_id).join(statements).where(statements.c.document_id == document_id)
    number = func.count(tellings.c.utterance_id.distinct())
    query = (
        select(statements.c.document_id, number)
        .select_from(tellings)
        .join(statements, statements.c.id == tellings.c.statement_id)
        .where(tellings.c.utterance_id.in_(own), statements.c.document_id != document_id)
        .group_by(statements.c.document_id)
        .order_by(number.desc(), statements.c.document_id)
    )
    return Counter({row[0]: row[1] for row in connection.execute(query.limit(CANDIDATES))})
