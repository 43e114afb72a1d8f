"""Actors and judgements as the API sends and takes them."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints

from onrecord.present.rest.texts import Listing, Model, Text
from onrecord.record.ids import ID_LENGTH

ActorId: TypeAlias = Annotated[str, StringConstraints(pattern=f"^[0-9a-f]{{{ID_LENGTH}}}$")]
Filled: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"\S")]
"""Words with at least one that is no white space."""


class MetName(Model):
    """A name that an actor was met with."""

    name: Text
    documents: int


class MetRole(Model):
    """A role that an actor was met with, and the days of publication."""

    role: Text
    days: list[str]


class Candidate(Model):
    """Who an actor may be too, for a person to judge."""

    id: str
    name: Text
    score: float
    reason: Text


class ActorEntry(Model):
    """An actor across documents."""

    id: str
    kind: str
    name: Text
    authority: str | None = Field(description="The authority's id, a Wikidata QID.")
    reason: Text = Field(description="What joins its members.")
    statements: int
    documents: int
    names: list[MetName]
    roles: list[MetRole]
    candidates: list[Candidate]


class Actors(Listing):
    """Actors, those with most statements first."""

    items: list[ActorEntry]


class Member(Model):
    """An actor of one document that an actor across documents is made of."""

    id: str
    name: Text
    document_id: str
    outlet: Text | None
    title: Text | None
    published: str | None
    machine: str = Field(description="The actor with whom the machine alone would put it.")


class Judgement(Model):
    """What a person decided; kept beside the machine's value, never over it."""

    number: int = Field(description="Its place in the log.")
    id: str
    author: Text
    made_at: str
    kind: str = Field(examples=["same"])
    subjects: list[str]
    field: str | None = Field(description="Which field of a statement it corrects.")
    value: Text | None
    seen: int | None = Field(description="The version of the statement that its author had before them.")
    reason: Text
    withdrawn_by: list[int] = Field(description="The numbers of judgements that withdraw it.")


class Judgements(Listing):
    """Judgements in the order in which they were made."""

    items: list[Judgement]


class Actor(ActorEntry):
    """An actor with its members and the judgements that shaped it."""

    members: list[Member]
    judgements: list[Judgement]


class Judging(Model):
    """Who judges, and why."""

    author: Filled = Field(description="Who judges.", examples=["Ada Mott"])
    reason: str = Field("", max_length=2000, description="Why, in words.")


class Merging(Judging):
    """That other actors are this one."""

    others: list[ActorId] = Field(min_length=1, max_length=100, description="The ids of the other actors.")
    etags: dict[ActorId, str] = Field(
        default_factory=dict, max_length=100, description="ETags of the others as you have seen them; each is checked."
    )


class Splitting(Judging):
    """That some of an actor's members are somebody else."""

    members: list[ActorId] = Field(min_length=1, max_length=1000, description="The ids of these members.")


class Renaming(Judging):
    """What an actor's name is."""

    name: Filled


class Judged(Model):
    """What a judgement led to."""

    judgements: list[int] = Field(description="Their numbers in the log.")
    actors: list[str] = Field(description="The ids of the actors that hold the members now.")
