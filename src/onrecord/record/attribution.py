"""An attribution: the words that ascribe a content to a source, as spans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from onrecord.errors import InternalError
from onrecord.record.ids import content_id
from onrecord.record.span import Span


class Form(StrEnum):
    """How the content is given: in quotation marks, in the writer's words, or partly both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the text ascribes: something said, written, announced or voted; or a belief, wish or perception."""

    COMMUNICATED = "communicated"
    THOUGHT = "thought"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans of one attribution, after PolNeAR (Newell et al., LREC 2018).

    Each role is a tuple of spans in order of the text: several parts where it is discontinuous.
    `source` and `cue` may be empty (nobody named; a bare quotation), `content` never is.
    `via` are the words of who relays it, for a nested attribution: of all of them, where one relays
    another. `confidence` is a probability. `act` tells what was communicated from what the text only
    ascribes to somebody's mind; None stands only in records of a version that did not tell it.
    Raises InternalError for an empty content, unordered spans or a confidence out of range.
    """

    document_id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    confidence: float
    via: tuple[Span, ...] = ()
    act: Act | None = Act.COMMUNICATED

    def __post_init__(self) -> None:
        if not self.content:
            raise InternalError(f"an attribution of {self.document_id} has no content")
        if not 0.0 <= self.confidence <= 1.0:
            raise InternalError(f"confidence {self.confidence} is not in 0…1")
        for spans in (self.source, self.cue, self.content, self.via):
            if any(a.end > b.start for a, b in pairwise(spans)):
                raise InternalError(f"spans {spans} are out of order or overlap")

    @property
    def id(self) -> str:
        """The attribution's id, from its document and the offsets of its roles; who relays it counts where told."""
        told = (self.source, self.cue, self.content, *([self.via] if self.via else []))
        roles = [[(s.start, s.end) for s in spans] for spans in told]
        return content_id("attribution", self.document_id, *roles)

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans of all roles, in order of the text."""
        return tuple(sorted({*self.source, *self.cue, *self.content, *self.via}))

    @property
    def start(self) -> int:
        """Where the attribution begins in the text."""
        return self.spans[0].start
