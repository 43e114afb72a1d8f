"""A source's words taken apart: pronoun, name, description, or several actors together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.record import ActorKind, Span
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.names import Name, read_name
from onrecord.resolve.roles import Place
from onrecord.text.names import Token, name_key, runs, tokens

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p", "it": "o", "its": "o", "itself": "o",
    "who": "r", "that": "r", "which": "r", "whom": "r", "whose": "r",
    "i": "1", "me": "1", "my": "1", "we": "w", "us": "w", "our": "w", "you": "2",
}  # fmt: skip
"""Pronouns as sources: m, f: a person; p: several; o: a thing; r: relative; 1, w, 2: a speaker in the text."""

_TAIL = re.compile(
    r"\s*(?:[,(;—–]| (?:who|which|that|of|in|at|from|with|for|on|to|by|about|close|familiar|speaking|briefed|including"
    r"|obtained|published|written|released|issued|filed|carried|reported|quoted|cited|supplied|tied)\b"
    r"| [A-Z][\w’'-]* (?:has|had|is|was|have|will|would|did|does)\b| (?:him|her|it|them)sel(?:f|ves)\b)"
)
_JOINED = re.compile(r"[A-Z]\w+ (?:of|for|on) (?:the )?[A-Z]")
_NAMED_AFTER = re.compile(r"[^,;()]{3,120}?, (?P<name>[A-Z][^,;()]{2,40}),?$")
_OWNER_AFTER = re.compile(
    r"\s*,?\s*(?:(?:\w+ly )?(?P<done>written|published|released|issued|filed|made|signed|sent|posted|reported|obtained|"
    r"carried|supplied) )?(?P<link>of|for|by|from|in|on|to|at) (?P<owner>[^,;()]{2,60})"
)
_PART = re.compile(
    r"(?:(?:most|many|some|one|two|three|several|all|both|each|few|none|any|another|half) of "
    r"(?=(?:the|his|her|its|their|those) )"
    r"|(?:an? |the )(?:\w+ )?(?:list|series|set|number|copy|pair|couple|handful|dozen|group|string|raft) of (?=[a-z]))",
    re.IGNORECASE,
)
_PASSED_ON = frozenset({"reported", "obtained", "carried", "supplied"})


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


def read_source(span: Span, text: str) -> Reference:
    """Return what the words of a source refer to."""
    if span.words.casefold() in PRONOUNS:
        return Reference(span, Shape.PRONOUN, end=span.end)
    start, end = _head(span, text)
    part = _PART.match(text, span.start, span.end)
    if part is not None:
        whole = read_source(Span.of(text, part.end(), span.end), text)
        return replace(whole, span=span, partly=True) if whole.shape is Shape.DESCRIPTION else whole
    words = [t for t in tokens(text, start, end) if t.word[0].isalnum()]
    if not words:
        return Reference(span, Shape.DESCRIPTION, end=end)
    found = list(runs(tokens(text, start, end), text))
    if _several(words, found):
        return Reference(span, Shape.SEVERAL, head=name_key(words[-1].word), end=end)
    if found and found[-1][-1].start == words[-1].start:
        name = read_name(found[-1], text)
        possessive = words[-1].possessive and len(words) > 1
        if name is not None and not (name.kind is None and (possessive or _common(name, span, end))):
            return Reference(span, Shape.NAME, name=name, end=end)
    return _description(span, words, end, text)


def _head(span: Span, text: str) -> Place:
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
    word = name.words[0].casefold()
    if len(name.words) > 1 or name.start != span.start:
        return False
    known = lexicon().unnamed_heads | lexicon().organisation_nouns
    return word in known or lexicon().is_work(word) or (word.endswith("s") and end < span.end)


def _several(words: list[Token], found: list[list[Token]]) -> bool:
    """Return whether "and" joins names or people: "Abel and Boro", "two donors and a former aide"."""
    for i, token in enumerate(words[1:-1], 1):
        if token.word.casefold() not in ("and", "or"):
            continue
        before, after = words[i - 1], words[i + 1 :]
        if any(run[0].start < token.start < run[-1].end for run in found):
            continue
        if before.capital and (after[0].capital or (after[0].word == "the" and after[-1].capital)):
            # "Securities and Exchange Commission" is one.
            one = i == 1 and after[0].capital and name_key(after[-1].word) in lexicon().organisations
            return not one
        if before.word in lexicon().organisation_nouns and after[-1].capital:
            return True
        key, last = name_key(before.word), name_key(words[-1].word)
        people = lexicon().unnamed_heads | lexicon().epithets
        if _is_people(key, people) and (words[-1].capital or _is_people(last, people)):
            return True
    return False


def _is_people(word: str, people: frozenset[str]) -> bool:
    singular = word.removesuffix("s")
    return word in people or singular in people or lexicon().is_role(singular)


def _description(span: Span, words: list[Token], end: int, text: str) -> Reference:
    keys = [name_key(token.word) for token in words]
    found = list(runs(words, text))
    name = next(filter(None, (read_name(run, text) for run in reversed(found))), None)
    modifiers = frozenset(keys[:-1]) - lexicon().not_names
    owner, link = _owner(span, words, end, text)
    return Reference(span, Shape.DESCRIPTION, name, keys[-1], modifiers, owner, link, end)


def _owner(span: Span, words: list[Token], end: int, text: str) -> tuple[Place | None, str]:
    """Return the range of whose the thing described is, and the word that says so."""
    for index, token in reversed(list(enumerate(words[:-1]))):
        if token.possessive:
            return (words[0].start, token.start + len(token.word)), "’s"
        if index == 0 and token.word.casefold() in listed("possessives"):
            return (token.start, token.end), "’s"
    after = _OWNER_AFTER.match(text, end, span.end)
    if after is None or after["done"] in _PASSED_ON:
        return None, ""
    return after.span("owner"), after["link"]


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
    if head in words.unnamed_heads or words.is_work(head):
        return ActorKind.UNNAMED
    if head.removesuffix("s") in words.organisation_nouns or head in listed("quantifiers") or reference.plural:
        return ActorKind.GROUP
    if head.endswith("ies") and head[:-3] + "y" in words.organisation_nouns:
        return ActorKind.GROUP
    return ActorKind.UNNAMED
