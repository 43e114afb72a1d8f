"""Utterances, occasions and comparisons as the API sends them."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from onrecord.present.rest.actor_models import ActorId, Judging
from onrecord.present.rest.lineage_models import Article, DescentPair
from onrecord.present.rest.statement_models import Statement
from onrecord.present.rest.texts import Listing, Model, Text

Range: TypeAlias = Annotated[list[int], Field(min_length=2, max_length=2)]
"""A half-open range of code points: ``[start, end]``."""


class Who(Model):
    """Who speaks."""

    id: str | None = Field(description="The id across documents; null for somebody met in one document alone.")
    name: Text


class Contrast(Model):
    """A telling that differs from the fullest."""

    relation: str = Field(examples=["altered"])
    words: Text


class UtteranceEntry(Model):
    """What was said once and is told several times, as lists tell it."""

    id: str = Field(description="It is made of two of its tellings. Should it get another, this one leads there.")
    occasion: str
    speakers: list[Who]
    cue: Text = Field(description="That of the fullest telling where its words are not quoted; else empty.")
    words: Text = Field(description="Those of the fullest telling.")
    passage: Text | None = Field(
        description="The part of them that it is about, where other utterances are about other parts of that telling."
    )
    first: str | None = Field(description="When it was first published, ISO 8601; null where no telling is dated.")
    tellings: int
    documents: int
    witnesses: int = Field(description="How many independent texts tell it.")
    outlets: list[Text]
    told_by: list[Text] = Field(
        description="Outlets, or what articles are called where none is known; the first published first."
    )
    relations: dict[str, int] = Field(description="Tellings by what they are to the fullest one.")
    contrast: Contrast | None = Field(description="The first one that differs most; null where all are word for word.")


class Utterances(Listing):
    """Utterances in the order asked for."""

    items: list[UtteranceEntry]


class Difference(Model):
    """How a telling differs from the fullest one. Ranges are places in the two tellings' `words`."""

    kind: str = Field(examples=["negation"])
    fuller: Range | None
    other: Range | None
    changes_meaning: bool = Field(description="Whether it may change what was said.")
    reason: Text


class Telling(Model):
    """One statement as a telling of an utterance."""

    statement: str
    document: str
    outlet: Text | None
    title: Text | None
    published: str | None
    speaker: Text | None
    relation: str = Field(description="full, verbatim, truncated, altered or paraphrase.")
    changes_meaning: bool
    witness: int = Field(description="Numbers the independent texts, in order of time.")
    origin: str | None = Field(description="The document that its document descends from.")
    cue: Text = Field(description="Where its words are not quoted; else empty.")
    words: Text
    differences: list[Difference]


class Days(Model):
    """From a day to a day, both counted."""

    start: str
    end: str


class Occasion(Model):
    """One speaker's act of speaking or writing."""

    id: str
    speakers: list[Who]
    days: Days | None = Field(description="On which it may have been; null where no text tells.")
    setting: dict[str, Text] | None = Field(description="kind, medium, name, place, counterpart, as far as told.")
    statements: int


class WholeOccasion(Occasion):
    """An occasion with all that is told of it."""

    utterances: list[UtteranceEntry]
    others: list[Statement] = Field(description="Statements that one text alone tells.")


class Piece(Model):
    """Words of a reconstruction, and the statements that tell them."""

    words: Text
    witnesses: list[str]


class TellingJudgement(Model):
    """A judgement in force that made or parted it."""

    number: int
    kind: str = Field(examples=["told same"])
    author: Text
    made_at: str


class Utterance(Model):
    """An utterance with all its tellings, the first published first."""

    id: str
    occasion: Occasion
    speakers: list[Who] = Field(description="Who speaks in its tellings; others of the occasion may stand for them.")
    witnesses: int
    reconstruction: list[Piece] = Field(description="What its tellings together tell.")
    tellings: list[Telling]
    judgements: list[TellingJudgement]


class ToldIn(UtteranceEntry):
    """An utterance that a statement tells, with its tellings."""

    all_tellings: list[Telling]


class StatementTellings(Model):
    """The utterances that a statement tells; none where it alone tells it."""

    items: list[ToldIn]


class TellingsMerging(Judging):
    """That other utterances or statements tell the same as this one."""

    others: list[ActorId] = Field(min_length=1, max_length=100, description="The ids of utterances or statements.")
    etags: dict[ActorId, str] = Field(
        default_factory=dict, max_length=100, description="ETags of utterances among them as you have seen them."
    )


class TellingsSplitting(Judging):
    """That some of an utterance's tellings tell something else than the rest."""

    apart: list[ActorId] = Field(min_length=1, max_length=200, description="The ids of these statements.")


class TellingsJudged(Model):
    """What a judgement of tellings led to."""

    judgements: list[int] = Field(description="Its number in the log.")
    utterances: list[str] = Field(description="The ids of the utterances that hold the judged statements now.")


class ComparedCell(Model):
    """What one article tells of a row."""

    document: str
    relation: str | None = Field(description="The best of its tellings; null where it leaves it out.")
    tellings: list[Telling]


class ComparedRow(Model):
    """One thing said, and what each article tells of it."""

    utterance: str | None = Field(description="Null where a single statement tells it.")
    speakers: list[Who]
    cue: Text = Field(description="That of the fullest telling where its words are not quoted; else empty.")
    words: Text = Field(description="Those of the fullest telling of the record.")
    passage: Text | None = Field(
        description="The part of them that the row is about, where other rows are about other parts of that telling."
    )
    cells: list[ComparedCell]
    elsewhere: int = Field(ge=0, description="Documents outside of the comparison that tell it too.")


class Comparison(Model):
    """Articles side by side: rows that most of them tell first."""

    articles: list[Article]
    descents: list[DescentPair]
    rows: list[ComparedRow]
    total: int = Field(description="How many rows there are; the first 300 are told.")
