"""Documents, outlets, quotations, anomalies and the ledger as the API sends them."""

from __future__ import annotations

from pydantic import Field

from onrecord.present.rest.statement_models import Statement
from onrecord.present.rest.texts import InArticle, Listing, Model, PlacedSpan, Text


class Quotation(InArticle):
    """A quotation of a body that is part of no statement."""

    id: str
    reason: str = Field(description="Why it is nobody's statement, as far as can be told.")
    words: Text = Field(description="Its words with their marks.")
    paragraph: Text
    start: int = Field(ge=0)
    end: int
    source_start: int = Field(ge=0)
    source_end: int


class Tally(Model):
    """All quotations of the bodies of the documents asked for, in numbers that add up."""

    quotations: int = Field(ge=0)
    attributed: int = Field(ge=0, description="How many are part of a statement.")
    unattributed: int = Field(ge=0)
    reasons: dict[str, int]
    unknown: int = Field(ge=0, description="Documents that an earlier version made without such an account.")


class Quotations(Listing):
    """Unattributed quotations by time of publication, document and place in it, with the sum of all."""

    tally: Tally
    items: list[Quotation]


class Anomaly(InArticle):
    """Something that a page itself contradicts."""

    id: str
    kind: str = Field(examples=["weekday that does not fit its date"])
    reason: Text = Field(description="Why the words do not fit, in words.")
    spans: list[PlacedSpan]


class Anomalies(Listing):
    """Anomalies by time of publication, document and place in it."""

    items: list[Anomaly]


class ClashSide(Model):
    """One of two statements that give the same words to different speakers, addressees or days."""

    statement: str
    document: str
    outlet: Text | None
    published: str | None
    speaker: Text | None
    addressee: Text | None
    said: str | None = Field(description="In the Extended Date/Time Format.")
    words: Text


class Clash(Model):
    """Two articles that give the same quoted words to different speakers, addressees or days."""

    id: str
    kind: str = Field(examples=["other speaker"])
    words: Text = Field(description="What both quote, as words that were compared.")
    reason: Text
    statements: list[ClashSide]


class Clashes(Listing):
    """Clashes in order of their statements' ids. Which side is right is not known."""

    items: list[Clash]


class DocumentEntry(InArticle):
    """An article with what was found in it, in numbers."""

    language: str | None
    published_basis: str | None = Field(description="What the time of publication rests on.")
    updated: str | None
    statements: int = Field(ge=0)
    anomalies: int = Field(ge=0)
    quotations: int | None = Field(description="In its body; null where an earlier version did not account for them.")


class Documents(Listing):
    """Documents by time of publication, undated ones first."""

    items: list[DocumentEntry]


class Region(Model):
    """A half-open range of code points of the text and what part of the article it is."""

    start: int = Field(ge=0)
    end: int
    kind: str = Field(examples=["body"])
    reason: Text | None = Field(description="Why it is kept out of the statements, where it is.")


class Document(DocumentEntry):
    """An article as text, with its regions. `text` is never normalised; markup has no place in it."""

    text: Text
    regions: list[Region]
    flags: list[Text] = Field(description="What went wrong on the way from the bytes to the text.")
    sha256: str = Field(description="Of the capture's bytes as received.")
    size: int
    media_type: str
    charset: str
    source_field: str | None
    made_by: str


class DocumentStatements(Model):
    """All statements of a document, in order of the text."""

    items: list[Statement]


class DocumentAnomalies(Model):
    """All anomalies of a document, in order of the text."""

    items: list[Anomaly]


class Outlet(Model):
    """Who published articles, in numbers."""

    name: Text | None = Field(description="Null for the documents of which nobody says who published them.")
    documents: int
    statements: int
    first: str | None = Field(description="The first day of publication that is known.")
    last: str | None


class Outlets(Model):
    """All outlets by name."""

    items: list[Outlet]


class Run(Model):
    """One run of `read`."""

    id: int
    started: str
    finished: str | None = Field(description="Null for a run that ended early.")
    made_by: str
    inputs: int | None
    outcomes: dict[str, int]


class Runs(Model):
    """All runs, the newest first."""

    items: list[Run]


class LedgerEntry(Model):
    """What became of one input."""

    number: int
    locator: Text
    outcome: str = Field(description="stored, duplicate, skipped or failed.")
    capture: str | None
    reason: Text | None


class LedgerEntries(Listing):
    """The inputs of a run in their order."""

    items: list[LedgerEntry]
