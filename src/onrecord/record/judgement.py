"""A judgement: what a person decided, kept beside the machine's own choice and never over it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import InputError
from onrecord.record.field import Field
from onrecord.record.ids import content_id


class JudgementKind(StrEnum):
    """What a judgement says of its subjects.

    The first three are of actors, the next three of a statement, the next two of several statements as tellings.
    """

    SAME = "same"
    DIFFERENT = "different"
    NAME = "name"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    TOLD_SAME = "told same"
    TOLD_APART = "told apart"
    WITHDRAWN = "withdrawn"


OF_STATEMENTS = frozenset({JudgementKind.ACCEPTED, JudgementKind.REJECTED, JudgementKind.CORRECTED})
"""Kinds whose one subject is a statement."""

OF_TELLINGS = frozenset({JudgementKind.TOLD_SAME, JudgementKind.TOLD_APART})
"""Kinds whose subjects are statements, two or more: whether they tell the same passage."""

_AT_LEAST = dict.fromkeys((JudgementKind.SAME, JudgementKind.DIFFERENT, *OF_TELLINGS), 2)
_WITH_VALUE = frozenset({JudgementKind.NAME, JudgementKind.CORRECTED, JudgementKind.TOLD_APART})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What `author` decided at `made_at` (ISO 8601, passed in) about `subjects`.

    Of actors: subjects are ids of local actors, which outlive a new reading of the same bytes, of identities as
    the machine chose them, or of entries of the authority. SAME: they are one. DIFFERENT: no two of
    them are one. NAME: `value` is the name of what holds the first.

    Of a statement, by its id: ACCEPTED: it is right as it stands. REJECTED: it is none. CORRECTED: its `field` has
    the `value`, JSON as :func:`onrecord.record.correction.canonical` makes it. `seen` is the statement's version
    that the author had before them: how many judgements had been made of it.

    Of statements as tellings, by their ids: TOLD_SAME: they tell the same passage. TOLD_APART: those whose ids stand
    in `value`, with spaces between, tell another passage than the rest.

    WITHDRAWN: the judgements with these ids no longer hold. `reason` is in the author's words.

    Raises InputError for too few subjects, a missing author or time, or a value, field or version where
    there can be none or must be one.
    """

    author: str
    made_at: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    value: str | None = None
    reason: str = ""
    field: Field | None = None
    seen: int | None = None

    def __post_init__(self) -> None:
        if not self.author.strip() or not self.made_at.strip():
            raise InputError("a judgement needs an author and the time at which it was made")
        least = _AT_LEAST.get(self.kind, 1)
        if len(set(self.subjects)) < least:
            raise InputError(f"a judgement of kind {self.kind.value} needs {least} different subjects or more")
        if (self.kind in _WITH_VALUE) != bool(self.value and self.value.strip()):
            raise InputError("a judgement has a value if it gives a name, corrects a field or parts, and only then")
        if (self.kind is JudgementKind.CORRECTED) != (self.field is not None):
            raise InputError("a judgement has a field if it corrects one, and only then")
        if self.kind in OF_STATEMENTS and (len(self.subjects) != 1 or self.seen is None or self.seen < 0):
            raise InputError("a judgement of a statement has it as its one subject, and the version that was seen")
        if self.kind is JudgementKind.TOLD_APART and not set(self.apart) < set(self.subjects):
            raise InputError("those that tell another passage are some of the subjects, not all")

    @property
    def apart(self) -> tuple[str, ...]:
        """Of TOLD_APART the statements that tell another passage than the rest; none of other kinds."""
        return tuple((self.value or "").split()) if self.kind is JudgementKind.TOLD_APART else ()

    @property
    def id(self) -> str:
        """The judgement's id: all it says, in whichever order its subjects were given."""
        subjects = " ".join(sorted(set(self.subjects)))
        told = (self.author, self.made_at, self.kind.value, subjects, self.value, self.reason)
        return content_id("judgement", *told, self.field.value if self.field else None, self.seen)

    @property
    def order(self) -> tuple[str, str]:
        """What judgements are put in order by: their time, then their id. A later one holds against an earlier one."""
        return self.made_at, self.id
