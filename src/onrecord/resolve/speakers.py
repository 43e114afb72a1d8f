"""Attributions become statements: each with its speaker and who relays it, or the reason for none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Actor, Attribution, Document, Span, Statement
from onrecord.resolve.entity import Entity
from onrecord.resolve.leads import Found
from onrecord.resolve.resolver import Resolver
from onrecord.resolve.unsourced import reader_supplies

_QUOTING = re.compile(r",?[ \u00a0](?:quoting|citing)[ \u00a0](?P<who>(?:(?:Mr|Mrs|Ms|Dr)\. )?[^,.;:()\n“”\"]{3,80})")


def statements(document: Document, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """Return one statement per attribution, in their order, each with its speaker or the reason for none.

    Who relays an attribution is found as a speaker is. Speakers and relays are actors of this
    document alone. The same input gives the same statements.
    """
    return with_actors(document, attributions, ()).statements


@dataclass(frozen=True, slots=True)
class Resolved:
    """The statements of a document, and the actors of further words, each in the order asked for."""

    statements: tuple[Statement, ...]
    actors: tuple[Actor | None, ...]


def with_actors(document: Document, attributions: Sequence[Attribution], spans: Sequence[Span | None]) -> Resolved:
    """Return the statements as `statements` does, and the actor of each of `spans`: addressees, venues' hosts.

    All are actors of one cast: an addressee who speaks elsewhere is the same actor there. None stands
    for no span, and for words that lead to nobody.
    """
    casting = _Casting(document, attributions, [span for span in spans if span is not None])
    actors = tuple(casting.resolver.actor_of(span) if span is not None else None for span in spans)
    return Resolved(casting.statements(), actors)


class _Casting:
    """The speakers and relays of a document's attributions."""

    def __init__(self, document: Document, attributions: Sequence[Attribution], also: Sequence[Span]) -> None:
        self.document, self.attributions = document, attributions
        self.quoted = [_quoted(document, attribution) for attribution in attributions]
        self.relaying = [_relay(attribution, attributions) for attribution in attributions]
        # The source of an outer attribution relays the inner: each span is cited once.
        self.resolver = Resolver(document, filter(None, (*self.relaying, *self.quoted)), attributions, also)
        self.heard: list[tuple[Attribution, Entity | None]] = []

    def statements(self) -> tuple[Statement, ...]:
        """Return the statements, in the order of the attributions."""
        found = {i: self._speaker(i) for i, a in enumerate(self.attributions) if a.source}
        self.heard = [(self.attributions[i], entity) for i, (entity, _) in found.items()]
        cast = self.resolver.cast
        for i, attribution in enumerate(self.attributions):
            if i not in found:
                found[i] = reader_supplies(cast, attribution, self.heard)
        return tuple(
            Statement(attribution, self.resolver.actor(found[i][0]), found[i][1], self._relayed(i))
            for i, attribution in enumerate(self.attributions)
        )

    def _speaker(self, index: int) -> Found:
        """Return who is the speaker of an attribution that has a source."""
        quoted, source = self.quoted[index], self.attributions[index].source[0]
        if quoted is not None and (entity := self.resolver.found(quoted)[0]) is not None:
            return entity, "quoted by the source"
        return self.resolver.found(source)

    def _relayed(self, index: int) -> Actor | None:
        relay = self.relaying[index]
        if relay is None and self.quoted[index] is not None:
            relay = self.attributions[index].source[0]
        return self.resolver.actor_of(relay) if relay is not None else None


def _quoted(document: Document, attribution: Attribution) -> Span | None:
    """Return the words of whom the source quotes: "the agency said, quoting the minister"."""
    if not attribution.source:
        return None
    end = max(span.end for span in (*attribution.source, *attribution.cue))
    match = _QUOTING.match(document.text, end)
    return document.span(*match.span("who")) if match else None


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
