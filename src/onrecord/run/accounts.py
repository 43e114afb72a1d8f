"""The account of a document's quotations: how many there are, and which are part of no attribution."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import extract
from onrecord.record import Accounts, Attribution, Document


def account(document: Document, attributions: Sequence[Attribution]) -> Accounts:
    """Return the account of the document's quotations beside the attributions found in it.

    All quotations are those that would be unattributed if there were no attribution at all: so they are
    counted by the same rule as the ones that are listed, and the numbers add up.
    """
    return Accounts(len(extract.unattributed(document, ())), extract.unattributed(document, attributions))
