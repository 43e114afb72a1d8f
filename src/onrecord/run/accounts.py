"""The account of a document's quotations: how many there are, and which are part of no attribution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from onrecord import extract
from onrecord.record import Accounts, Attribution, Document, Reason, RegionKind, Unattributed
from onrecord.text.quotations import quotations

_Lister: TypeAlias = Callable[[Document, Sequence[Attribution]], tuple[Unattributed, ...]]


def account(document: Document, attributions: Sequence[Attribution]) -> Accounts:
    """Return the account of the document's quotations beside the attributions found in it.

    All quotations are those that would be unattributed if there were no attribution at all: so they are
    counted by the same rule as the ones that are listed, and the numbers add up.
    """
    listed: _Lister = getattr(extract, "unattributed", _unattributed)
    return Accounts(len(listed(document, ())), listed(document, attributions))


def _unattributed(document: Document, attributions: Sequence[Attribution]) -> tuple[Unattributed, ...]:
    """Return the quotations that share no word with any attribution, all for want of a source."""
    body = [(r.start, r.end) for r in document.regions if r.kind is RegionKind.BODY]
    told = [span for attribution in attributions for span in attribution.spans]
    found = (document.span(q.start, q.end) for q in quotations(document.text, body))
    return tuple(
        Unattributed(document.id, span, Reason.NO_SOURCE) for span in found if not any(map(span.overlaps, told))
    )
