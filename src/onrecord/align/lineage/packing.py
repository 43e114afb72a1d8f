"""A document's prose as bytes, so that it can be kept and compared without its text."""

from __future__ import annotations

import json

import numpy as np

from onrecord.align.lineage.prose import Prose
from onrecord.align.lineage.topic import Topic
from onrecord.errors import InternalError


def packed(told: Prose) -> bytes:
    """Return `told` as bytes, 5 a word and some 500 more, the same on every machine; `unpacked` gives it back."""
    known = [told.document_id, told.credits, told.outlet, told.url, told.published, told.updated]
    head = json.dumps([len(told.codes), len(told.headline), len(told.topic.codes), *known])
    codes = np.concatenate([told.codes, told.headline, told.topic.codes]).astype("<u4")
    weights = told.topic.weights.astype("<f4")
    return b"\n".join([head.encode(), codes.tobytes() + weights.tobytes() + told.quoted.tobytes()])


def unpacked(data: bytes) -> Prose:
    """Return the prose in what `packed` gave.

    Raises InternalError for anything else.
    """
    head, _, rest = data.partition(b"\n")
    try:
        words, above, about, document, credited, outlet, url, published, updated = json.loads(head)
        codes = np.frombuffer(rest, "<u4", words + above + about).astype(np.uint64)
        weights = np.frombuffer(rest, "<f4", about, 4 * len(codes)).astype(np.float32)
        quoted = np.frombuffer(rest, "?", words, 4 * (len(codes) + about))
    except (ValueError, TypeError) as error:
        raise InternalError(f"these {len(data)} bytes are no packed prose: {error}") from error
    of_words, of_headline, of_topic = np.split(codes, (words, words + above))
    return Prose(
        document,
        of_words,
        quoted,
        of_headline,
        Topic(of_topic, weights),
        tuple(credited),
        outlet,
        url,
        published,
        updated,
    )
