"""How much each actor says, counted in the columns."""

from __future__ import annotations

import numpy as np

from onrecord.store.columns import Columns


def speaking(columns: Columns) -> dict[str, tuple[int, int]]:
    """Return by identity how many statements it speaks, as people judged them, and in how many documents."""
    of, width = columns.statements, max(1, len(columns.documents))
    known = of.actor >= 0
    numbers = np.bincount(of.actor[known], minlength=1)
    pairs = np.unique(of.actor[known].astype(np.int64) * width + of.document[known])
    documents = np.bincount(pairs // width, minlength=1)
    names = columns.actors.names
    return {names[code]: (int(numbers[code]), int(documents[code])) for code in numbers.nonzero()[0]}
