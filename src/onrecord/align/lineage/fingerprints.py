"""Fingerprints: a bounded choice of a document's runs of words by which its relatives are found."""

from __future__ import annotations

import numpy as np

from onrecord.align.lineage.hashing import Codes, shingles
from onrecord.align.lineage.prose import Prose

SHINGLE = 6
"""Words of the run behind a fingerprint: shorter ones are met by chance ("said in a statement on Tuesday")."""
WINDOW = 16
"""Runs of which the least is kept: a common stretch of SHINGLE + WINDOW - 1 = 21 words always shares a fingerprint."""
MOST = 400
"""Fingerprints of one document: that many stand for some 3,400 words; of longer ones the least are kept."""


def fingerprints(told: Prose) -> tuple[int, ...]:
    """Return the fingerprints of `told`, sorted: at most `MOST` numbers of 63 bits, so that any database holds them.

    Quotations give some too: a text that is nearly all quotation has relatives like any other. Winnowing after
    Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD 2003).
    """
    runs = shingles(told.codes, SHINGLE)
    if not len(runs):
        return ()
    kept = np.unique(_least(runs) >> np.uint64(1))[:MOST]
    return tuple(kept.tolist())


def _least(runs: Codes) -> Codes:
    """Return the least run of each window."""
    if len(runs) <= WINDOW:
        return np.sort(runs)[:1]
    count = len(runs) - WINDOW + 1
    least = runs[:count].copy()
    for place in range(1, WINDOW):
        np.minimum(least, runs[place : place + count], out=least)
    return least
