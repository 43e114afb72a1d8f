"""From sources to actors: names, shorter names, pronouns and descriptions within one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from onrecord.record import Actor, ActorKind, Attribution, Document, Span, Statement
from onrecord.resolve.entity import Entity
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.people import People
from onrecord.resolve.salience import Salience
from onrecord.resolve.source import Reference, Shape, kind_of_description, read_source
from onrecord.text.names import name_key
from onrecord.text.quotations import quotations

_NO_SOURCE = "the text names no source"
_WRITER = "the writer speaks in the first person"
_OPEN = "the pronoun leads to nobody named before"

_Found: TypeAlias = tuple[Entity | None, str]
"""Who a source stands for, and what that rests on."""


@dataclass(slots=True)
class _Cast:
    """The actors of a document that are not names: described ones, by their words."""

    described: dict[str, Entity] = field(default_factory=dict)

    def entity(self, span: Span, kind: ActorKind) -> Entity:
        key = span.words.casefold()
        if key not in self.described:
            self.described[key] = Entity((key,), span.words, kind, span.start)
        return self.described[key]


def statements(document: Document, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """Return one statement per attribution, in their order, each with its speaker or the reason for none.

    Who relays an attribution is found as a speaker is. Speakers and relays are actors of this
    document alone. The same input gives the same statements.
    """
    return _Resolver(document).resolve(attributions)


def _relay(attribution: Attribution, attributions: Sequence[Attribution]) -> Span | None:
    """Return the words of who relays `attribution` at first hand.

    Where Reuters said that Macron said so, `via` holds both: at first hand it is the source of the one whose
    source and relays they are. Without such a one it is the first.
    """
    if not attribution.via:
        return None
    told = set(attribution.via)
    outer = (a for a in attributions if a.source and told == {*a.via, *a.source})
    return next((a.source[0] for a in outer), attribution.via[0])


class _Resolver:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.people = People(document)
        self.salience = Salience(document.text, quotations(document.text))
        self.cast = _Cast()
        self.last: Entity | None = None
        self.last_end = 0

    def resolve(self, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
        relaying = [_relay(attribution, attributions) for attribution in attributions]
        cited = {*(a.source[0] for a in attributions if a.source), *(span for span in relaying if span)}
        # Sources and relays in order of the text, each once: the source of an outer attribution relays the inner.
        found = {span: self._cited(span) for span in sorted(cited)}
        heard = [found[a.source[0]] if a.source else (None, _NO_SOURCE) for a in attributions]
        relays = [found[span][0] if span else None for span in relaying]
        actors = {id(e): self._actor(e) for e in (*(e for e, _ in heard), *relays) if e is not None}
        return tuple(
            Statement(attribution, actors.get(id(speaker)), basis, actors.get(id(relay)))
            for attribution, (speaker, basis), relay in zip(attributions, heard, relays, strict=True)
        )

    def _cited(self, span: Span) -> _Found:
        reference = read_source(span, self.document.text)
        entity, basis = self._of(reference)
        if entity is not None and reference.shape is not Shape.NAME:
            place = (span.start, span.end)
            if place not in entity.mentions:
                entity.mentions.append(place)
        if entity is not None:
            mention = next((s for s, e in entity.mentions if s < span.end and span.start < e), span.start)
            self.salience.sources.add(mention)
            self.last, self.last_end = entity, span.end
        return entity, basis

    def _of(self, reference: Reference) -> _Found:
        if reference.shape is Shape.PRONOUN:
            return self._of_pronoun(reference)
        if reference.shape is Shape.NAME:
            return self._of_name(reference)
        if reference.shape is Shape.SEVERAL:
            return self.cast.entity(reference.span, ActorKind.GROUP), "several together"
        return self._of_description(reference)

    def _of_name(self, reference: Reference) -> _Found:
        name = reference.name
        if name is None:
            return None, _NO_SOURCE
        entity = self.people.find(name)
        if entity is None:
            words = self.document.span(name.start, name.end)
            return self.cast.entity(words, name.kind or ActorKind.ORGANISATION), "name"
        return entity, "name" if len(name.key) >= len(entity.key) else "shorter form of a name"

    def _of_pronoun(self, reference: Reference) -> _Found:
        position, kind = reference.span.start, reference.pronoun
        if kind in ("1", "w", "2"):
            return None, _WRITER
        if kind == "r":
            entity = self._nearest(position)
        elif kind == "o":
            entity = self.salience.best(self._of_kind(ActorKind.ORGANISATION), position)
        elif kind == "p":
            entity = self.salience.best([*self._of_kind(ActorKind.GROUP), *self._of_kind(ActorKind.UNNAMED)], position)
        else:
            fitting = [e for e in self.people.persons() if e.gender in (kind, None)]
            if self.last in fitting and self._undisturbed(position):
                return self.last, "pronoun"
            entity = self.salience.best([*fitting, *self._of_kind(ActorKind.UNNAMED)], position, kind)
            if entity is not None and entity.gender is None:
                entity.gender = kind
        return (entity, "pronoun") if entity else (None, _OPEN)

    def _undisturbed(self, position: int) -> bool:
        """Return whether the last speaker's paragraph goes on to `position` and names no other person in between."""
        if "\n" in self.document.text[self.last_end : position]:
            return False
        others = (e for e in self.people.persons() if e is not self.last)
        return not any(self.last_end <= start < position for e in others for start, _ in e.mentions)

    def _of_kind(self, kind: ActorKind) -> list[Entity]:
        return [e for e in [*self.people.entities, *self.cast.described.values()] if e.kind is kind]

    def _nearest(self, position: int) -> Entity | None:
        """Return what a relative pronoun follows: the last name within the clause before it."""
        near = [
            (end, -entity.first, entity)
            for entity in self.people.entities
            for _, end in entity.mentions
            if position - 60 <= end <= position
        ]
        return max(near, key=lambda item: item[:2])[2] if near else None

    def _of_description(self, reference: Reference) -> _Found:
        entity = self._holder(reference) if reference.span.words[:4].casefold() == "the " else None
        if entity is not None:
            return entity, "description of a role"
        return self.cast.entity(reference.span, kind_of_description(reference)), "description"

    def _holder(self, reference: Reference) -> Entity | None:
        """Return who holds the office that "the Russian leader" or "the ministry" names, None if nobody met does."""
        position = reference.span.start
        head = "head-of-state" if "head of state" in reference.span.words.casefold() else reference.head
        if kind_of_description(reference) is ActorKind.ORGANISATION:
            named = [e for e in self._of_kind(ActorKind.ORGANISATION) if e.key[-1] == head and len(e.key) > 1]
            return self.salience.best(named, position) if not reference.modifiers else None
        offices = lexicon().offices(head)
        for modifiers in dict.fromkeys((reference.modifiers - {"former"}, None)):
            holders = [
                entity
                for entity in self.people.persons()
                if any(self._fits(role, offices, modifiers) for role in entity.roles)
            ]
            if holders:
                return self.salience.best(holders, position)
        return None

    def _fits(self, role: tuple[int, int], offices: frozenset[str], modifiers: frozenset[str] | None) -> bool:
        """Return whether a role met with a name is one of `offices` and bears all `modifiers`.

        With None, a role without any modifier fits: "the Sarnovian leader" may be "President Verek".
        """
        keys = {name_key(word) for word in self.document.text[slice(*role)].replace(",", " ").split()}
        if not offices & keys:
            return False
        return keys <= offices | {"the", "a", "prime"} if modifiers is None else modifiers <= keys

    def _actor(self, entity: Entity) -> Actor:
        mentions = sorted(set(entity.mentions)) or [(entity.first, entity.first + len(entity.name))]
        return Actor(
            document_id=self.document.id,
            kind=entity.kind or ActorKind.ORGANISATION,
            name=entity.name,
            mentions=tuple(self.document.span(start, end) for start, end in mentions),
            roles=tuple(self.document.span(start, end) for start, end in sorted(set(entity.roles))),
        )
