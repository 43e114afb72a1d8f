"""What is flagged in articles, for lists of their statements."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from onrecord.record import AnomalyKind
from onrecord.store import Store
from onrecord.store.schema import anomalies


def flags(store: Store, document_ids: Iterable[str]) -> dict[str, tuple[AnomalyKind, ...]]:
    """Return the kinds of anomalies of these documents, each once; a few hundred documents at most."""
    c = anomalies.c
    query = select(c.document_id, c.kind).where(c.document_id.in_(sorted(set(document_ids)))).distinct()
    found: dict[str, tuple[AnomalyKind, ...]] = {}
    with store.reading() as connection:
        for document_id, kind in connection.execute(query.order_by(c.document_id, c.kind)):
            found[document_id] = (*found.get(document_id, ()), AnomalyKind(kind))
    return found
