"""Statements as the API tells them: as people judged them, with what the machine found beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from onrecord.present.export.plain import whole
from onrecord.present.rest.statement_models import Statement
from onrecord.query import Reported
from onrecord.query.show import ways
from onrecord.record import OffsetMap
from onrecord.store import Store


def told(reported: Reported, way: OffsetMap) -> dict[str, Any]:
    """Return all that a Statement of the API holds; `machine` has the machine's values where people's are others."""
    present = whole(reported, way)
    found = whole(replace(reported, statement=reported.machine, machine=None), way) if reported.machine else present
    return {
        **present,
        "status": reported.status.value,
        "version": reported.version,
        "machine": {name: value for name, value in found.items() if value != present[name] and name != "id"},
        "unfit": {field.value: reason for field, reason in reported.unfit.items()},
    }


def listed(store: Store, found: Iterable[Reported]) -> list[Statement]:
    """Return statements as models of the API; one whose document was made anew meanwhile is left out."""
    statements = list(found)
    ways_back = ways(store, (each.heading.document_id for each in statements))
    known = (each for each in statements if each.heading.document_id in ways_back)
    return [Statement.model_validate(told(each, ways_back[each.heading.document_id])) for each in known]
