"""Which of two documents was there first, as far as they tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from onrecord.align.lineage.prose import Prose
from onrecord.text.moment import LATEST, instant


def credited(documents: Iterable[Prose]) -> frozenset[str]:
    """Return the agencies that any of `documents` credits, folded."""
    return frozenset(name for told in documents for name in told.credits)


def came_first(a: Prose, b: Prose) -> bool | None:
    """Return whether `a` was there before `b`: True, False, or None where nothing tells.

    An agency's own text was there before a text that credits the agency, whatever their times say; otherwise the
    earlier publication was.
    """
    own_a, own_b = a.outlet_key in b.credits, b.outlet_key in a.credits
    if own_a != own_b:
        return own_a
    when_a, when_b = instant(a.published), instant(b.published)
    if when_a == when_b or LATEST in (when_a, when_b):
        return None
    return when_a < when_b


def likeliest_origin(documents: Collection[Prose]) -> Prose:
    """Return which of several `documents` of one text is likeliest its origin.

    The text of an agency that others credit, then the earliest one, then the longest one, then that of the least id.
    Raises ValueError where there is none.
    """
    agencies = credited(documents)
    return min(
        documents,
        key=lambda told: (
            told.outlet_key not in agencies,
            instant(told.published),
            -len(told.codes),
            told.document_id,
        ),
    )
