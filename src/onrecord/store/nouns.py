"""The nouns, made again from rows of the tables; every invariant is checked anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from onrecord.record import (
    Accounts,
    Act,
    Actor,
    ActorKind,
    Anomaly,
    AnomalyKind,
    Attribution,
    Basis,
    Capture,
    Document,
    Form,
    Given,
    Interval,
    MediaType,
    Moment,
    OffsetMap,
    Reason,
    Region,
    RegionKind,
    Said,
    SaidBasis,
    Setting,
    SettingBasis,
    SettingKind,
    Span,
    Statement,
    StatementType,
    Unattributed,
)
from onrecord.store.schema import (
    actors,
    anomalies,
    anomaly_spans,
    captures,
    documents,
    mentions,
    regions,
    sightings,
    spans,
    statements,
    unattributed,
)

Spans = dict[tuple[str, str], list[Span]]


def capture_of(connection: Connection, document_id: str) -> Capture | None:
    """Return the capture that a document was made from, as it was met in the document's sighting."""
    query = (
        select(captures.c.data, captures.c.media_type, sightings)
        .select_from(documents)
        .join(captures, captures.c.id == documents.c.capture_id)
        .join(sightings, sightings.c.id == documents.c.sighting_id)
    )
    row = connection.execute(query.where(documents.c.id == document_id)).mappings().first()
    return met(row, row["data"], MediaType(row["media_type"])) if row else None


def met(row: Any, data: bytes, media_type: MediaType) -> Capture:  # noqa: ANN401 (columns are the schema's)
    """Return the capture of these bytes as it was met in the sighting of `row`."""
    given = Given(*(row[name] for name in ("outlet", "published", "url", "charset", "language")))
    return Capture(
        data=data,
        media_type=media_type,
        locator=row["locator"],
        article=row["article"],
        given=given,
        declared_charset=row["declared_charset"],
        fetched_at=row["fetched_at"],
    )


def document_of(connection: Connection, document_id: str) -> Document | None:
    """Return the document with its regions, None when there is none of this id."""
    row = connection.execute(select(documents).where(documents.c.id == document_id)).mappings().first()
    if row is None:
        return None
    query = select(regions).where(regions.c.document_id == document_id).order_by(regions.c.start)
    found = tuple(Region(r.start, r.end, RegionKind(r.kind), r.reason) for r in connection.execute(query))
    plain = {name: row[name] for name in ("charset", "source_field", "title", "url", "outlet", "language")}
    return Document(
        capture_id=row["capture_id"],
        text=row["text"],
        regions=found,
        offsets=OffsetMap.from_rows(row["offsets"]),
        published=_moment(row, "published"),
        updated=_moment(row, "updated"),
        flags=tuple(row["flags"]),
        **plain,
    )


def _moment(row: Any, name: str) -> Moment | None:  # noqa: ANN401
    if row[name] is None:
        return None
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    span = None if start is None else Span.of(row["text"], start, end)
    return Moment(row[name], Basis(row[f"{name}_basis"]), row[f"{name}_zone"], span)


def statements_by_id(connection: Connection, ids: Sequence[str]) -> dict[str, Statement]:
    """Return the statements of these ids, with who speaks and relays; at most a few hundred at once."""
    rows = connection.execute(select(statements).where(statements.c.id.in_(ids))).all()
    places = _spans(connection, ids)
    met = {each for row in rows for each in (row.actor_id, row.relay_id, row.addressee_id) if each}
    cited = actors_by_id(connection, met)
    return {row.id: _statement(row, places, cited) for row in rows}


def _statement(row: Any, places: Spans, cited: dict[str, Actor]) -> Statement:  # noqa: ANN401
    source, cue, content, via = (tuple(places.get((row.id, role), ())) for role in ("source", "cue", "content", "via"))
    attribution = Attribution(
        document_id=row.document_id,
        source=source,
        cue=cue,
        content=content,
        form=Form(row.form),
        confidence=row.confidence,
        via=via,
        act=Act(row.act) if row.act else None,
    )
    return Statement(
        attribution,
        cited.get(row.actor_id),
        row.basis,
        relay=cited.get(row.relay_id),
        addressee=cited.get(row.addressee_id),
        to=_one(places, row.id, "addressee"),
        said=_said(row, places),
        setting=_setting(row, places),
        stated=row.stated,
        type=StatementType(row.type) if row.type else None,
        type_chance=row.type_chance,
        condition=tuple(places.get((row.id, "condition"), ())),
        negated=row.negated,
        hypothetical=row.hypothetical,
    )


def _one(places: Spans, statement_id: str, role: str) -> Span | None:
    return next(iter(places.get((statement_id, role), ())), None)


def _said(row: Any, places: Spans) -> Said | None:  # noqa: ANN401
    if row.said is None:
        return None
    interval = Interval(row.said_start, row.said_end)
    return Said(interval, row.said, SaidBasis(row.said_basis), row.said_reason, _one(places, row.id, "said"))


def _setting(row: Any, places: Spans) -> Setting | None:  # noqa: ANN401
    if row.setting is None:
        return None
    return Setting(
        document_id=row.document_id,
        kind=SettingKind(row.setting),
        spans=tuple(places.get((row.id, "setting"), ())),
        counterpart=_one(places, row.id, "counterpart"),
        place=_one(places, row.id, "place"),
        medium=row.medium,
        basis=SettingBasis(row.setting_basis),
    )


def _spans(connection: Connection, statement_ids: Sequence[str]) -> Spans:
    found: Spans = defaultdict(list)
    query = select(spans).where(spans.c.statement_id.in_(statement_ids)).order_by(spans.c.start)
    for row in connection.execute(query):
        found[row.statement_id, row.role].append(Span(row.start, row.end, row.words))
    return found


def actors_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Actor]:
    """Return the actors of documents of these ids; a few hundred at most."""
    wanted = list(ids)
    met: Spans = defaultdict(list)
    query = select(mentions).where(mentions.c.actor_id.in_(wanted)).order_by(mentions.c.start, mentions.c.end)
    for row in connection.execute(query):
        met[row.actor_id, row.kind].append(Span(row.start, row.end, row.words))
    return {
        row.id: Actor(
            row.document_id,
            ActorKind(row.kind),
            row.name,
            mentions=tuple(met.get((row.id, "mention"), ())),
            roles=tuple(met.get((row.id, "role"), ())),
        )
        for row in connection.execute(select(actors).where(actors.c.id.in_(wanted)))
    }


def accounts_of(connection: Connection, document_id: str) -> Accounts | None:
    """Return the account of a document's quotations, None where an earlier version made none."""
    number = connection.execute(select(documents.c.quotations).where(documents.c.id == document_id)).scalar()
    if number is None:
        return None
    query = select(unattributed).where(unattributed.c.document_id == document_id)
    rows = connection.execute(query.order_by(unattributed.c.start, unattributed.c.end))
    return Accounts(number, tuple(map(unattributed_of, rows)))


def anomalies_of(connection: Connection, ids: Sequence[str]) -> list[Anomaly]:
    """Return the anomalies of these ids, in their order; a few hundred at most."""
    places: dict[str, list[Span]] = defaultdict(list)
    query = select(anomaly_spans).where(anomaly_spans.c.anomaly_id.in_(ids))
    for row in connection.execute(query.order_by(anomaly_spans.c.start, anomaly_spans.c.end)):
        places[row.anomaly_id].append(Span(row.start, row.end, row.words))
    rows = {row.id: row for row in connection.execute(select(anomalies).where(anomalies.c.id.in_(ids)))}
    found = (rows[each] for each in ids if each in rows)
    return [Anomaly(r.document_id, AnomalyKind(r.kind), tuple(places[r.id]), r.reason) for r in found]


def unattributed_of(row: Any) -> Unattributed:  # noqa: ANN401
    """Return the quotation of a row of the table `unattributed`."""
    return Unattributed(row.document_id, Span(row.start, row.end, row.words), Reason(row.reason))
