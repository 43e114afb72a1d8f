"""The conditions that statements can be asked for by, as query parameters."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from onrecord.present.rest.parameters import Day, Paged, Words
from onrecord.query import Filter
from onrecord.record import Act, AnomalyKind, Form, SettingKind, Stance, StatementType, Status
from onrecord.record.ids import ID_LENGTH


class StatementQuery(BaseModel):
    """Conditions that a statement must all meet: those of `onrecord.query.Filter`, by the same names."""

    model_config = ConfigDict(extra="forbid")

    words: Words | None = Field(
        None, description='Words of the statement, its source, speaker or headline; "…" is a phrase, word* a beginning.'
    )
    speaker: Words | None = Field(None, description="Words of the speaker's name.", examples=["Mott"])
    actor: str | None = Field(
        None, pattern=f"^[0-9a-f]{{{ID_LENGTH}}}$", description="The speaker's id across documents."
    )
    outlet: Words | None = Field(None, description="Words of the outlet's name.")
    outlet_name: Words | None = Field(None, description="The outlet's whole name.")
    addressee: Words | None = Field(None, description="Words of the name of whom it was said to.")
    relay: Words | None = Field(None, description="Words of the name of who relays it.")
    since: Day | None = Field(None, description="Published on that day or later.")
    until: Day | None = Field(None, description="Published on that day or earlier.")
    said_since: Day | None = Field(None, description="Said on that day or later.")
    said_until: Day | None = Field(None, description="Said on that day or earlier.")
    form: Form | None = Field(None, description="How the content is given.")
    act: Act | None = Field(None, description="Something said, or a belief ascribed.")
    setting: SettingKind | None = Field(None, description="The kind of occasion.")
    type: StatementType | None = Field(None, description="What the speaker does by it.")
    conditional: bool | None = Field(None, description="Whether it holds under a stated condition only.")
    issue: str | None = Field(
        None, pattern=f"^[0-9a-f]{{{ID_LENGTH}}}$", description="The id of what it is about: see /v1/issues."
    )
    stance: Stance | None = Field(None, description="Where it stands towards that.")
    flag: AnomalyKind | None = Field(None, description="What the article contradicts itself in.")
    min_confidence: float | None = Field(None, ge=0, le=1, description="Least probability to be right.")
    below_confidence: float | None = Field(None, ge=0, le=1, description="Probability that it does not reach.")
    status: Status | None = Field(
        None, description="Where people's judgements leave it; by default all but those that are rejected."
    )
    everything: bool = Field(False, description="Deeds, perceptions and mere mentions too.")

    def filter(self, limit: int | None = None) -> Filter:
        """Return the conditions as questions to a record take them."""
        return Filter(**{name: getattr(self, name) for name in StatementQuery.model_fields}, limit=limit)


class StatementPage(StatementQuery, Paged):
    """Conditions, and which part of the list is wanted."""
