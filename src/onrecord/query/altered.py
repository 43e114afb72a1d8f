"""Altered quotations: tellings whose quoted words differ from the fullest telling so that the meaning may change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.query.filter import Filter
from onrecord.query.retold import retold
from onrecord.query.tellings import ReportedTelling
from onrecord.query.utterances import Order, every
from onrecord.record import Difference, Relation
from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class AlteredTelling:
    """A telling of the utterance `utterance_id`, beside the fullest one, with the differences that change meaning."""

    utterance_id: str
    fullest: ReportedTelling
    telling: ReportedTelling

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The differences that may change what was said."""
        return tuple(each for each in self.telling.differences if each.changes_meaning)


def altered(store: Store, wanted: Filter) -> Iterator[AlteredTelling]:
    """Yield the altered quotations in utterances of which a telling meets `wanted`, no more than its limit.

    Once each, with the utterance whose fullest telling it is compared with; the first told utterances first.
    """
    seen: set[str] = set()
    for utterance in every(store, replace(wanted, limit=None), relation=Relation.ALTERED, order=Order.OLDEST):
        with store.reading() as connection:
            tellings = retold(connection, utterance.id).tellings
        fullest = next(each for each in tellings if each.relation is Relation.FULL)
        for each in tellings:
            if each.relation is Relation.ALTERED and each.changes_meaning and each.reported.id not in seen:
                if wanted.limit is not None and len(seen) >= wanted.limit:
                    return
                seen.add(each.reported.id)
                yield AlteredTelling(utterance.id, fullest, each)
