"""A judgement: what a person decided, kept beside the machine's own choice and never over it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import InputError
from onrecord.record.ids import content_id


class JudgementKind(StrEnum):
    """What a judgement says of its subjects."""

    SAME = "same"
    DIFFERENT = "different"
    NAME = "name"
    WITHDRAWN = "withdrawn"


_AT_LEAST = {JudgementKind.SAME: 2, JudgementKind.DIFFERENT: 2, JudgementKind.NAME: 1, JudgementKind.WITHDRAWN: 1}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What `author` decided at `made_at` (ISO 8601, passed in) about `subjects`.

    Subjects are ids: of local actors, which outlive a new reading of the same bytes, of identities as
    the machine chose them, or of entries of the authority. SAME: they are one. DIFFERENT: no two of
    them are one. NAME: `value` is the name of what holds the first. WITHDRAWN: the judgements with
    these ids no longer hold. `reason` is in the author's words.

    Raises InputError for too few subjects, a missing author or time, or a name without value.
    """

    author: str
    made_at: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    value: str | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.author.strip() or not self.made_at.strip():
            raise InputError("a judgement needs an author and the time at which it was made")
        if len(set(self.subjects)) < _AT_LEAST[self.kind]:
            raise InputError(f"a judgement of kind {self.kind.value} needs {_AT_LEAST[self.kind]} subjects or more")
        if (self.kind is JudgementKind.NAME) != bool(self.value and self.value.strip()):
            raise InputError("a judgement has a value if it gives a name, and only then")

    @property
    def id(self) -> str:
        """The judgement's id: all it says, in whichever order its subjects were given."""
        subjects = " ".join(sorted(set(self.subjects)))
        return content_id("judgement", self.author, self.made_at, self.kind.value, subjects, self.value, self.reason)

    @property
    def order(self) -> tuple[str, str]:
        """What judgements are put in order by: their time, then their id. A later one holds against an earlier one."""
        return self.made_at, self.id
