"""From words to actors, within one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.record import Actor, Attribution, Document, Span
from onrecord.resolve.cast import Cast
from onrecord.resolve.entity import Entity
from onrecord.resolve.leads import WRITER, Found, Leads
from onrecord.resolve.mentions import mentions
from onrecord.resolve.reference import Shape
from onrecord.resolve.source import read_source

ONESELF = "speaks of oneself"


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
        self._leads = Leads(document, self.cast)
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
                self._leads.of(read_source(span, self.cast.people.reader), cited=True)
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
            found = self._leads.of(read_source(span, self.cast.people.reader), cited=True)
            self._found[span] = self._oneself(span) if found[1] == WRITER else found
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
        entity, basis = self._leads.of(reference, cited=True)
        if entity is not None:
            if reference.shape is not Shape.NAME:
                entity.mention((span.start, span.end))
            if speaks and reference.pronoun != "r":
                self.cast.cite(entity, span, self._leads.completed(reference).head)
                self.cast.asks(span, self._attributions)
        return entity, basis

    def _oneself(self, span: Span) -> Found:
        """Return who says "I" in words that are told of somebody: whose words they are."""
        outer = [source for source in self.cast.told_by(span.start) if source != span and self._found[source][0]]
        return (self._found[outer[-1]][0], ONESELF) if outer else (None, WRITER)

    def _meet(self, span: Span) -> None:
        """Let a pronoun or description that nobody asked for count as a mention of whom it stands for."""
        entity, _ = self._leads.of(read_source(span, self.cast.people.reader), cited=False)
        if entity is not None:
            entity.mention((span.start, span.end))
