"""The part of an open record that tells which tellings are the same act of saying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.api.opened import Opened, now
from onrecord.query import Filter, Reported
from onrecord.query.compared import Comparison
from onrecord.query.comparison import compare
from onrecord.query.lineage import DocumentLineage, of_document
from onrecord.query.named import document_named
from onrecord.query.tellings import ListedUtterance, ShownOccasion, ShownUtterance
from onrecord.query.utterances import Order, every, occasion, of_statement, show
from onrecord.record import Relation
from onrecord.run import retelling


class Tellings(Opened):
    """Utterances, comparisons and lineage of a record."""

    def utterances(
        self,
        *,
        relation: Relation | str | None = None,
        order: Order | str = Order.NEWEST,
        **wanted: Any,  # noqa: ANN401 (the fields of Filter)
    ) -> Iterator[ListedUtterance]:
        """Return one after the other what was said once and is told by several texts.

        A telling meets the fields of `Filter` given. `relation` asks for those with a telling that is that to the
        fullest: "altered" for what is told otherwise.
        """
        kind = Relation(relation) if relation is not None else None
        return every(self._store, Filter(**wanted), relation=kind, order=Order(order))

    def utterance(self, utterance: str | ListedUtterance) -> ShownUtterance:
        """Return an utterance, by id, its first digits or itself, with all its tellings and their differences."""
        return show(self._store, utterance if isinstance(utterance, str) else utterance.id)

    def tellings_of(self, statement: str | Reported) -> tuple[ShownUtterance, ...]:
        """Return the utterances that a statement, by its whole id or itself, is a telling of."""
        key = statement if isinstance(statement, str) else statement.id
        return tuple(show(self._store, listed.id) for listed, _ in of_statement(self._store, key))

    def occasion(self, occasion_id: str) -> ShownOccasion:
        """Return an occasion, by id or its first digits, with all that is told of it."""
        return occasion(self._store, occasion_id)

    def compare(self, *articles: str) -> Comparison:
        """Return two to six articles side by side: by document's id, path or name."""
        return compare(self._store, [document_named(self._store, each) for each in articles])

    def lineage(self, article: str) -> DocumentLineage:
        """Return what an article descends from and what from it: by document's id, path or name."""
        return of_document(self._store, document_named(self._store, article))

    def told_same(self, *ids: str, by: str, reason: str = "") -> int:
        """Judge that utterances and statements, by id, tell one passage; return the judgement's number."""
        return retelling.merge_tellings(self._store, ids, author=by, made_at=now(), reason=reason)

    def told_apart(self, utterance: str, *statements: str, by: str, reason: str = "") -> int:
        """Judge that statements of an utterance tell another passage than its others; return the judgement's number."""
        return retelling.split_tellings(self._store, utterance, statements, author=by, made_at=now(), reason=reason)
