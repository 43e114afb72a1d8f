"""Tellings of an utterance: what is told of each, beside the one that tells most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.query.reported import Heading, Reported
from onrecord.record import Difference, Interval, Judgement, Relation, SettingKey, content_id
from onrecord.text.differences import Piece


def version_of(statement_ids: Iterable[str]) -> str:
    """Return what tells whether an utterance, which keeps its id, has just these tellings."""
    return content_id("tellings", *sorted(statement_ids))


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks, across documents: the identity's id, None for somebody met in one document alone, and the name."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class ReportedTelling:
    """One statement as a telling of an utterance.

    `words` are the content's, with `` … `` between its parts: the ranges of `differences` are places in them
    (`Difference.other`) and in the `words` of the fullest telling (`Difference.fuller`). The FULL telling has none.
    `witness` numbers the independent texts from 1, in order of time: documents of one lineage share a number.
    `origin` is the document that its document descends from, by the record; None where it is a text of its own.
    """

    reported: Reported
    relation: Relation
    words: str
    differences: tuple[Difference, ...] = ()
    witness: int = 1
    origin: str | None = None

    @property
    def cue(self) -> str:
        """Its cue where it quotes nobody, else ""."""
        return self.reported.cue

    @property
    def changes_meaning(self) -> bool:
        """Whether a difference from the fullest telling may change what was said."""
        return any(difference.changes_meaning for difference in self.differences)


@dataclass(frozen=True, slots=True)
class ListedUtterance:
    """An utterance as lists show it.

    `speakers` are in order of name. `words` are those of the telling that tells most, `cue` its cue where it quotes
    nobody, else ""; `passage` is the part of them that it is about, where that telling tells several utterances and
    others quote a part, else None. `first` is the time of publication of the earliest telling, None where none is
    dated. `relations` counts the tellings by what they are to the fullest. `outlets` are sorted; `told_by` are all
    articles, by outlet or by their name where none is known, each once, the first published first. `witnesses` is the
    number of independent texts. `contrast` is a telling that differs from the fullest, altered before truncated before
    paraphrase; None where all are word for word. `version` is another when its tellings are others.
    """

    id: str
    occasion_id: str
    speakers: tuple[Speaking, ...]
    words: str
    first: str | None
    documents: int
    outlets: tuple[str, ...]
    relations: tuple[tuple[Relation, int], ...]
    witnesses: int
    contrast: tuple[Relation, str] | None = None
    version: str = ""
    told_by: tuple[str, ...] = ()
    cue: str = ""
    passage: str | None = None

    @property
    def said(self) -> str:
        """The words that it is about."""
        return self.passage or self.words

    @property
    def tellings(self) -> int:
        """How many statements tell it."""
        return sum(number for _, number in self.relations)


@dataclass(frozen=True, slots=True)
class ShownOccasion:
    """An occasion: who spoke, on which days, where as far as told, and what is told of it.

    `utterances` are its passages with two tellings or more, in order of the fullest document's text; `others` are
    the statements that tell of it and are part of none. Both are the first MOST.
    """

    id: str
    speakers: tuple[Speaking, ...]
    interval: Interval | None
    setting: SettingKey | None
    statements: int
    utterances: tuple[ListedUtterance, ...] = ()
    others: tuple[Reported, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownUtterance:
    """An utterance with all its tellings, the first published first: the time line of who told it when.

    `speakers` are those of its tellings, in order of name; the occasion may have more who stand for one another.
    `reconstruction` is what its tellings together tell of the words, each part with its witnesses.
    `judgements` are people's that merged or split it, with their numbers in the log. `version` is another when its
    tellings are others.
    """

    id: str
    occasion: ShownOccasion
    speakers: tuple[Speaking, ...]
    tellings: tuple[ReportedTelling, ...]
    reconstruction: tuple[Piece, ...]
    witnesses: int
    judgements: tuple[tuple[int, Judgement], ...] = ()
    version: str = ""

    @property
    def fullest(self) -> ReportedTelling:
        """The telling that tells most of it."""
        return next(each for each in self.tellings if each.relation is Relation.FULL)

    @property
    def first(self) -> ReportedTelling:
        """The telling that was published first."""
        return self.tellings[0]

    @property
    def documents(self) -> tuple[Heading, ...]:
        """The documents that tell it, the first published first, each once."""
        return tuple({each.reported.heading.document_id: each.reported.heading for each in self.tellings}.values())
