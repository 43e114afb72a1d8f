"""The part of an open record that tells which tellings are the same act of saying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from onrecord.api.opened import Opened, now
from onrecord.query import Filter, Reported
from onrecord.query.compared import Comparison
from onrecord.query.comparison import compare
from onrecord.query.named import document_named
from onrecord.query.tellings import ListedUtterance, ShownOccasion, ShownUtterance
from onrecord.query.utterances import Order, every, occasion, of_statement, show
from onrecord.record import Relation
from onrecord.run import retelling

Told: TypeAlias = ListedUtterance | ShownUtterance | Reported
"""What may be judged: an utterance as it was seen, or a statement."""


class Tellings(Opened):
    """Utterances and comparisons of a record."""

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
        """Return an utterance, by id, its first digits or itself, with all its tellings and their differences.

        An id that it had once leads to it too; `id` of the answer is the one that it has. Raises FormerError, which
        tells more, where that is told apart now.
        """
        return show(self._store, utterance if isinstance(utterance, str) else utterance.id)

    def tellings_of(self, statement: str | Reported) -> tuple[ShownUtterance, ...]:
        """Return the utterances that a statement, by its whole id or itself, is a telling of."""
        key = statement if isinstance(statement, str) else statement.id
        return tuple(show(self._store, listed.id) for listed, _ in of_statement(self._store, key))

    def occasion(self, occasion_id: str) -> ShownOccasion:
        """Return an occasion, by id, one that it had once, or its first digits, with all that is told of it."""
        return occasion(self._store, occasion_id)

    def compare(self, *articles: str) -> Comparison:
        """Return two to six articles side by side: by document's id, path or name."""
        return compare(self._store, [document_named(self._store, each) for each in articles])

    def told_same(self, *of: str | Told, by: str, reason: str = "") -> int:
        """Judge that utterances and statements, by id or themselves, tell one passage; return the judgement's number.

        Raises ConflictError, with nothing judged, where an utterance given itself has other tellings by now.
        """
        return retelling.merge_tellings(
            self._store, [_id(each) for each in of], author=by, made_at=now(), reason=reason, seen=_seen(of)
        )

    def told_apart(self, utterance: str | Told, *statements: str, by: str, reason: str = "") -> int:
        """Judge that statements of an utterance tell another passage than its others; return the judgement's number.

        Raises ConflictError, with nothing judged, where an utterance given itself has other tellings by now.
        """
        of, seen = _id(utterance), _seen([utterance])
        return retelling.split_tellings(self._store, of, statements, author=by, made_at=now(), reason=reason, seen=seen)


def _id(told: str | Told) -> str:
    return told if isinstance(told, str) else told.id


def _seen(of: Iterable[str | Told]) -> dict[str, str]:
    """Return the versions of the utterances that were given themselves."""
    return {each.id: each.version for each in of if isinstance(each, ListedUtterance | ShownUtterance)}
