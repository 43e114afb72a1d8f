"""The record's statements and documents aligned with one another, following what changed since the last time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from onrecord.run.aligner import Aligner, Shipped
from onrecord.run.cache import Cache
from onrecord.run.kindred import Kindred
from onrecord.run.neighbourhood import Neighbourhood
from onrecord.store import Store, alignments, changes, families, lineages

BATCH = 100
"""Documents that are aligned in one transaction: so long the record is locked, and so much is lost by a kill."""


class Aligning:
    """Follows a record's changes. What it leaves does not depend on their order, nor on how many it takes at once.

    What is told by statements is remembered from one batch to the next: use one for one writer.
    """

    def __init__(self, aligner: Aligner | None = None, batch: int = BATCH) -> None:
        self._aligner = aligner or Shipped()
        self._batch, self._cache = batch, Cache()

    @property
    def made_by(self) -> str:
        """What signs an alignment: with another signature all is aligned anew."""
        return self._aligner.made_by

    def run(self, store: Store) -> int:
        """Leave all of the record aligned; return how many statements were told otherwise than before."""
        done = 0
        while self._pending(store):
            with store.writing() as connection:
                done += self.step(connection) or 0
        return done

    def _pending(self, store: Store) -> bool:
        with store.reading() as connection:
            return not is_current(connection, self.made_by)

    def all(self, connection: Connection) -> None:
        """Leave all of the record aligned, in the transaction that the connection is in."""
        while self.step(connection) is not None:
            pass

    def step(self, connection: Connection) -> int | None:
        """Follow the next changes, a batch of them; return how many statements they touched, None without any left."""
        state, made_by = alignments.state(connection), self.made_by
        if state.made_by != made_by:
            alignments.clear(connection, made_by)
            lineages.clear(connection)
            state = alignments.state(connection)
        if not families.are_kept(connection):
            Kindred(connection).gather_all()
        found = changes.following(connection, state.number, self._batch)
        if not found:
            if state.number < changes.latest(connection):
                alignments.reached(connection, changes.latest(connection), made_by)
            return None
        documents = [each for _, each in found]
        Kindred(connection).follow(documents)
        touched = Neighbourhood(connection, self._aligner, self._cache).align(documents)
        alignments.reached(connection, found[-1][0], made_by)
        return touched


def is_current(connection: Connection, made_by: str | None = None) -> bool:
    """Return whether the record is aligned up to its last change, by `made_by` if that is given."""
    state, kept = alignments.state(connection), families.are_kept(connection)
    return state.number >= changes.latest(connection) and made_by in (None, state.made_by) and kept


@contextmanager
def kept_aligned(connection: Connection) -> Iterator[None]:
    """Leave a record that was aligned before the context aligned after it too, in the same transaction.

    One that was not, as one that an earlier version wrote, is left to the next run.
    """
    aligning = Aligning()
    current = is_current(connection, aligning.made_by)
    yield
    if current:
        aligning.all(connection)
