"""A document's prose as bytes, so that it can be kept and compared without its text."""

from __future__ import annotations

import json

import numpy as np

from onrecord.align.lineage.prose import Prose
from onrecord.errors import InternalError


def packed(told: Prose) -> bytes:
    """Return `told` as bytes, 5 a word and some 100 more, the same on every machine; `unpacked` gives it back."""
    known = [told.document_id, told.credits, told.outlet, told.url, told.published, told.updated]
    head = json.dumps([len(told.codes), len(told.headline), *known])
    codes, headline = told.codes.astype("<u4"), told.headline.astype("<u4")
    return b"\n".join([head.encode(), codes.tobytes() + headline.tobytes() + told.quoted.tobytes()])


def unpacked(data: bytes) -> Prose:
    """Return the prose in what `packed` gave.

    Raises InternalError for anything else.
    """
    head, _, rest = data.partition(b"\n")
    try:
        words, above, document, credited, outlet, url, published, updated = json.loads(head)
        codes = np.frombuffer(rest, "<u4", words + above).astype(np.uint64)
        quoted = np.frombuffer(rest, "?", words, 4 * len(codes))
    except (ValueError, TypeError) as error:
        raise InternalError(f"these {len(data)} bytes are no packed prose: {error}") from error
    when = {"published": published, "updated": updated}
    return Prose(document, codes[:words], quoted, codes[words:], tuple(credited), outlet, url, **when)
