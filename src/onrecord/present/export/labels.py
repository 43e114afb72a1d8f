"""Judgements as labels to train and to measure with: a line for each judged statement and coder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.query.coding import Coded, Coding, codings
from onrecord.query.show import offsets
from onrecord.query.statements import headings
from onrecord.record import PLACE_FIELDS, Field, OffsetMap, Status
from onrecord.store import Store


def label_lines(store: Store) -> Iterator[str]:
    """Yield a line of JSON, without line end, for each judged statement and coder, in order of both.

    ``status`` is accepted, rejected, or corrected where the coder gave values of some fields alone. ``fields`` are
    the coder's values, ``given`` names those that differ because the coder corrected them, ``machine`` what the
    machine had found. Spans are ``[start, end)`` in code points of the document; ``source_spans`` the same of the
    decoded source.
    """
    for coding in codings(store):
        document_id = coding.statement.attribution.document_id
        with store.reading() as connection:
            heading = headings(connection, [document_id])[document_id]
        told: dict[str, Any] = {"statement": coding.id, "document": document_id, "capture": heading.capture_id}
        told["articles"] = list(heading.articles)
        way = offsets(store, document_id)
        for coder in sorted(coding.coders):
            yield json.dumps(told | _label(coding, coder, coding.coders[coder], way), ensure_ascii=False)


def _label(coding: Coding, coder: str, coded: Coded, way: OffsetMap) -> dict[str, Any]:
    found = coding.machine.values
    fields = found if coded.status is Status.REJECTED else coded.values
    return {
        "coder": coder,
        "status": coded.status.value,
        "fields": {field.value: fields[field] for field in Field if field in fields},
        "given": sorted(field.value for field in coded.given),
        "source_spans": {
            field.value: [list(way.to_source(start, end)) for start, end in fields[field]]
            for field in PLACE_FIELDS
            if field in fields
        },
        "machine": {field.value: found[field] for field in Field},
        "confidence": round(coding.statement.attribution.confidence, 4),
    }
