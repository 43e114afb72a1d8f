"""A source's words taken apart: pronoun, name, description, or several actors together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.record import ActorKind, Span
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.names import Name, read_name
from onrecord.text.names import Token, name_key, runs, tokens

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "it": "o", "its": "o", "who": "r", "that": "r", "which": "r", "whom": "r",
    "i": "1", "me": "1", "my": "1", "we": "w", "us": "w", "our": "w", "you": "2",
}  # fmt: skip
"""Pronouns as sources: m, f: a person; p: several; o: a thing; r: relative; 1, w, 2: a speaker in the text."""

_TAIL = re.compile(
    r"\s*(?:[,(;—–]| (?:who|which|that|of|in|at|from|with|for|on|to|by|close|familiar|speaking|briefed|including)\b)"
)
_JOINED = re.compile(r"[A-Z]\w+ (?:of|for) (?:the )?[A-Z]")
_NAMED_AFTER = re.compile(r"[^,;()]{3,60}?, (?P<name>[A-Z][^,;()]{2,40}),?$")


class Shape(StrEnum):
    """How a source refers to who speaks."""

    PRONOUN = "pronoun"
    NAME = "name"
    DESCRIPTION = "description"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Reference:
    """A source read: its shape, the name if it has one, and the head noun of a description.

    `head` is case folded; `modifiers` are the other words of the description, case folded.
    """

    span: Span
    shape: Shape
    name: Name | None = None
    head: str = ""
    modifiers: frozenset[str] = frozenset()

    @property
    def pronoun(self) -> str:
        """The class of the pronoun (see `PRONOUNS`), empty for other shapes."""
        return PRONOUNS.get(self.span.words.casefold(), "")


def read_source(span: Span, text: str) -> Reference:
    """Return what the words of a source refer to."""
    if span.words.casefold() in PRONOUNS:
        return Reference(span, Shape.PRONOUN)
    start, end = _head(span, text)
    words = [t for t in tokens(text, start, end) if t.word[0].isalnum()]
    if not words:
        return Reference(span, Shape.DESCRIPTION)
    if _several(words, text):
        return Reference(span, Shape.SEVERAL, head=name_key(words[-1].word))
    found = list(runs(tokens(text, start, end), text))
    if found and found[-1][-1].start == words[-1].start:
        name = read_name(found[-1], text)
        possessive = words[-1].possessive and len(words) > 1
        if name is not None and not (name.kind is None and (possessive or _common(name, span, end))):
            return Reference(span, Shape.NAME, name=name)
    return _description(span, words, text)


def _head(span: Span, text: str) -> tuple[int, int]:
    """Return the range of a source's words without apposition, relative clause or complement.

    Of "the council's secretary, Jane Doe," it is the name after the comma.
    """
    after = _NAMED_AFTER.fullmatch(span.words)
    if after and not _named(after.start("name") - 2, span, text) and _named(len(after[0].rstrip(",")), span, text):
        return span.start + after.start("name"), span.start + after.end("name")
    position = 0
    while (tail := _TAIL.search(span.words, position)) is not None:
        before = span.words.rfind(" ", 0, tail.start()) + 1
        if tail.start() and not _JOINED.match(span.words, before):
            return span.start, span.start + tail.start()
        position = tail.end()
    return span.start, span.end


def _named(end: int, span: Span, text: str) -> bool:
    """Return whether the source's words up to `end` end in a person's name or one that may be."""
    found = list(runs(tokens(text, span.start, span.start + end), text))
    if not found or found[-1][-1].end != span.start + end:
        return False
    name = read_name(found[-1], text)
    return name is not None and name.kind is not ActorKind.ORGANISATION


def _common(name: Name, span: Span, end: int) -> bool:
    """Return whether a lone capitalised word is a common noun that opens its sentence: "Farmers on the lower Asel"."""
    return len(name.words) == 1 and name.start == span.start and name.words[0].endswith("s") and end < span.end


def _several(words: list[Token], text: str) -> bool:
    """Return whether "and" joins names or people: "Abel and Boro", "the senator and her aides"."""
    for i, token in enumerate(words[1:-1], 1):
        if token.word.casefold() in ("and", "or") and words[i - 1].capital:
            before = text[words[0].start : words[i + 1].end]
            return words[i + 1].capital and not lexicon().organisations.intersection(map(name_key, before.split()))
    return False


def _description(span: Span, words: list[Token], text: str) -> Reference:
    found = list(runs(words, text))
    keys = [name_key(token.word) for token in words]
    organisation = keys[-1] in lexicon().organisation_nouns
    name = read_name(found[-1], text) if found and organisation else None
    modifiers = frozenset(keys[:-1]) - lexicon().not_names
    return Reference(span, Shape.DESCRIPTION, name=name, head=keys[-1], modifiers=modifiers)


def kind_of_description(reference: Reference) -> ActorKind:
    """Return what a description that leads to nobody named is: organisation, group or unnamed source."""
    head, words = reference.head, lexicon()
    if re.search(r" and |^(?:two|three|four|five|several|many|some|most|both|few) ", reference.span.words.casefold()):
        return ActorKind.GROUP
    if head in words.organisation_nouns:
        return ActorKind.ORGANISATION
    if head in words.unnamed_heads or not head.endswith("s"):
        return ActorKind.UNNAMED
    return ActorKind.GROUP
