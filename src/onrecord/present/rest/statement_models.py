"""Statements as the API sends them."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from onrecord.present.rest.texts import InArticle, Listing, Model, PlacedSpan, Text

Probability: TypeAlias = Annotated[float, Field(ge=0, le=1)]
"""From 0 to 1."""


class Person(Model):
    """Who takes part in a statement: an actor as this article names it, and who that is across documents."""

    name: Text = Field(description="The name across documents, else the fullest one in this document.")
    met_as: Text = Field(description="The fullest name in this document.")
    kind: str = Field(description="person, organisation, group or unnamed.", examples=["person"])
    roles: list[Text]
    actor: str | None = Field(description="The id across documents: see /v1/actors/{id}.")
    authority: str | None = Field(description="The authority's id, a Wikidata QID.", examples=["Q7747"])


class Speaker(Person):
    """Who is reported to have said it."""

    basis: Text = Field(description="How the speaker was found, in words.")


class SaidOn(Model):
    """When it was said, as the text lets one know."""

    edtf: str = Field(description="In the Extended Date/Time Format (ISO 8601-2).", examples=["2025-09-29"])
    start: str
    end: str
    basis: str = Field(description="stated or inferred.")
    reason: Text
    spans: list[PlacedSpan]


class Occasion(Model):
    """On which occasion or where it was said."""

    kind: str = Field(examples=["news conference"])
    medium: Text | None
    basis: str
    spans: list[PlacedSpan]
    counterpart: list[PlacedSpan]
    place: list[PlacedSpan]


class AboutIssue(Model):
    """The issue that a statement is about, with the probability of it."""

    id: str
    name: Text
    chance: Probability


class Statement(InArticle):
    """A statement as one article reports it. That it stands here says nothing of whether it is true."""

    id: str
    language: str | None
    published_basis: str | None
    updated: str | None
    region: str | None = Field(description="The part of the article that it stands in.")
    speaker: Speaker | None = Field(description="Null where nobody is known to speak.")
    relay: Person | None = Field(description="Who relays it, for a statement within another.")
    addressee: Person | None
    said: SaidOn | None
    setting: Occasion | None
    stated: Probability | None = Field(description="The probability that it is a public statement.")
    type: str | None = Field(description="assertion, prediction, demand, …; null where not told.", examples=["demand"])
    type_chance: Probability | None = Field(description="The probability of that type, as calibrated.")
    conditional: bool | None = Field(description="Whether it holds under a condition only; null where not told.")
    condition: list[PlacedSpan] = Field(description="The words under which alone it holds.")
    negated: bool | None = Field(description="Whether the text says that it was not said.")
    hypothetical: bool | None = Field(description="Whether the text does not tell it as having been said.")
    issue: AboutIssue | None = Field(description="What it is about; null for nothing that others speak of.")
    stance: str | None = Field(description="support, oppose or neutral; null without an issue.", examples=["oppose"])
    stance_chance: Probability | None
    occasion: str | None = Field(description="The id of the occasion that others tell of too: /v1/occasions/{id}.")
    utterances: list[str] = Field(description="The ids of what others tell too: see /v1/utterances/{id}.")
    act: str | None = Field(description="communicated or thought; null where an earlier version did not tell.")
    form: str = Field(description="direct, indirect or mixed.")
    confidence: Probability = Field(description="The probability that content and source are right, as calibrated.")
    words: Text = Field(description="The content's words; […] stands for text between its parts.")
    source: list[PlacedSpan]
    cue: list[PlacedSpan]
    content: list[PlacedSpan]
    via: list[PlacedSpan]
    to: list[PlacedSpan]
    status: str = Field(description="Where people's judgements leave it.", examples=["open"])
    version: int = Field(ge=0, description="How many judgements were made of it.")
    machine: dict[str, Any] = Field(description="The machine's values of the fields that people corrected.")
    unfit: dict[str, Text] = Field(description="Corrections that do not fit the text as it is read now, and why.")


class Statements(Listing):
    """Statements by time of publication, document and place in it; undated documents first."""

    items: list[Statement]


class TextQuoteSelector(Model):
    """Words with those around them (W3C Web Annotation Data Model, 4.2.4)."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: Text
    prefix: Text
    suffix: Text


class TextPositionSelector(Model):
    """A half-open range of code points of the document's text (W3C Web Annotation Data Model, 4.2.5)."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int


class Selected(Model):
    """A span of a statement, by the role that it has, selected in two ways."""

    role: str = Field(examples=["content"])
    selector: list[TextQuoteSelector | TextPositionSelector]


class Provenance(Model):
    """What leads from a statement back to the bytes it was read from."""

    sha256: str = Field(description="Of the capture's bytes as received.", min_length=64, max_length=64)
    size: int = Field(description="How many bytes they are.")
    media_type: str
    charset: str = Field(description="How the bytes were decoded.")
    source_field: str | None = Field(description="The row's field that offsets into the source count in, for rows.")
    fetched_at: str | None
    made_by: str = Field(description="The version of onrecord and its model that read the article.")


class Paragraph(Model):
    """A paragraph that words of the statement stand in."""

    start: int
    end: int
    words: Text


class WholeStatement(Statement):
    """A statement with its paragraphs, its provenance, and the statements that it lies within and holds."""

    paragraphs: list[Paragraph]
    provenance: Provenance
    selectors: list[Selected]
    within: list[str] = Field(description="The ids of the statements that it lies within.")
    holds: list[str] = Field(description="The ids of the statements that lie within it.")


class FacetValue(Model):
    """One value that statements have."""

    value: Text = Field(description="As the parameter of its facet takes it.")
    label: Text
    number: int = Field(ge=0)


class Facets(Model):
    """How statements are spread over values. Each facet is counted without its own conditions."""

    number: int = Field(ge=0, description="How many statements meet all conditions.")
    exact: bool = Field(description="False where the number is an estimate.")
    facets: dict[str, list[FacetValue]]
    parameters: dict[str, list[str]] = Field(description="The parameters that each facet's values are for.")
