"""Judgements of statements as the API sends and takes them."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from onrecord.present.rest.actor_models import Judgement, Judging
from onrecord.present.rest.texts import Model, Text
from onrecord.record import Field as Judgeable
from onrecord.record import JudgementKind

_VALUE = (
    "As JSON. source, cue, content, via: a list of [start, end] in code points of the document. speaker, relay: null "
    'or {"actor": an id or null, "name", "kind"}; addressee the same with "spans". said: null, an EDTF text, or '
    '{"edtf", "spans"}. setting: null or {"kind", "spans", "counterpart", "place", "medium"}. form, act, type, '
    'stance: a word. condition: places as content has them. issue: null or {"id", "name"}. '
    "stated, negated, hypothetical: true or false."
)


class JudgedField(Model):
    """A field of a statement: what the machine found, and what holds now."""

    field: Judgeable
    machine: Any = Field(description="The machine's value. Of `stated` the probability.")
    present: Any = Field(description="The value that holds.")
    number: int | None = Field(description="The judgement that gave it, null where it is the machine's.")
    unfit: Text | None = Field(description="Why a correction does not fit the text as it is read now.")


class JudgedStatement(Model):
    """A statement as judged. Its ETag goes into If-Match of the next judgement."""

    id: str
    status: str = Field(description="open, accepted, corrected or rejected.")
    version: int = Field(ge=0, description="How many judgements were made of it, withdrawals too.")
    fields: list[JudgedField]
    judgements: list[Judgement]
    holding: list[int] = Field(description="The numbers of the judgements in force.")


class Decided(Model):
    """One thing decided of a statement."""

    kind: JudgementKind = Field(description="accepted, rejected or corrected.", examples=["accepted"])
    field: Judgeable | None = Field(None, description="The field that is corrected.")
    value: Any = Field(None, description=_VALUE)


class Deciding(Judging):
    """What somebody decides of a statement: all of it is written, or nothing."""

    decisions: list[Decided] = Field(min_length=1, max_length=50)


class Undoing(Judging):
    """That a judgement of a statement no longer holds."""

    number: int | None = Field(None, ge=1, le=2**53, description="Which one; the last in force by default.")


class Doubt(Model):
    """A statement that nobody has settled."""

    id: str
    doubt: float
    reasons: list[str]


class Queue(Model):
    """What to judge, the most doubtful first."""

    items: list[Doubt]


class FieldAgreement(Model):
    """How far coders agree on a field. Alpha is 1 for agreement, 0 for chance."""

    field: str
    scale: str = Field(description="nominal, interval, overlap or unitizing.")
    alpha: float | None = Field(description="Krippendorff's alpha; null where nothing can be said.")
    statements: int = Field(ge=0, description="Statements with values of two coders or more.")
    same: int = Field(ge=0, description="Those of them on which all agree.")


class Study(Model):
    """Who coded how much, and how far they agree."""

    coders: dict[str, int]
    fields: list[FieldAgreement]
