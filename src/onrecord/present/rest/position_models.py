"""Issues, positions and common ground as the API sends them."""

from __future__ import annotations

from pydantic import Field

from onrecord.present.rest.statement_models import Probability
from onrecord.present.rest.texts import Listing, Model, Text


class IssueEntry(Model):
    """What statements are about, as lists tell it."""

    id: str
    name: Text
    description: Text | None
    parent: str | None = Field(description="The id of the concept above it.")
    coded: bool = Field(description="Whether it is a concept of the codebook; the others were found.")
    statements: int = Field(ge=0, description="How many are about it.")
    stances: dict[str, int] = Field(description="Of these, how many support it, oppose it, and take no side.")


class Issues(Listing):
    """Issues, those on which most was said first."""

    items: list[IssueEntry]


class Named(Model):
    """An actor or an issue."""

    id: str
    name: Text


class Stand(Model):
    """One statement as evidence of a position."""

    statement: str
    utterance: str | None = Field(description="The passage that it tells with others; null where it alone does.")
    day: str | None = Field(description="On which it was said, else published, ISO 8601.")
    outlet: Text | None
    stance: str = Field(examples=["support"])
    type: str | None
    conditional: bool
    hypothetical: bool
    confidence: Probability = Field(description="The probability that statement, issue and stance are right.")


class Turn(Model):
    """Two statements, one after the other, that take opposite sides, by their ids."""

    earlier: str
    later: str
    contradiction: bool = Field(description="Whether both hold without a condition.")


class Position(Model):
    """Where an actor stands on an issue, with every statement that it rests on."""

    actor: Named
    issue: Named
    leaning: str = Field(description="support, oppose, mixed or neutral.")
    firm: bool = Field(description="Whether some statement takes a side without a condition.")
    passages: int = Field(ge=0, description="A passage that several texts tell counts once.")
    stances: dict[str, int]
    types: dict[str, int]
    statements: list[Stand]
    turns: list[Turn]


class Positions(Model):
    """Positions, those resting on most passages first."""

    items: list[Position]


class WholeIssue(IssueEntry):
    """An issue with everybody's position on it, and the concepts below it."""

    positions: list[Position]
    below: list[IssueEntry]


class Ground(Model):
    """What positions on one issue are to one another. It says nothing on what is wanted in fact."""

    issue: Named
    ground: str = Field(description="agree, differ only by conditions, exclude each other, or not to be told.")
    reason: Text
    positions: list[Position]


class CommonGround(Model):
    """The issues on which all sides have a stated position, those on which most was said first."""

    items: list[Ground]
