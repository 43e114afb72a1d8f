"""Documents compared with those that share text or an event with them, and with no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from onrecord.query.relatives import gathered
from onrecord.record import Descent
from onrecord.store import families, lineages, nouns

if TYPE_CHECKING:
    from onrecord.align.lineage import Prose


class Kindred:
    """The documents that some documents may descend from, as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._first: dict[int, list[str]] = {}

    def follow(self, document_ids: Sequence[str]) -> int:
        """Leave what these documents descend from and what descends from them; return how many have other words.

        Of the many that hold one print only the first few count. Where one of these documents takes the place of
        another one among them, that one is compared anew too.
        """
        changed = self._changed(document_ids)
        if not changed:
            self.gather(())
            return 0
        dirty = changed | self._displaced(changed)
        told = lineages.prints_of(self._connection, sorted(dirty))
        pairs = {(min(one, other), max(one, other)) for one in told for other in self._linked(one, told[one])}
        lineages.replace(self._connection, dirty, self._descents(pairs))
        self.gather(dirty)
        return len(changed)

    def gather(self, document_ids: Iterable[str]) -> None:
        """Leave the families of all that share text with these documents, or did, as their descents now give them."""
        for group in families.regroup(self._connection, document_ids):
            families.keep(self._connection, group[0], gathered(self._connection, group))

    def gather_all(self) -> None:
        """Leave all families of the record, which keeps them from now on."""
        families.begin(self._connection)
        self.gather(families.related(self._connection))

    def _changed(self, document_ids: Sequence[str]) -> set[str]:
        """Note what the documents are compared by; return those of which that is not as it was."""
        from onrecord.align.lineage import keys, packed, prose

        before = lineages.proses(self._connection, document_ids)
        data: dict[str, bytes] = {}
        found: dict[str, tuple[int, ...]] = {}
        for document_id in document_ids:
            document = nouns.document_of(self._connection, document_id)
            if document is not None:
                told = prose(document)
                made = packed(told)
                if made != before.get(document_id):
                    data[document_id], found[document_id] = made, keys(told)
        lineages.keep(self._connection, data, found)
        return set(data)

    def _displaced(self, changed: set[str]) -> set[str]:
        """Return who was among the first that hold a print, and no longer is."""
        from onrecord.align.lineage import HUBS

        told = lineages.prints_of(self._connection, changed)
        number = Counter(each for prints in told.values() for each in prints)
        found = set[str]()
        for print_, added in number.items():
            first = lineages.least_holders(self._connection, print_, HUBS + added)
            self._first[print_] = first[: HUBS + 1]
            before = [each for each in first if each not in changed][:HUBS]
            found.update(each for each in before if each not in first[:HUBS])
        return found

    def _linked(self, document_id: str, prints: Iterable[int]) -> list[str]:
        """Return the documents that one is to be compared with."""
        from onrecord.align.lineage import HUBS, SHARED, partners

        linked: Counter[str] = Counter()
        for print_ in prints:
            if print_ not in self._first:
                self._first[print_] = lineages.least_holders(self._connection, print_, HUBS + 1)
            holders = self._first[print_]
            if len(holders) > HUBS and document_id in holders[:HUBS]:
                holders = lineages.least_holders(self._connection, print_, None)
            linked.update(partners(document_id, holders))
        return [other for other, shared in linked.items() if shared >= SHARED]

    def _descents(self, pairs: Iterable[tuple[str, str]]) -> list[Descent]:
        from onrecord.align.lineage import descent, unpacked

        wanted = sorted(pairs)
        data = lineages.proses(self._connection, {each for pair in wanted for each in pair})
        proses: dict[str, Prose] = {each: unpacked(told) for each, told in data.items()}
        found = (descent(proses[a], proses[b]) for a, b in wanted if a in proses and b in proses)
        return [each for each in found if each is not None]
