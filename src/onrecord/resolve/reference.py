"""How a source refers to who speaks: the words taken apart, and what kind of actor a description is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record import ActorKind, Span
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.names import Name
from onrecord.resolve.roles import Place

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p", "it": "o", "its": "o", "itself": "o",
    "who": "r", "that": "r", "which": "r", "whom": "r", "whose": "r",
    "i": "1", "me": "1", "my": "1", "we": "w", "us": "w", "our": "w", "you": "2",
}  # fmt: skip
"""Pronouns as sources: m, f: a person; p: several; o: a thing; r: relative; 1, w, 2: a speaker in the text."""


class Shape(StrEnum):
    """How a source refers to who speaks."""

    PRONOUN = "pronoun"
    NAME = "name"
    DESCRIPTION = "description"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Reference:
    """A source read: its shape, the name in it if any, and a description's parts.

    `head` is the noun of a description, `modifiers` its other words, both case folded. `owner` is the
    range of whose it is ("Lorn" in "Lorn's spokesman", "a spokesman for Lorn") and `link` how that is said:
    "’s" or the preposition. `partly` is whether some of them speak: "one of the letters". `end` is where
    the noun ends: what follows is complement or clause.
    """

    span: Span
    shape: Shape
    name: Name | None = None
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    owner: Place | None = None
    link: str = ""
    end: int = 0
    partly: bool = False

    @property
    def pronoun(self) -> str:
        """The class of the pronoun (see `PRONOUNS`), empty for other shapes."""
        return PRONOUNS.get(self.span.words.casefold(), "") if self.shape is Shape.PRONOUN else ""

    @property
    def definite(self) -> bool:
        """Whether the description points to somebody told of: "the minister", "this agency", "his aide"."""
        first = self.span.words.split(" ", 1)[0].casefold()
        return first in ("the", "this", "that", "these", "those") or first in listed("possessives") or self.link == "’s"

    @property
    def plural(self) -> bool:
        """Whether the noun is in the plural, as far as its ending tells."""
        return self.head in ("people", "men", "women", "media", "police") or (
            self.head.endswith("s") and not self.head.endswith(("ss", "us", "is"))
        )


def kind_of_description(reference: Reference) -> ActorKind:
    """Return what a description that leads to nobody named is: organisation, group or unnamed source.

    Particular people who stay anonymous are unnamed ("two officials", "people briefed on the matter");
    many who are spoken of together are a group ("experts", "the president's lawyers").
    """
    head, words = reference.head, lexicon()
    if reference.shape is Shape.SEVERAL:
        return ActorKind.GROUP
    if head in words.organisation_nouns or head in words.organisations:
        return ActorKind.ORGANISATION
    single = reference.partly and reference.span.words[:4].casefold() in ("one ", "anot")
    if head in words.unnamed_heads or words.is_work(head) or single:
        return ActorKind.UNNAMED
    if head.removesuffix("s") in words.organisation_nouns or head in listed("quantifiers") or reference.plural:
        return ActorKind.GROUP
    if head.endswith("ies") and head[:-3] + "y" in words.organisation_nouns:
        return ActorKind.GROUP
    return ActorKind.UNNAMED
