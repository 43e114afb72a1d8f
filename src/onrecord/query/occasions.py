"""Occasions: who spoke, when and where, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from onrecord.query.retold import listed
from onrecord.query.speakers import speaking
from onrecord.query.statements import order, reported
from onrecord.query.tellings import ShownOccasion
from onrecord.record import Interval, SettingKey
from onrecord.store.schema import documents, occasion_statements, occasions, statements, tellings, utterances

MOST = 100
"""Utterances of an occasion, and other statements, that are shown at most."""


def occasion_of(connection: Connection, occasion_id: str, *, whole: bool = False) -> ShownOccasion:
    """Return the occasion of just this id; with `whole` its utterances and other statements too."""
    row = connection.execute(select(occasions).where(occasions.c.id == occasion_id)).one()
    c = occasion_statements.c
    ids = connection.execute(select(c.statement_id).where(c.occasion_id == occasion_id)).scalars().all()
    return ShownOccasion(
        id=occasion_id,
        speakers=speaking(connection, {occasion_id: row.speakers})[occasion_id],
        interval=Interval(row.start, row.end) if row.start else None,
        setting=_setting(row.setting),
        statements=len(ids),
        utterances=listed(connection, _utterances(connection, occasion_id)) if whole else (),
        others=tuple(reported(connection, _others(connection, occasion_id))) if whole else (),
    )


def _setting(key: Sequence[str] | None) -> SettingKey | None:
    if key is None:
        return None
    kind, medium, name, place, counterpart = key
    return kind, medium, name, place, counterpart


def _utterances(connection: Connection, occasion_id: str) -> Sequence[str]:
    query = select(utterances.c.id).where(utterances.c.occasion_id == occasion_id)
    return connection.execute(query.order_by(utterances.c.id).limit(MOST)).scalars().all()


def _others(connection: Connection, occasion_id: str) -> Sequence[str]:
    c = occasion_statements.c
    query = (
        select(statements.c.id)
        .join(occasion_statements, c.statement_id == statements.c.id)
        .join(documents, documents.c.id == statements.c.document_id)
        .where(c.occasion_id == occasion_id, statements.c.id.not_in(select(tellings.c.statement_id)))
    )
    return connection.execute(query.order_by(*order()).limit(MOST)).scalars().all()
