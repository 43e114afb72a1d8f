"""Quotations whose words differ from the fullest telling so that the meaning may change: altered ones, and cuts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.query.filter import Filter
from onrecord.query.retold import retold
from onrecord.query.tellings import ReportedTelling
from onrecord.query.utterances import Order, every
from onrecord.record import Difference, DifferenceKind, Relation
from onrecord.store import Store

_KINDS = {Relation.ALTERED: "altered quotation", Relation.TRUNCATED: "cut quotation"}
"""What a telling that may change the meaning is called, by what it is to the fullest."""
_OTHERWISE = "other attribution"
_ABOUT = frozenset({DifferenceKind.SPEAKER, DifferenceKind.ADDRESSEE, DifferenceKind.DATE})


@dataclass(frozen=True, slots=True)
class AlteredTelling:
    """A telling of the utterance `utterance_id`, beside the fullest one, with the differences that change meaning."""

    utterance_id: str
    fullest: ReportedTelling
    telling: ReportedTelling

    @property
    def kind(self) -> str:
        """Whether its words are altered, or cut so that a condition or the like is left out, or told of others."""
        if all(each.kind in _ABOUT for each in self.changes):
            return _OTHERWISE
        return _KINDS[self.telling.relation]

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The differences that may change what was said."""
        return tuple(each for each in self.telling.differences if each.changes_meaning)


def altered(store: Store, wanted: Filter) -> Iterator[AlteredTelling]:
    """Yield the altered quotations in utterances of which a telling meets `wanted`, no more than its limit.

    Once each, with the utterance whose fullest telling it is compared with: those with other words first, then those
    that are only cut, but leave out what limits the words; of each the first told utterances first.
    """
    seen: set[str] = set()
    for relation in _KINDS:
        for utterance in every(store, replace(wanted, limit=None), relation=relation, order=Order.OLDEST):
            for each in _of(store, utterance.id, relation):
                if each.telling.reported.id in seen:
                    continue
                if wanted.limit is not None and len(seen) >= wanted.limit:
                    return
                seen.add(each.telling.reported.id)
                yield each


def _of(store: Store, utterance_id: str, relation: Relation) -> Iterator[AlteredTelling]:
    """Yield the tellings of an utterance that are this to the fullest one, and may change the meaning."""
    with store.reading() as connection:
        tellings = retold(connection, utterance_id).tellings
    fullest = next(each for each in tellings if each.relation is Relation.FULL)
    for each in tellings:
        if each.relation is relation and each.changes_meaning:
            yield AlteredTelling(utterance_id, fullest, each)
