"""Types that several models of the API share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

Text: TypeAlias = Annotated[str, SkipValidation]
"""Text exactly as the record holds it.

It may hold half surrogate pairs (from escapes in JSON, or file names), which pydantic's own strings refuse.
"""


class Model(BaseModel):
    """What the API sends or takes: fields that it does not know are an error on either way."""

    model_config = ConfigDict(extra="forbid")


class PlacedSpan(Model):
    """Words of an article: half-open ranges of code points in the document's text and in its decoded source."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    words: Text
    source_start: int = Field(ge=0)
    source_end: int = Field(ge=0)


class InArticle(Model):
    """The article that something stands in, and where its bytes were met."""

    document: str = Field(description="The document's id: see /v1/documents/{id}.")
    capture: str = Field(description="The id of the capture behind it.")
    articles: list[Text] = Field(description="Names that it is known by.")
    locators: list[Text] = Field(description="Where it was met: paths, addresses, rows.")
    outlet: Text | None
    title: Text | None
    url: Text | None
    published: str | None = Field(description="When it was published, ISO 8601 as far as known.")


class Listing(Model):
    """A page of a list. `next` is the address of the page behind it, null where there is none."""

    next: str | None = Field(description="The address of the next page; null behind the last.")
