"""A judgement: what a person decided, kept beside the machine's own choice and never over it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import InputError
from onrecord.record.field import Field
from onrecord.record.ids import content_id


class JudgementKind(StrEnum):
    """What a judgement says of its subjects: the first three of actors, the next three of a statement."""

    SAME = "same"
    DIFFERENT = "different"
    NAME = "name"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


OF_STATEMENTS = frozenset({JudgementKind.ACCEPTED, JudgementKind.REJECTED, JudgementKind.CORRECTED})
"""Kinds whose one subject is a statement."""

_AT_LEAST = {JudgementKind.SAME: 2, JudgementKind.DIFFERENT: 2}
_WITH_VALUE = frozenset({JudgementKind.NAME, JudgementKind.CORRECTED})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What `author` decided at `made_at` (ISO 8601, passed in) about `subjects`.

    Of actors: subjects are ids of local actors, which outlive a new reading of the same bytes, of identities as
    the machine chose them, or of entries of the authority. SAME: they are one. DIFFERENT: no two of
    them are one. NAME: `value` is the name of what holds the first.

    Of a statement, by its id: ACCEPTED: it is right as it stands. REJECTED: it is none. CORRECTED: its `field` has
    the `value`, JSON as :func:`onrecord.record.correction.canonical` makes it. `seen` is the statement's version
    that the author had before them: how many judgements had been made of it.

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
            raise InputError(f"a judgement of kind {self.kind.value} needs {least} subjects or more")
        if (self.kind in _WITH_VALUE) != bool(self.value and self.value.strip()):
            raise InputError("a judgement has a value if it gives a name or corrects a field, and only then")
        if (self.kind is JudgementKind.CORRECTED) != (self.field is not None):
            raise InputError("a judgement has a field if it corrects one, and only then")
        if self.kind in OF_STATEMENTS and (len(self.subjects) != 1 or self.seen is None or self.seen < 0):
            raise InputError("a judgement of a statement has it as its one subject, and the version that was seen")

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
