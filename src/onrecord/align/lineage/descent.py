"""What one document is to another one, and by what such documents are found."""

from __future__ import annotations

from onrecord.align.lineage.event import event_keys, same_event
from onrecord.align.lineage.fingerprints import fingerprints
from onrecord.align.lineage.kinship import kinship
from onrecord.align.lineage.prose import Prose
from onrecord.record import Descent


def descent(a: Prose, b: Prose) -> Descent | None:
    """Return what one of the two documents is to the other: by its text or, failing that, by its event.

    None where they have nothing to do with one another. The answer depends on these two alone, not on their order.
    """
    return kinship(a, b) or same_event(a, b)


def keys(told: Prose) -> tuple[int, ...]:
    """Return the numbers of 63 bits, sorted, by which relatives of `told` are found: bounded, by text and by event."""
    return tuple(sorted({*fingerprints(told), *event_keys(told)}))
