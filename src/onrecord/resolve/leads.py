"""From a source read to who it stands for: names, pronouns, descriptions, texts and numbers of people."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

from onrecord.record import ActorKind, Document, Span
from onrecord.resolve import pronouns
from onrecord.resolve.cast import Cast
from onrecord.resolve.descriptions import described
from onrecord.resolve.entity import Entity, bare
from onrecord.resolve.known import countries_in, holder, offices_of
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.parts import several
from onrecord.resolve.plain import named_beside
from onrecord.resolve.reference import Reference, Shape, kind_of_description
from onrecord.resolve.roles import is_body_noun
from onrecord.resolve.source import read_source, titled
from onrecord.resolve.works import author

WRITER = "the writer speaks in the first person"
WORDLESS = "the words of the source name nobody"
OPEN = "the pronoun leads to nobody named before"

_NOUN = re.compile(r"[ \u00a0]([a-z]+)")

Found: TypeAlias = tuple[Entity | None, str]
"""Who some words stand for, and what that rests on."""


class Leads:
    """Leads references to the actors of one cast, as far as these have been spoken of so far."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self._document = document
        self._cast = cast
        self._names = cast.people.reader

    def of(self, reference: Reference, *, cited: bool) -> Found:
        """Return who the words of a reference stand for, None where not known, and what that rests on.

        `cited` words that lead to nobody met bring up an actor of their own; others do not.
        """
        match reference.shape:
            case Shape.PRONOUN:
                return self._of_pronoun(reference, cited=cited)
            case Shape.NAME:
                return self._of_name(reference)
            case Shape.SEVERAL:
                return self._cast.describe(reference.span, ActorKind.GROUP), "several together"
        return self._of_description(reference, cited=cited)

    def _of_pronoun(self, reference: Reference, *, cited: bool) -> Found:
        cast, span = self._cast, reference.span
        match reference.pronoun:
            case "1" | "w" | "2":
                return None, WRITER
            case "r":
                return self._of_relative(span)
            case "o":
                entity = pronouns.of_thing(cast, span, cited=cited)
            case "p":
                entity = pronouns.of_several(cast, span, cited=cited)
            case gender:
                entity = pronouns.of_person(cast, span, gender, cited=cited)
        return (entity, "pronoun") if entity else (None, OPEN)

    def _of_relative(self, span: Span) -> Found:
        before = pronouns.antecedent(self._cast, span)
        if isinstance(before, Span):
            return self.of(read_source(before, self._names), cited=True)[0], "relative clause"
        return (before, "relative clause") if before else (None, OPEN)

    def _of_name(self, reference: Reference) -> Found:
        name = reference.name
        if name is None:
            return None, OPEN
        entity = self._cast.people.find(name)
        if entity is None:
            words = self._document.span(name.start, name.end)
            return self._cast.describe(words, name.kind or ActorKind.ORGANISATION), "name"
        span, reads = reference.span, self._names
        if span.words.casefold().startswith(("the two ", "both ", "two ")) and name.words[-1].endswith("s"):
            return self._cast.describe(span, ActorKind.GROUP), "several together"
        noun = self._document.text[span.start : name.start].rstrip()
        last = noun.rsplit(" ", 1)[-1]
        clause = last.islower() and is_body_noun(last) and titled(span.words) is None
        if entity.kind is ActorKind.PERSON and clause:
            # A clause without "that" follows: the campaign operation Lorn has set up.
            return self.of(read_source(self._document.span(span.start, span.start + len(noun)), reads), cited=True)
        definite = span.words[:4].casefold() == "the " or self._cast.view(span.start) != span.start
        if definite and (body := self._cast.people.party_of(entity)) is not None:
            return body, "the party by its people"
        return entity, "name" if len(name.key) >= len(entity.key) else "shorter form of a name"

    def _of_description(self, reference: Reference, *, cited: bool) -> Found:
        reference = self.completed(reference)
        if reference.head in listed("possessives") | {"the", "a", "an", "this", "that"}:
            return None, WORDLESS
        if cited and (some := several(self._cast, reference)) is not None:
            return some, "some of those named before"
        owner = self._owner(reference)
        if lexicon().is_work(reference.head) and (entity := author(self._cast, reference, owner)):
            return entity, "whose words they are"
        if reference.link == "of" and reference.head in listed("seats_of") and owner is not None:
            return owner, "name"
        if (explained := self._cast.people.holding(reference.end)) is not None:
            return explained, "name beside the description"
        entity = described(self._cast, reference, owner)
        if entity is not None:
            return entity, "description of a role" if entity.named else "description met before"
        if cited and (entity := self._in_office(reference)) is not None:
            return entity, "held the office on the day of publication"
        if cited and (entity := named_beside(self._cast, reference)) is not None:
            return entity, "named beside the description"
        if not cited:
            return None, OPEN
        kind = kind_of_description(reference)
        return self._cast.describe(reference.span, kind, reference.head, several=reference.plural), "description"

    def completed(self, reference: Reference) -> Reference:
        """Return a source cut short before its noun with it: "one" of "reads one question"."""
        span = reference.span
        if " " in span.words or reference.head not in listed("quantifiers"):
            return reference
        after = _NOUN.match(self._document.text, span.end)
        if after is None or not lexicon().is_work(after[1]):
            return reference
        return replace(read_source(self._document.span(span.start, after.end()), self._names), span=span)

    def _whose(self, owner: Reference, link: str) -> Entity | None:
        """Return the actor of the words that say whose something is; a body may be described here only."""
        found = self.of(owner, cited=False)[0]
        if found is not None or link == "’s":
            return found
        if owner.shape is Shape.DESCRIPTION and kind_of_description(owner) is ActorKind.ORGANISATION:
            return self._cast.describe(owner.span, ActorKind.ORGANISATION, owner.head)
        named = self._cast.people.starting(owner.span.start, owner.span.start + 5)
        return named[0][0] if named else None

    def _in_office(self, reference: Reference) -> Entity | None:
        """Return who held the office described when the article came out, where it names nobody and this is known."""
        offices = offices_of(reference.head, reference.modifiers)
        if not offices or not reference.definite or reference.plural or reference.owner is not None:
            return None
        countries = countries_in([bare(word) for word in reference.span.words.casefold().split()])
        known = holder(self._document, offices, next(iter(countries), None)) if len(countries) < 2 else None
        if known is None:
            return None
        return self._cast.introduce(known.name, known.gender, reference.span)

    def _owner(self, reference: Reference) -> Entity | None:
        """Return whose the person or body described is, None where the words do not say or it is not known."""
        if reference.owner is None:
            return None
        span = self._document.span(*reference.owner)
        if reference.link in ("’s", "by", "for", "from"):
            return self._whose(read_source(span, self._names), reference.link)
        return self._cast.people.at(span.start, span.end)
