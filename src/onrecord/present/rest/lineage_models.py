"""Lineage as the API sends it: families of documents, versions, what can be compared."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from onrecord.present.rest.texts import Listing, Model, Text

Range: TypeAlias = Annotated[list[int], Field(min_length=2, max_length=2)]
"""A half-open range of code points: ``[start, end]``."""
Share: TypeAlias = Annotated[float, Field(ge=0, le=1)]
"""A part of a text, from 0 to 1."""


class Article(Model):
    """What names an article."""

    document: str
    outlet: Text | None
    title: Text | None
    published: str | None
    url: Text | None


class DescentPair(Model):
    """What a document is to another one."""

    document: str
    origin: str
    kind: str = Field(
        description="exact copy, reprint, holds its text, part of its text, later version, same event.",
        examples=["reprint"],
    )
    of_document: Share = Field(description="The share of the document's text that the origin holds.")
    of_origin: Share = Field(description="The share of the origin's text that the document holds.")


class Member(Article):
    """A document of a family."""

    descent: DescentPair | None = Field(description="What it is to the origin; null for the origin itself.")


class Family(Model):
    """Documents that descend from one report: one witness."""

    id: str = Field(description="The id of the document that is likeliest the origin, or nearest to it.")
    agency: Text | None = Field(description="The agency that the members credit.")
    outlets: list[Text]
    members: list[Member]


class Families(Listing):
    """Families, those of most documents first."""

    items: list[Family]


class Lineage(Article):
    """What a document descends from, what descends from it, and what reports the same event."""

    family: Family | None = Field(description="Null for a text of its own.")
    descents: list[DescentPair]
    event: list[Article]


class Comparable(Article):
    """An article that another one can be compared with."""

    descent: DescentPair | None
    shared: int = Field(description="How many utterances both tell.")


class Comparables(Model):
    """Articles that one can be compared with, those that share most first."""

    items: list[Comparable]


class Edit(Model):
    """Words that differ, as ranges of the two sentences; an empty one is a place."""

    before: Range
    after: Range


class SentenceChange(Model):
    """What became of a sentence."""

    kind: str = Field(description="kept, moved, changed, added or dropped.")
    before: Text
    before_at: Range | None = Field(description="Where it stands in the earlier document's text.")
    after: Text
    after_at: Range | None = Field(description="Where it stands in the later document's text.")
    edits: list[Edit]
    sharp: list[str] = Field(description="Kinds of differences that may change what it tells.")


class Versions(Model):
    """Two documents sentence by sentence, the first published first."""

    before: Article
    after: Article
    descent: DescentPair | None = Field(description="What one is to the other; null where they share no text.")
    numbers: dict[str, int]
    changes: list[SentenceChange]
