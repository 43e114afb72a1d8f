"""Statements as the API tells them: as people judged them, with what the machine found beside."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.present.export.judged import told
from onrecord.present.rest.statement_models import Statement
from onrecord.query import Reported
from onrecord.query.show import ways
from onrecord.store import Store

__all__ = ["listed", "told"]


def listed(store: Store, found: Iterable[Reported]) -> list[Statement]:
    """Return statements as models of the API; one whose document was made anew meanwhile is left out."""
    statements = list(found)
    ways_back = ways(store, (each.heading.document_id for each in statements))
    known = (each for each in statements if each.heading.document_id in ways_back)
    return [Statement.model_validate(told(each, ways_back[each.heading.document_id])) for each in known]
