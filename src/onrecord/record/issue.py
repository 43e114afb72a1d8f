"""What statements are about: issues, the concepts of a codebook, and the stance towards them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import InputError, InternalError
from onrecord.record.ids import content_id


class Stance(StrEnum):
    """Where a speaker stands on an issue. On a matter of fact, support says that it is so and oppose that it is not."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a codebook: its name, what it means, texts that are examples of it, and the concept above it.

    Raises InputError without a name.
    """

    name: str
    description: str = ""
    examples: tuple[str, ...] = ()
    parent: str | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InputError("a concept of the codebook has no name: give each one its own")


@dataclass(frozen=True, slots=True)
class Codebook:
    """The concepts that a person codes statements with, in the order given.

    Raises InputError where two have one name, a parent is none of them, or a concept is above itself.
    """

    concepts: tuple[Concept, ...]

    def __post_init__(self) -> None:
        counts = Counter(concept.name for concept in self.concepts)
        twice = sorted(name for name, count in counts.items() if count > 1)
        if twice:
            raise InputError(f"the codebook has more than one concept {twice[0]!r}: names must differ")
        for concept in self.concepts:
            if concept.parent is not None and concept.parent not in counts:
                raise InputError(f"the parent {concept.parent!r} of {concept.name!r} is no concept of the codebook")
        for concept in self.concepts:
            list(self.above(concept.name))

    def concept(self, name: str) -> Concept:
        """Return the concept of this name; raises InputError where there is none."""
        found = next((concept for concept in self.concepts if concept.name == name), None)
        if found is None:
            raise InputError(f"{name!r} is no concept of the codebook")
        return found

    def above(self, name: str) -> Iterator[str]:
        """Yield the names above a concept, the nearest first; raises InputError where it is above itself."""
        passed, at = {name}, self.concept(name).parent
        while at is not None:
            if at in passed:
                raise InputError(f"the concept {name!r} of the codebook is above itself, through {at!r}")
            passed.add(at)
            yield at
            at = self.concept(at).parent

    @property
    def id(self) -> str:
        """The codebook's id, from all that it says."""
        told = [[c.name, c.description, list(c.examples), c.parent] for c in self.concepts]
        return content_id("codebook", json.dumps(told, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Assignment:
    """The concept that a text is about, None for none of the codebook's, with the probability of that, 0…1.

    Raises InternalError for a probability out of range.
    """

    concept: str | None
    chance: float

    def __post_init__(self) -> None:
        if not 0 <= self.chance <= 1:
            raise InternalError(f"the probability {self.chance} of the concept {self.concept!r} is not in 0…1")


@dataclass(frozen=True, slots=True)
class Issue:
    """What statements of several documents are about: a short noun phrase of theirs, and the statements.

    `words` are the stems of the name, sorted: what makes it this issue, however it is spelt. `statements` are ids,
    sorted. Raises InternalError without words or statements.
    """

    name: str
    words: tuple[str, ...]
    statements: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.words or not self.statements or list(self.words) != sorted(set(self.words)):
            raise InternalError(f"the issue {self.name!r} needs words, sorted, and statements")

    @property
    def id(self) -> str:
        """The issue's id, from its words: it stays when more statements come."""
        return content_id("issue", *self.words)
