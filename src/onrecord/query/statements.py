"""Finding statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, TextClause, func, or_, select

from onrecord.classify import LEAST
from onrecord.query.filter import Filter
from onrecord.query.reported import Heading, Known, Reported
from onrecord.record import Statement
from onrecord.store import Store, fulltext, nouns
from onrecord.store.schema import documents, identities, members, sightings, statements

CHUNK = 200
"""Statements loaded at once: between chunks a writer may have its turn."""


def find(store: Store, wanted: Filter | None = None) -> Iterator[Reported]:
    """Yield the statements that meet `wanted`, by time of publication, document and place in it.

    Undated documents come first. Raises StoreError when the record cannot be read.
    """
    with store.reading() as connection:
        ids = connection.execute(_query(wanted or Filter())).scalars().all()
    for chunk in _chunks(ids):
        with store.reading() as connection:
            found = reported(connection, chunk)
        yield from found


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))


def _query(wanted: Filter) -> Select[str]:
    query = select(statements.c.id).join(documents, documents.c.id == statements.c.document_id)
    # Of statements that begin together, as one and who relays it, the one that nobody relays comes first.
    place = (statements.c.start, statements.c.relay_id.is_not(None), statements.c.id)
    order = (func.coalesce(documents.c.published, ""), documents.c.id, *place)
    return query.where(*_conditions(wanted)).order_by(*order).limit(wanted.limit)


def _conditions(wanted: Filter) -> list[ColumnElement[bool] | TextClause]:
    conditions: list[ColumnElement[bool] | TextClause] = []
    asked = fulltext.expression(
        words=wanted.words,
        speaker=wanted.speaker,
        outlet=wanted.outlet,
        relay=wanted.relay,
        addressee=wanted.addressee,
    )
    if asked is not None:
        conditions.append(fulltext.condition(asked))
    conditions += published_within(wanted.since, wanted.until)
    if wanted.form is not None:
        conditions.append(statements.c.form == wanted.form)
    if wanted.act is not None:
        conditions.append(statements.c.act == wanted.act)
    if wanted.min_confidence is not None:
        conditions.append(statements.c.confidence >= wanted.min_confidence)
    if wanted.setting is not None:
        conditions.append(statements.c.setting == wanted.setting)
    if not wanted.everything:
        # What an earlier version read was not told apart: it counts.
        conditions.append(or_(statements.c.stated.is_(None), statements.c.stated >= LEAST))
    return conditions + _said_within(wanted.said_since, wanted.said_until)


def _said_within(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if since is not None:
        conditions.append(statements.c.said_start >= since)
    if until is not None:
        conditions.append(func.substr(statements.c.said_end, 1, len(until)) <= until)
    return conditions


def published_within(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """Return the conditions that a document is published from the day `since` to the day `until`, if given."""
    conditions: list[ColumnElement[bool]] = []
    published = documents.c.published
    if since is not None:
        conditions.append(published >= since)
    if until is not None:
        # As many characters of the time as were asked for: "2025" takes in all of that year.
        conditions.append(func.substr(published, 1, len(until)) <= until)
    return conditions


def of_outlets(connection: Connection, asked: str | None) -> list[ColumnElement[bool]]:
    """Return the condition that a document's outlet holds the words `asked`, if any are."""
    if asked is None:
        return []
    outlets = connection.execute(select(documents.c.outlet).distinct().order_by(documents.c.outlet)).scalars()
    known = [outlet for outlet in outlets if outlet is not None]
    return [documents.c.outlet.in_(fulltext.matching(known, asked))]


def reported(connection: Connection, ids: Sequence[str]) -> list[Reported]:
    """Return the statements of these ids, in their order, each with its article; a few hundred at most."""
    found = nouns.statements_by_id(connection, ids)
    query = select(statements.c.id, statements.c.region).where(statements.c.id.in_(ids))
    regions = {row.id: row.region for row in connection.execute(query)}
    articles = headings(connection, sorted({s.attribution.document_id for s in found.values()}))
    known = identified(connection, {actor.id for s in found.values() for actor in s.actors})
    told = ((found[i], articles[found[i].attribution.document_id], regions[i]) for i in ids if i in found)
    return [Reported(s, heading, region, _of(s, known)) for s, heading, region in told]


def _of(statement: Statement, known: dict[str, Known]) -> dict[str, Known]:
    return {actor.id: known[actor.id] for actor in statement.actors if actor.id in known}


def identified(connection: Connection, actor_ids: Iterable[str]) -> dict[str, Known]:
    """Return who these actors of documents are across documents, by id; a few hundred at most."""
    c = identities.c
    query = select(members.c.actor_id, c.id, c.name, c.authority).join(identities, c.id == members.c.identity_id)
    rows = connection.execute(query.where(members.c.actor_id.in_(list(actor_ids))))
    return {row.actor_id: Known(row.id, row.name, row.authority) for row in rows}


def headings(connection: Connection, ids: Sequence[str]) -> dict[str, Heading]:
    """Return what is known of the documents of these ids besides their text; a few hundred at most."""
    c = documents.c
    columns = (c.title, c.outlet, c.url, c.language, c.published, c.published_basis, c.updated)
    rows = connection.execute(select(c.id, c.capture_id, *columns).where(c.id.in_(ids))).all()
    met = _sightings(connection, [row.capture_id for row in rows])
    return {row.id: Heading(*row, *met[row.capture_id]) for row in rows}


def _sightings(connection: Connection, capture_ids: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    places: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(select(sightings).where(sightings.c.capture_id.in_(capture_ids))):
        places[row.capture_id].append(row)
    return {
        capture_id: (tuple(sorted({r.article for r in rows})), tuple(sorted({r.locator for r in rows})))
        for capture_id, rows in places.items()
    }
