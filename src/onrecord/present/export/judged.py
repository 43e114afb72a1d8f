"""Statements as people judged them, with what the machine found beside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.present.export.plain import whole
from onrecord.query import Reported
from onrecord.record import OffsetMap


def told(reported: Reported, way: OffsetMap) -> dict[str, Any]:
    """Return everything known of a statement, and where people's judgements leave it.

    ``machine`` has the machine's values where people's are others, ``unfit`` why a correction does not fit the text.
    """
    present = whole(reported, way)
    found = whole(replace(reported, statement=reported.machine, machine=None), way) if reported.machine else present
    return {
        **present,
        "status": reported.status.value,
        "version": reported.version,
        "machine": {name: value for name, value in found.items() if value != present[name] and name != "id"},
        "unfit": {field.value: reason for field, reason in reported.unfit.items()},
    }
