"""From words to actors, within one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from onrecord.record import Actor, ActorKind, Attribution, Document, Span
from onrecord.resolve import pronouns
from onrecord.resolve.cast import Cast
from onrecord.resolve.descriptions import described
from onrecord.resolve.entity import Entity, bare
from onrecord.resolve.known import countries_in, holder, offices_of
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.mentions import mentions
from onrecord.resolve.parts import several
from onrecord.resolve.reference import Reference, Shape, kind_of_description
from onrecord.resolve.roles import is_body_noun
from onrecord.resolve.source import read_source
from onrecord.resolve.works import author

WRITER = "the writer speaks in the first person"
WORDLESS = "the words of the source name nobody"
ONESELF = "speaks of oneself"
OPEN = "the pronoun leads to nobody named before"

_NOUN = re.compile(r"[ \u00a0]([a-z]+)")

Found: TypeAlias = tuple[Entity | None, str]
"""Who some words stand for, and what that rests on."""


class Resolver:
    """Who the words of one document stand for.

    `cited` are the words of those who speak or relay, `spoken_to` other words whose actors will be asked
    for. They are read in order of the text together with the pronouns and descriptions between them, so
    that each counts for what follows it. `attributions` tell who says what: nobody speaks of himself as
    "he". The same document and words give the same actors in any order of the words.
    """

    def __init__(
        self,
        document: Document,
        cited: Iterable[Span] = (),
        attributions: Sequence[Attribution] = (),
        spoken_to: Iterable[Span] = (),
    ) -> None:
        self.document = document
        self.cast = Cast(document, attributions)
        self._attributions = attributions
        self._found: dict[Span, Found] = {}
        self._actors: dict[int, Actor] = {}
        speaking = {*cited, *(a.source[0] for a in attributions if a.source)}
        asked = speaking | set(spoken_to)
        met, brought_up = mentions(document, self.cast, asked)
        new = set(brought_up)
        for span in sorted({*asked, *met, *new}):
            if span in asked:
                self._found[span] = self._cite(span, speaks=span in speaking)
            elif span in new:
                self._of(read_source(span, self.cast.people.reader), cited=True)
            else:
                self._meet(span)
        for span, (_, basis) in self._found.items():
            if basis == WRITER:
                self._found[span] = self._oneself(span)

    def actor_of(self, span: Span) -> Actor | None:
        """Return the actor for whom the words of `span` stand, None where that is not known.

        Words that were not given as cited are resolved as if they stood alone: they add nothing to
        the actor's mentions.
        """
        return self.actor(self.found(span)[0])

    def found(self, span: Span) -> Found:
        """Return the entity for which the words of `span` stand, None where not known, and what that rests on."""
        if span not in self._found:
            self._found[span] = self._of(read_source(span, self.cast.people.reader), cited=True)
        return self._found[span]

    def actor(self, entity: Entity | None) -> Actor | None:
        """Return an entity as an actor of the record; the same entity is the same actor."""
        if entity is None:
            return None
        if id(entity) not in self._actors:
            self._actors[id(entity)] = self.cast.actor(entity)
        return self._actors[id(entity)]

    def _cite(self, span: Span, *, speaks: bool) -> Found:
        reference = read_source(span, self.cast.people.reader)
        entity, basis = self._of(reference, cited=True)
        if entity is not None:
            if reference.shape is not Shape.NAME:
                entity.mention((span.start, span.end))
            if speaks and reference.pronoun != "r":
                self.cast.cite(entity, span, self._completed(reference).head)
                self.cast.asks(span, self._attributions)
        return entity, basis

    def _oneself(self, span: Span) -> Found:
        """Return who says "I" in words that are told of somebody: whose words they are."""
        outer = [source for source in self.cast.told_by(span.start) if source != span and self._found[source][0]]
        return (self._found[outer[-1]][0], ONESELF) if outer else (None, WRITER)

    def _meet(self, span: Span) -> None:
        """Let a pronoun or description that nobody asked for count as a mention of whom it stands for."""
        entity, _ = self._of(read_source(span, self.cast.people.reader), cited=False)
        if entity is not None:
            entity.mention((span.start, span.end))

    def _of(self, reference: Reference, *, cited: bool) -> Found:
        match reference.shape:
            case Shape.PRONOUN:
                return self._of_pronoun(reference, cited=cited)
            case Shape.NAME:
                return self._of_name(reference)
            case Shape.SEVERAL:
                return self.cast.describe(reference.span, ActorKind.GROUP), "several together"
        return self._of_description(reference, cited=cited)

    def _of_pronoun(self, reference: Reference, *, cited: bool) -> Found:
        cast, span = self.cast, reference.span
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
        before = pronouns.antecedent(self.cast, span)
        if isinstance(before, Span):
            return self._of(read_source(before, self.cast.people.reader), cited=True)[0], "relative clause"
        return (before, "relative clause") if before else (None, OPEN)

    def _of_name(self, reference: Reference) -> Found:
        name = reference.name
        if name is None:
            return None, OPEN
        entity = self.cast.people.find(name)
        if entity is None:
            words = self.document.span(name.start, name.end)
            return self.cast.describe(words, name.kind or ActorKind.ORGANISATION), "name"
        span, reads = reference.span, self.cast.people.reader
        if span.words.casefold().startswith(("the two ", "both ", "two ")) and name.words[-1].endswith("s"):
            return self.cast.describe(span, ActorKind.GROUP), "several together"
        noun = self.document.text[span.start : name.start].rstrip()
        last = noun.rsplit(" ", 1)[-1]
        if entity.kind is ActorKind.PERSON and last.islower() and is_body_noun(last):
            # A clause without "that" follows: the campaign operation Lorn has set up.
            return self._of(read_source(self.document.span(span.start, span.start + len(noun)), reads), cited=True)
        definite = span.words[:4].casefold() == "the " or self.cast.view(span.start) != span.start
        if definite and (body := self.cast.people.party_of(entity)) is not None:
            return body, "the party by its people"
        return entity, "name" if len(name.key) >= len(entity.key) else "shorter form of a name"

    def _of_description(self, reference: Reference, *, cited: bool) -> Found:
        reference = self._completed(reference)
        if reference.head in listed("possessives") | {"the", "a", "an", "this", "that"}:
            return None, WORDLESS
        if cited and (some := several(self.cast, reference)) is not None:
            return some, "some of those named before"
        owner = self._owner(reference)
        if lexicon().is_work(reference.head) and (entity := author(self.cast, reference, owner)):
            return entity, "whose words they are"
        if reference.link == "of" and reference.head in listed("seats_of") and owner is not None:
            return owner, "name"
        if (explained := self.cast.people.holding(reference.end)) is not None:
            return explained, "name beside the description"
        entity = described(self.cast, reference, owner)
        if entity is not None:
            return entity, "description of a role" if entity.named else "description met before"
        if cited and (entity := self._in_office(reference)) is not None:
            return entity, "held the office on the day of publication"
        if not cited:
            return None, OPEN
        kind = kind_of_description(reference)
        return self.cast.describe(reference.span, kind, reference.head, several=reference.plural), "description"

    def _completed(self, reference: Reference) -> Reference:
        """Return a source cut short before its noun with it: "one" of "reads one question"."""
        span = reference.span
        if " " in span.words or reference.head not in listed("quantifiers"):
            return reference
        after = _NOUN.match(self.document.text, span.end)
        if after is None or not lexicon().is_work(after[1]):
            return reference
        return replace(read_source(self.document.span(span.start, after.end()), self.cast.people.reader), span=span)

    def _whose(self, owner: Reference, link: str) -> Entity | None:
        """Return the actor of the words that say whose something is; a body may be described here only."""
        found = self._of(owner, cited=False)[0]
        if found is not None or link == "’s":
            return found
        if owner.shape is Shape.DESCRIPTION and kind_of_description(owner) is ActorKind.ORGANISATION:
            return self.cast.describe(owner.span, ActorKind.ORGANISATION, owner.head)
        named = self.cast.people.starting(owner.span.start, owner.span.start + 5)
        return named[0][0] if named else None

    def _in_office(self, reference: Reference) -> Entity | None:
        """Return who held the office described when the article came out, where it names nobody and this is known."""
        offices = offices_of(reference.head, reference.modifiers)
        if not offices or not reference.definite or reference.plural or reference.owner is not None:
            return None
        countries = countries_in([bare(word) for word in reference.span.words.casefold().split()])
        known = holder(self.document, offices, next(iter(countries), None)) if len(countries) < 2 else None
        if known is None:
            return None
        return self.cast.introduce(known.name, known.gender, reference.span)

    def _owner(self, reference: Reference) -> Entity | None:
        """Return whose the person or body described is, None where the words do not say or it is not known."""
        if reference.owner is None:
            return None
        span = self.document.span(*reference.owner)
        if reference.link in ("’s", "by", "for", "from"):
            return self._whose(read_source(span, self.cast.people.reader), reference.link)
        return self.cast.people.at(span.start, span.end)
