"""The whole of resolve: who says it, to whom, when, where, and what the page itself contradicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.record import Actor, Anomaly, Appearance, Attribution, Document, Setting, Span, Statement
from onrecord.resolve.addressee import addressees
from onrecord.resolve.authority import authority
from onrecord.resolve.contradictions import anomalies
from onrecord.resolve.identity import appearances
from onrecord.resolve.occasion import occasions
from onrecord.resolve.speakers import with_actors
from onrecord.resolve.when import said_all, times


@dataclass(frozen=True, slots=True)
class Resolution:
    """A document's statements, its contradictions, and its actors as they are compared with others'."""

    statements: tuple[Statement, ...]
    anomalies: tuple[Anomaly, ...]
    appearances: tuple[Appearance, ...]


def resolution(document: Document, attributions: Sequence[Attribution]) -> Resolution:
    """Return what can be told of the attributions of a document, in their order.

    Every attribution becomes one statement. The same input gives the same answer.
    """
    found = resolved(document, attributions)
    expressions = times(document)
    said = said_all(document, found, expressions)
    dated = tuple(replace(statement, said=day) for statement, day in zip(found, said, strict=True))
    flags = anomalies(document, dated, expressions, authority())
    actors = [actor for statement in dated for actor in statement.actors]
    return Resolution(dated, flags, appearances(document, actors))


def resolved(document: Document, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """Return the statements with speakers, relays, addressees and settings, without the days."""
    # To whom an interview or a letter is rests on its own clause, whoever speaks: so names are gathered once.
    to = addressees(document, attributions, occasions(document, attributions, [None] * len(attributions)))
    found = with_actors(document, attributions, to)
    speakers = [statement.speaker.id if statement.speaker else None for statement in found.statements]
    settings = occasions(document, attributions, speakers)
    told = zip(found.statements, found.actors, to, settings, strict=True)
    return tuple(_told(statement, actor, span, setting) for statement, actor, span, setting in told)


def _told(statement: Statement, addressee: Actor | None, to: Span | None, setting: Setting | None) -> Statement:
    """Return a statement with its circumstances; nobody is told something by himself."""
    if addressee is not None and statement.speaker is not None and addressee.id == statement.speaker.id:
        addressee = to = None
    return replace(statement, addressee=addressee, to=to, setting=setting)
