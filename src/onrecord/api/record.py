"""An open record, and a text read without any file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord import pipeline
from onrecord.api.across import Across
from onrecord.api.opened import now
from onrecord.api.positions import Positions
from onrecord.api.tellings import Tellings
from onrecord.query import (
    ActorFilter,
    AnomalyFilter,
    Filter,
    Flagged,
    Judged,
    Listed,
    Portrait,
    QuotationFilter,
    Quoted,
    Reported,
    Shown,
    Tally,
    actors,
    anomalies,
    find,
    judged,
    judgements,
    quotations,
    show,
    tally,
)
from onrecord.query import actor as portrait
from onrecord.query.agreement import Study, agreement
from onrecord.record import Entry, Given, Judgement
from onrecord.run import judging, reviewing
from onrecord.run.article import Article
from onrecord.run.reviewing import Decision, Judge
from onrecord.run.summary import Summary
from onrecord.run.verification import Verification, verify
from onrecord.settings import load
from onrecord.store import Store, record_digest


class Statements(tuple[Reported, ...]):
    """A list of statements that a notebook shows as such."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return f"<p>{len(self)} statements</p>" + "".join(reported._repr_html_() for reported in self)


class Quotations(tuple[Quoted, ...]):
    """Unattributed quotations, with the `tally` that accounts for all of the articles they were asked from."""

    tally: Tally

    def __new__(cls, found: Iterable[Quoted], tally: Tally) -> Self:
        """Return the quotations with their tally."""
        made = super().__new__(cls, found)
        made.tally = tally
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Quoted, ...], Tally]]:
        return type(self), (tuple(self), self.tally)

    def _repr_html_(self) -> str:
        return f"<p>{escape(str(self.tally))}</p>" + "".join(quoted._repr_html_() for quoted in self)


class Record(Tellings, Across, Positions):
    """An open record. Use it as a context, or call :meth:`close`."""

    def __repr__(self) -> str:
        return f"<onrecord.Record {self._store.name}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def store(self) -> Store:
        """The open file, as :mod:`onrecord.query` and :mod:`onrecord.present.pictures` take it."""
        return self._store

    def close(self) -> None:
        """Leave the file closed."""
        self._store.close()

    def read(
        self,
        *paths: str | Path,
        given: Given | None = None,
        told: Callable[[Entry], None] = lambda entry: None,
    ) -> Summary:
        """Leave the inputs at `paths` in the record and its ledger; return what became of them.

        `given` is what you know of them beside their bytes; `told` is called with each input's entry.
        An input that fails never raises; ModelError and StoreError end the run, which can be repeated.
        """
        inputs = pipeline.captures([os.fspath(path) for path in paths], self.settings, given)
        return pipeline.read(self._store, inputs, self.settings, told)

    def statements(self, **wanted: Any) -> Statements:  # noqa: ANN401 (the fields of Filter)
        """Return the statements that meet the fields of :class:`onrecord.query.Filter` given by name."""
        return Statements(find(self._store, Filter(**wanted)))

    def quotations(self, **wanted: Any) -> Quotations:  # noqa: ANN401 (the fields of QuotationFilter)
        """Return the quotations that are part of no statement and meet the fields of `QuotationFilter` given.

        Their `tally` accounts for all quotations in the bodies of the articles asked for.
        """
        asked = QuotationFilter(**wanted)
        return Quotations(quotations(self._store, asked), tally(self._store, asked))

    def show(self, statement: str | Reported) -> Shown:
        """Return a statement, by id, its first digits or itself, with everything that leads to its bytes."""
        return show(self._store, statement if isinstance(statement, str) else statement.id)

    def actors(self, **wanted: Any) -> tuple[Listed, ...]:  # noqa: ANN401 (the fields of ActorFilter)
        """Return who is on record across documents, those with most statements first.

        `wanted` are fields of :class:`onrecord.query.ActorFilter`.
        """
        return actors(self._store, ActorFilter(**wanted))

    def actor(self, actor: str | Listed) -> Portrait:
        """Return one actor, by name, id or its first digits, with members, doubts and judgements."""
        return portrait(self._store, actor if isinstance(actor, str) else actor.id)

    def anomalies(self, **wanted: Any) -> tuple[Flagged, ...]:  # noqa: ANN401 (the fields of AnomalyFilter)
        """Return what the pages themselves contradict; `wanted` are fields of `AnomalyFilter`."""
        return tuple(anomalies(self._store, AnomalyFilter(**wanted)))

    def judgements(self) -> list[tuple[int, Judgement]]:
        """Return all judgements with their numbers, in the order in which they were made."""
        return judgements(self._store)

    def judged(self, statement: str | Reported) -> Judged:
        """Return a statement, by its whole id or itself, as judged: every field's machine's and present value."""
        return judged(self._store, statement if isinstance(statement, str) else statement.id)

    def judge(self, seen: Judged, *decisions: Decision, by: str, reason: str = "") -> Judged:
        """Judge a statement as it was `seen`: ACCEPT, REJECT, or `correct(field, value)`; return it as it then is.

        Raises ConflictError, with nothing written, where somebody has judged it since.
        """
        reviewing.judge(self._store, seen.id, decisions, Judge(by, now(), reason), seen=seen.version)
        return self.judged(seen.id)

    def undo(self, seen: Judged, *, by: str, reason: str = "", number: int | None = None) -> Judged:
        """Withdraw the last judgement of a statement that holds, or that of a number; return it as it then is."""
        reviewing.undo(self._store, seen.id, Judge(by, now(), reason), seen=seen.version, number=number)
        return self.judged(seen.id)

    def agreement(self, *, with_machine: bool = False) -> Study:
        """Return how far coders agree, field by field."""
        return agreement(self._store, with_machine=with_machine)

    def merge(self, *actors: str, by: str, reason: str = "") -> int:
        """Judge that actors, by id or name, are one; return the judgement's number."""
        return judging.merge(self._store, actors, author=by, made_at=now(), reason=reason)

    def split(self, actor: str, *members: str, by: str, reason: str = "") -> tuple[int, ...]:
        """Judge that members of an actor, by their ids, are somebody else; return the judgements' numbers."""
        return judging.split(self._store, actor, members, author=by, made_at=now(), reason=reason)

    def rename(self, actor: str, name: str, *, by: str, reason: str = "") -> int:
        """Judge what an actor's name is; return the judgement's number."""
        return judging.rename(self._store, actor, name, author=by, made_at=now(), reason=reason)

    def withdraw(self, number: int, *, by: str, reason: str = "") -> int:
        """Judge that the judgement of this number no longer holds; return the new one's number."""
        return judging.withdraw(self._store, number, author=by, made_at=now(), reason=reason)

    def verify(self) -> Verification:
        """Return the outcome of deriving everything again from the stored bytes."""
        return verify(self._store)

    def digest(self) -> str:
        """Return the SHA-256 that two records share when they hold the same."""
        return record_digest(self._store)


def open(path: str | Path = "", *, create: bool = True, **settings: Any) -> Record:  # noqa: ANN401 (fields of Settings)
    """Return the record at `path`, made when missing; by default the one that the settings name.

    `settings` are fields of :class:`onrecord.settings.Settings`; the environment's values hold for the
    others. Raises StoreError when the file is no record, and SettingsError.
    """
    chosen, _ = load(os.environ, {**settings, "record": os.fspath(path) or None})
    pipeline.extend_authority(chosen.authority)
    return Record(Store.open(chosen.record, create=create, busy_timeout=chosen.busy_timeout), chosen)


def read_text(text: str, *, given: Given | None = None, model: str = "") -> Article:
    """Return the document and the statements of an article given as plain text, without any file.

    Raises InputError when the text is empty and ModelError when the tagger cannot be loaded.
    """
    return pipeline.article_of_text(text, given=given, model=model)
