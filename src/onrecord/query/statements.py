"""Finding statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, TextClause, func, or_, select

from onrecord.classify import LEAST
from onrecord.query.as_judged import Condition, as_judged, standing
from onrecord.query.filter import Filter
from onrecord.query.joined import ALONE, joined
from onrecord.query.reported import Heading, Known, Reported
from onrecord.record import ACTOR_FIELDS, Field, Statement
from onrecord.store import Store, fulltext, nouns, verdicts
from onrecord.store.issues import judged_issues
from onrecord.store.schema import anomalies, documents, identities, members, sightings, statements

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
    return query.where(*conditions(wanted)).order_by(*order()).limit(wanted.limit)


def order() -> tuple[ColumnElement[Any], ...]:
    """Return what statements are listed by: time of publication, document, place, and the id."""
    # Of statements that begin together, as one and who relays it, the one that nobody relays comes first.
    place = (statements.c.start, statements.c.relay_id.is_not(None), statements.c.id)
    return (func.coalesce(documents.c.published, ""), documents.c.id, *place)


def conditions(wanted: Filter) -> list[ColumnElement[bool] | TextClause]:
    """Return the conditions of `wanted` on statements joined with their documents."""
    s, w = statements.c, wanted
    asked = fulltext.expression(words=w.words, speaker=w.speaker, outlet=w.outlet, relay=w.relay, addressee=w.addressee)
    found: list[ColumnElement[bool] | TextClause] = [*as_judged(list(_judgeable(w))), standing(w.status)]
    if w.outlet_name is not None:
        found.append(documents.c.outlet == w.outlet_name)
    if w.min_confidence is not None:
        found.append(s.confidence >= w.min_confidence)
    if w.below_confidence is not None:
        found.append(s.confidence < w.below_confidence)
    if w.issue is not None or w.stance is not None:
        found.append(s.id.in_(_about(w)))
    if w.flag is not None:
        found.append(s.document_id.in_(select(anomalies.c.document_id).where(anomalies.c.kind == w.flag)))
    if asked is not None:
        found.append(fulltext.condition(asked))
    return [*found, *published_within(w.since, w.until)]


def _about(w: Filter) -> Select[str]:
    """Return the statements that are about the issue and of the stance asked for."""
    c = judged_issues().c
    query = select(c.statement_id)
    if w.issue is not None:
        query = query.where(c.issue_id == w.issue)
    return query if w.stance is None else query.where(c.stance == w.stance)


def _judgeable(w: Filter) -> Iterator[Condition]:
    """Yield the conditions on what people can judge."""
    if w.form is not None:
        yield lambda c: c.form == w.form
    if w.act is not None:
        yield lambda c: c.act == w.act
    if w.setting is not None:
        yield lambda c: c.setting == w.setting
    if w.type is not None:
        yield lambda c: c.type == w.type
    if w.conditional is not None:
        yield lambda c: c.conditional.is_(w.conditional)
    if w.actor is not None:
        yield lambda c: c.actor_id.in_(select(members.c.actor_id).where(members.c.identity_id == w.actor))
    if not w.everything:
        # What an earlier version read was not told apart: it counts.
        yield lambda c: or_(c.stated.is_(None), c.stated >= LEAST)
    if w.said_since is not None:
        yield lambda c: c.said_start >= w.said_since
    if (until := w.said_until) is not None:
        yield lambda c: func.substr(c.said_end, 1, len(until)) <= until


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
    held = verdicts.held(connection, ids)
    applied = verdicts.present(connection, found, held)
    query = select(statements.c.id, statements.c.region).where(statements.c.id.in_(ids))
    regions = {row.id: row.region for row in connection.execute(query)}
    articles = headings(connection, sorted({s.attribution.document_id for s in found.values()}))
    shown = found | {key: each.statement for key, each in applied.items()}
    known = identified(connection, {actor.id for s in shown.values() for actor in s.actors})
    of_others = joined(connection, ids)
    told = []
    for key in (each for each in ids if each in found):
        statement, kept = shown[key], held.get(key, verdicts.NEVER)
        machine, unfit = (found[key], applied[key].unfit) if key in applied else (None, {})
        who = _of(statement, known) | _named(connection, statement, kept.corrections)
        heading = articles[found[key].attribution.document_id]
        judged = (machine, kept.status, kept.version, unfit)
        told.append(Reported(statement, heading, regions[key], who, *judged, of_others.get(key, ALONE)))
    return told


def _of(statement: Statement, known: dict[str, Known]) -> dict[str, Known]:
    return {actor.id: known[actor.id] for actor in statement.actors if actor.id in known}


def _named(connection: Connection, statement: Statement, corrections: Mapping[Field, Any]) -> dict[str, Known]:
    """Return who those are across documents whom people named by an actor of another document."""
    anchors = {field: value["actor"] for field in ACTOR_FIELDS if (value := corrections.get(field)) and value["actor"]}
    if not anchors:
        return {}
    known = identified(connection, anchors.values())
    named = ((getattr(statement, field.value), anchor) for field, anchor in anchors.items())
    return {actor.id: known[anchor] for actor, anchor in named if actor is not None and anchor in known}


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
