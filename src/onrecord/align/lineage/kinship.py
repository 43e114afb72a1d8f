"""What one document is to another one, by their words."""

from __future__ import annotations

import numpy as np

from onrecord.align.lineage.common import Common, common, same_outlet
from onrecord.align.lineage.order import came_first, likeliest_origin
from onrecord.align.lineage.prose import Prose
from onrecord.record import Descent, DescentKind
from onrecord.text.moment import instant

LEAST = 15
"""Common words, quoted ones weighed, that show descent: a sentence, or a hundred words in quotation marks."""
MOSTLY = 0.5
"""The share of both texts from which they are one text.

At .6 a sixth of generated reprints that are cut or added to by a third are called a text that holds another's.
"""
HELD = 0.35
"""The share of one text from which one of another outlet holds it.

Of 427,000 pairs of articles of the development data no two different ones of different outlets have more than .18, of
the generated ones that hold a report none less than .49 (``python -m eval.reprints``).
"""
AT_HOME = 0.6
"""The same share within one outlet, whose notices stand in many articles; and that of a version in the other one."""
SAME_PAGE = 0.2
"""The share from which two captures of one URL are versions of one article, not two contents of a page."""


def kinship(a: Prose, b: Prose) -> Descent | None:
    """Return what one of the two documents is to the other, None where neither descends from the other.

    The answer depends on these two alone, and not on their order. Words in quotation marks that both hold say little:
    independent reports quote the same speech.
    """
    if a.document_id > b.document_id:
        a, b = b, a
    if len(a.codes) and np.array_equal(a.codes, b.codes):
        return _same(a, b)
    shared = common(a, b)
    if shared.weight < LEAST:
        return None
    least, most = sorted((shared.of_a, shared.of_b))
    if _is_version(a, b, least, most):
        return _version(a, b, shared)
    if least >= MOSTLY:
        return _reprint(a, b, shared)
    held = AT_HOME if same_outlet(a, b) else HELD
    return _holds(a, b, shared) if most >= held else None


def _same(a: Prose, b: Prose) -> Descent:
    """Return a copy, or a reprint where one has another headline."""
    same = not len(a.headline) or not len(b.headline) or np.array_equal(a.headline, b.headline)
    origin = likeliest_origin((a, b))
    later = b if origin is a else a
    return Descent(later.document_id, origin.document_id, DescentKind.COPY if same else DescentKind.REPRINT, 1.0, 1.0)


def _is_version(a: Prose, b: Prose, least: float, most: float) -> bool:
    if a.url is not None and a.url == b.url:
        return most >= SAME_PAGE
    return same_outlet(a, b) and most >= AT_HOME and least >= SAME_PAGE


def _version(a: Prose, b: Prose, shared: Common) -> Descent:
    first = min((a, b), key=lambda told: (instant(told.updated or told.published), len(told.codes), told.document_id))
    return _descent(a, b, shared, DescentKind.VERSION, origin=first)


def _reprint(a: Prose, b: Prose, shared: Common) -> Descent:
    return _descent(a, b, shared, DescentKind.REPRINT, origin=likeliest_origin((a, b)))


def _holds(a: Prose, b: Prose, shared: Common) -> Descent:
    """Return that the longer one holds the other's text or, where that one came later, that it is a part of it."""
    inner, outer = (a, b) if shared.of_a > shared.of_b else (b, a)
    if came_first(outer, inner):
        return _descent(a, b, shared, DescentKind.EXCERPT, origin=outer)
    return _descent(a, b, shared, DescentKind.CONTAINS, origin=inner)


def _descent(a: Prose, b: Prose, shared: Common, kind: DescentKind, *, origin: Prose) -> Descent:
    if origin is a:
        return Descent(b.document_id, a.document_id, kind, shared.of_b, shared.of_a)
    return Descent(a.document_id, b.document_id, kind, shared.of_a, shared.of_b)
