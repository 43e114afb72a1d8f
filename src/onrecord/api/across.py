"""The part of an open record that tells what articles tell against one another, and what descends from what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.api.opened import Opened
from onrecord.query import Filter, clashes, lineage
from onrecord.query.altered import AlteredTelling, altered
from onrecord.query.clashes import ClashFilter, Clashing
from onrecord.query.lineage import DocumentLineage, ShownFamily, of_document
from onrecord.query.named import document_named
from onrecord.query.versions import Versions, versions


class Across(Opened):
    """Altered quotations, clashes, families and versions of a record."""

    def altered(self, **wanted: Any) -> Iterator[AlteredTelling]:  # noqa: ANN401 (the fields of Filter)
        """Return one after the other the quotations that were altered, or cut, so that the meaning may change.

        A telling of the same utterance meets the fields of `Filter` given.
        """
        return altered(self._store, Filter(**wanted))

    def clashes(self, **wanted: Any) -> Iterator[Clashing]:  # noqa: ANN401 (the fields of ClashFilter)
        """Return one after the other the quoted words that two articles give to other speakers, addressees or days."""
        return clashes.every(self._store, ClashFilter(**wanted))

    def families(self, *, limit: int | None = None) -> Iterator[ShownFamily]:
        """Return one after the other the articles that descend from one report, the largest families first."""
        return lineage.every(self._store, limit)

    def lineage(self, article: str) -> DocumentLineage:
        """Return what an article descends from and what from it: by document's id, path or name."""
        return of_document(self._store, document_named(self._store, article))

    def versions(self, one: str, other: str) -> Versions:
        """Return what became of each sentence from one article to another, the first published first."""
        return versions(self._store, document_named(self._store, one), document_named(self._store, other))
